import type { CommitmentDefinition } from '../commitment/definition.ts'
import type { SubjectKind } from '../commitment/subject.ts'
import type { Locator } from '../document/locator.ts'
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts'
import { stageOfEvent } from '../project/stage-events.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import type { DefinitionKind } from './definition.ts'
import { listOfKind } from './definitions-of.ts'
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
  const at = (path: string, from: string) => ({
    one: (field: string, kind: Reference['kind'], code: string | undefined) => {
      if (code !== undefined) found.push({ path: `${path}.${field}`, kind, code, from })
    },
    locators: (locators: readonly Locator[], field = 'locators') => {
      locators.forEach((locator, n) => {
        found.push({
          path: `${path}.${field}.${n}.document`,
          kind: 'DOCUMENT',
          code: locator.document,
          from,
        })
      })
    },
  })
  type At = ReturnType<typeof at>
  const commitment = (here: At, it: CommitmentDefinition) => {
    here.one('task', 'TASK', it.task)
    here.one('plate', 'PLATE', it.plate)
    here.one('project', 'PROJECT', it.project)
    here.one('theme', 'THEME', it.theme)
    it.responsible?.forEach(({ unit }, n) => {
      here.one(`responsible.${n}.unit`, 'UNIT', unit)
    })
    here.locators(it.locators)
  }

  plan.requirements.forEach((it, n) => {
    at(`requirements.${n}`, `REQUIREMENT/${it.code}`).locators(it.locators)
  })
  plan.themes.forEach((it, n) => {
    at(`themes.${n}`, `THEME/${it.code}`).locators(it.locators)
  })
  plan.tasks.forEach((it, n) => {
    const here = at(`tasks.${n}`, `TASK/${it.code}`)
    here.one('parent', 'TASK', it.parent)
    here.one('theme', 'THEME', it.theme)
    here.locators(it.locators)
    it.actions.forEach((action, a) => {
      here.locators(action.locators, `actions.${a}.locators`)
      action.mechanisms?.forEach((code, m) => {
        here.one(`actions.${a}.mechanisms.${m}`, 'MECHANISM', code)
      })
    })
    it.mechanisms.forEach((mechanism, m) => {
      here.locators(mechanism.locators, `mechanisms.${m}.locators`)
    })
  })
  plan.plates.forEach((it, n) => {
    const here = at(`plates.${n}`, `PLATE/${it.code}`)
    here.locators(it.locators)
    it.goals.forEach((goal, g) => {
      here.locators(goal.locators, `goals.${g}.locators`)
    })
  })
  plan.projects.forEach((it, n) => {
    const here = at(`projects.${n}`, `PROJECT/${it.code}`)
    here.one('plate', 'PLATE', it.plate)
    here.one('task', 'TASK', it.task)
    here.one('investment.unit', 'MEASURE_UNIT', it.investment?.unit)
    it.responsible?.forEach(({ unit }, r) => {
      here.one(`responsible.${r}.unit`, 'UNIT', unit)
    })
    here.locators(it.locators)
  })
  plan.milestones.forEach((it, n) => {
    const here = at(`milestones.${n}`, `MILESTONE/${it.code}`)
    commitment(here, it)
    if (it.subject !== undefined) here.one('subject.code', it.subject.kind, it.subject.code)
    const isStage = it.subject?.kind === 'PROJECT' && stageOfEvent(it.event ?? '') !== undefined
    if (!isStage) here.one('event', 'EVENT_TYPE', it.event)
  })
  plan.indicators.forEach((it, n) => {
    const here = at(`indicators.${n}`, `INDICATOR/${it.code}`)
    commitment(here, it)
    here.one('unit', 'MEASURE_UNIT', it.unit)
    here.one('numerator', 'INDICATOR', it.numerator)
    here.one('denominator', 'INDICATOR', it.denominator)
    it.parts?.forEach((code, part) => {
      here.one(`parts.${part}`, 'INDICATOR', code)
    })
  })
  plan.rules.forEach((it, n) => {
    const here = at(`rules.${n}`, `RULE/${it.code}`)
    commitment(here, it)
    it.escalation?.forEach((step, e) => {
      here.one(`escalation.${e}.notify`, 'UNIT', step.notify)
    })
  })
  plan.units.forEach((it, n) => {
    at(`units.${n}`, `UNIT/${it.code}`).one('parent', 'UNIT', it.parent)
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

type ListKind = keyof typeof listOfKind

/** Every kind that a plan holds as a list, with the list's name. */
export function kindsWithLists(): readonly (readonly [ListKind, (typeof listOfKind)[ListKind]])[] {
  // Object.entries widens the keys to string; listOfKind has exactly these.
  return Object.entries(listOfKind) as [ListKind, (typeof listOfKind)[ListKind]][]
}
