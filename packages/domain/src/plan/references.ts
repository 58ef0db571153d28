import type { CommitmentDefinition } from '../commitment/definition.ts'
import type { SubjectKind } from '../commitment/subject.ts'
import type { Locator } from '../document/locator.ts'
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts'
import { stageOfEvent } from '../project/stage-events.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import type { Responsibility } from '../unit/unit.ts'
import type { DefinitionKind, DefinitionValues } from './definition.ts'
import { type ListedKind, listOfKind } from './definitions-of.ts'
import type { Plan } from './plan.ts'

/** One part of a plan naming another by its code. */
export interface Reference {
  /** Path in the plan, for example `projects.3.plate`. */
  readonly path: string
  readonly kind: DefinitionKind | SubjectKind | 'MECHANISM'
  readonly code: string
  /** `<KIND>/<code>` of the part that names it. */
  readonly from: string
}

/** Every reference in a plan, dangling or not, except to shipped policies and units of measure. */
export function referencesOf(plan: Plan): readonly Reference[] {
  const found: Reference[] = []
  const at = (path: string, from: string) => {
    const one = (field: string, kind: Reference['kind'], code: string | undefined): void => {
      if (code !== undefined) found.push({ path: `${path}.${field}`, kind, code, from })
    }
    return {
      one,
      locators: (locators: readonly Locator[], field = '') => {
        locators.forEach(({ document }, n) => {
          one(`${field}locators.${n}.document`, 'DOCUMENT', document)
        })
      },
      units: (responsible: readonly Responsibility[] = []) => {
        responsible.forEach(({ unit }, n) => {
          one(`responsible.${n}.unit`, 'UNIT', unit)
        })
      },
    }
  }
  type Here = ReturnType<typeof at>
  const each = <K extends ListedKind>(
    kind: K,
    visit: (here: Here, part: DefinitionValues[K]) => void,
  ): void => {
    const list = listOfKind[kind]
    // The table of lists gives each kind the list of its own parts, which the type does not follow.
    const parts = plan[list] as unknown as readonly (DefinitionValues[K] & { code: string })[]
    parts.forEach((part, n) => {
      visit(at(`${list}.${n}`, `${kind}/${part.code}`), part)
    })
  }
  const locators = (here: Here, it: { readonly locators: readonly Locator[] }): void => {
    here.locators(it.locators)
  }
  const commitment = (here: Here, it: CommitmentDefinition): void => {
    here.one('task', 'TASK', it.task)
    here.one('plate', 'PLATE', it.plate)
    here.one('project', 'PROJECT', it.project)
    here.one('theme', 'THEME', it.theme)
    here.units(it.responsible)
    here.locators(it.locators)
  }

  each('REQUIREMENT', locators)
  each('THEME', locators)
  each('TASK', (here, it) => {
    here.one('parent', 'TASK', it.parent)
    here.one('theme', 'THEME', it.theme)
    here.locators(it.locators)
    it.actions.forEach((action, a) => {
      here.locators(action.locators, `actions.${a}.`)
      action.mechanisms?.forEach((code, m) => {
        here.one(`actions.${a}.mechanisms.${m}`, 'MECHANISM', code)
      })
    })
    it.mechanisms.forEach((mechanism, m) => {
      here.locators(mechanism.locators, `mechanisms.${m}.`)
    })
  })
  each('PLATE', (here, it) => {
    here.locators(it.locators)
    it.goals.forEach((goal, g) => {
      here.locators(goal.locators, `goals.${g}.`)
    })
  })
  each('PROJECT', (here, it) => {
    here.one('plate', 'PLATE', it.plate)
    here.one('task', 'TASK', it.task)
    here.one('investment.unit', 'MEASURE_UNIT', it.investment?.unit)
    here.units(it.responsible)
    here.locators(it.locators)
  })
  each('MILESTONE', (here, it) => {
    commitment(here, it)
    if (it.subject !== undefined) here.one('subject.code', it.subject.kind, it.subject.code)
    const isStage = it.subject?.kind === 'PROJECT' && stageOfEvent(it.event ?? '') !== undefined
    if (!isStage) here.one('event', 'EVENT_TYPE', it.event)
  })
  each('INDICATOR', (here, it) => {
    commitment(here, it)
    here.one('unit', 'MEASURE_UNIT', it.unit)
    here.one('numerator', 'INDICATOR', it.numerator)
    here.one('denominator', 'INDICATOR', it.denominator)
    it.parts?.forEach((code, part) => {
      here.one(`parts.${part}`, 'INDICATOR', code)
    })
  })
  each('RULE', (here, it) => {
    commitment(here, it)
    it.escalation?.forEach((step, e) => {
      here.one(`escalation.${e}.notify`, 'UNIT', step.notify)
    })
  })
  each('UNIT', (here, it) => {
    here.one('parent', 'UNIT', it.parent)
  })
  if (plan.policy !== undefined) {
    found.push({ path: 'policy', kind: 'POLICY', code: plan.policy, from: `PLAN/${plan.code}` })
  }
  return found
}

/** References of a plan to parts that it does not hold and that are not shipped. */
export function danglingReferences(plan: Plan): readonly Reference[] {
  const codes = codesOf(plan)
  return referencesOf(plan).filter(({ kind, code }) => {
    if (codes.get(kind)?.has(code) === true) return false
    if (kind === 'MEASURE_UNIT') return findMeasureUnit(code) === null
    return !(kind === 'POLICY' && SHIPPED_POLICIES.some((policy) => policy.code === code))
  })
}

/** What the plan holds, by kind; mechanisms stand inside tasks. */
export function codesOf(plan: Plan): ReadonlyMap<Reference['kind'], ReadonlySet<string>> {
  const codes = new Map<Reference['kind'], ReadonlySet<string>>()
  codes.set('PLAN', new Set([plan.code]))
  for (const [kind, list] of kindsWithLists()) {
    codes.set(kind, new Set(plan[list].map((it) => it.code)))
  }
  codes.set('MECHANISM', new Set(plan.tasks.flatMap((it) => it.mechanisms.map(({ code }) => code))))
  return codes
}

/** Every kind that a plan holds as a list, with the list's name. */
export function kindsWithLists(): readonly (readonly [
  ListedKind,
  (typeof listOfKind)[ListedKind],
])[] {
  // Object.entries widens the keys to string; listOfKind has exactly these.
  return Object.entries(listOfKind) as [ListedKind, (typeof listOfKind)[ListedKind]][]
}
