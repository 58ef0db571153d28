import type { CommitmentDefinition } from '../commitment/definition.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Plan } from '../plan/plan.ts'
import { danglingReferences } from '../plan/references.ts'
import { compareExact, exactOf, parseExact } from '../quantity/exact.ts'
import type { Finding } from './finding.ts'
import { found } from './finding-code.ts'

/** A promise of the plan with what the lint asks of it; a Rule is one before it is applied to its subjects. */
interface Promised {
  readonly id: string
  readonly definition: CommitmentDefinition
  readonly dueOn: string | undefined
  readonly isDated: boolean
}

/** What the plan itself leaves out, repeats or points nowhere with; in the order in which the plan lists its parts. */
export function lintPlan(plan: Plan): readonly Finding[] {
  return [
    ...danglingReferences(plan).map(({ kind, code, from, path }) =>
      found('DANGLING_REFERENCE', 'ERROR', { path, kind, code }, [from]),
    ),
    ...promisesOf(plan).flatMap((promised) => lintPromise(plan, promised)),
    ...plan.indicators.flatMap((indicator) => lintIndicator(plan, indicator)),
    ...lintLocators(plan),
    ...lintDuplicates(plan),
  ]
}

function promisesOf(plan: Plan): readonly Promised[] {
  return [
    ...plan.indicators.map((it) => promised(`indicator/${it.code}`, it, it.dueOn)),
    ...plan.milestones.map((it) => promised(`milestone/${it.code}`, it, it.dueOn)),
    ...plan.rules.map((it) => ({
      ...promised(
        `RULE/${it.code}`,
        it,
        it.due !== undefined && 'on' in it.due ? it.due.on : undefined,
      ),
      isDated: it.due !== undefined,
    })),
  ]
}

function promised(
  id: string,
  definition: CommitmentDefinition,
  dueOn: string | undefined,
): Promised {
  return { id, definition, dueOn, isDated: dueOn !== undefined }
}

function lintPromise(plan: Plan, { id, definition, dueOn, isDated }: Promised): Finding[] {
  const { start, end } = plan.period
  const findings: Finding[] = []
  if (!isDated) findings.push(found('NO_DUE_DATE', 'WARNING', { commitment: id }, [id]))
  if (dueOn !== undefined && (dueOn < start || dueOn > end)) {
    findings.push(found('DUE_OUTSIDE_PERIOD', 'NOTE', { commitment: id, dueOn, start, end }, [id]))
  }
  if ((definition.responsible ?? []).length === 0) {
    findings.push(found('NO_RESPONSIBLE_UNIT', 'WARNING', { commitment: id }, [id]))
  }
  if (definition.locators.length === 0) {
    findings.push(found('NO_LOCATOR', 'WARNING', { part: id }, [id]))
  }
  return findings
}

function lintIndicator(plan: Plan, indicator: Indicator): Finding[] {
  const id = `indicator/${indicator.code}`
  const params = { commitment: id }
  const findings: Finding[] = []
  const { target, targetFactor, baseline, accumulation, numerator, denominator } = indicator
  if (targetFactor !== undefined && baseline === undefined) {
    findings.push(found('NO_BASELINE', 'WARNING', params, [id]))
  } else if (target === undefined && targetFactor === undefined) {
    findings.push(found('NO_TARGET', 'WARNING', params, [id]))
  }
  if (accumulation === 'RATIO' && (numerator === undefined || denominator === undefined)) {
    findings.push(found('RATIO_WITHOUT_PARTS', 'ERROR', params, [id]))
  }
  if (indicator.pace === 'CHECKPOINTS' && (indicator.checkpoints ?? []).length === 0) {
    findings.push(found('CHECKPOINTS_MISSING', 'WARNING', params, [id]))
  }
  return [...findings, ...lintCoverage(plan, indicator)]
}

/** A plan may count more projects than it names: that is told, and is no error. */
function lintCoverage(plan: Plan, indicator: Indicator): Finding[] {
  const { unit, target, comparator, plate, task, derivation } = indicator
  const isCount = unit === 'PROJECT' || derivation?.aggregate === 'COUNT'
  const named = target === undefined ? null : parseExact(target)
  if (!isCount || named === null || comparator === 'AT_MOST') return []
  const ofPlate = plan.projects.filter((project) => project.plate === plate)
  const ofTask = plan.projects.filter((project) => project.task === task)
  const scope =
    plate !== undefined ? ofPlate : task !== undefined && ofTask.length > 0 ? ofTask : plan.projects
  const listed = exactOf(scope.length)
  if (listed === null || compareExact(listed, named) >= 0) return []
  const id = `indicator/${indicator.code}`
  const params = { commitment: id, named: target ?? '', listed: scope.length }
  return [found('COVERAGE', 'NOTE', params, [id])]
}

function lintLocators(plan: Plan): Finding[] {
  const parts = [
    ...plan.requirements.map((it) => [`REQUIREMENT/${it.code}`, it] as const),
    ...plan.themes.map((it) => [`THEME/${it.code}`, it] as const),
    ...plan.tasks.map((it) => [`TASK/${it.code}`, it] as const),
    ...plan.plates.map((it) => [`PLATE/${it.code}`, it] as const),
    ...plan.projects.map((it) => [`PROJECT/${it.code}`, it] as const),
  ]
  return parts
    .filter(([, part]) => part.locators.length === 0)
    .map(([id]) => found('NO_LOCATOR', 'WARNING', { part: id }, [id]))
}

/** The same thing promised twice under two codes would be counted twice. */
function lintDuplicates(plan: Plan): Finding[] {
  const keys = [
    ...plan.indicators.map((it) => ({
      id: `indicator/${it.code}`,
      key: ['i', it.title.zh, it.unit, it.target, it.targetUpper, it.dueOn, scopeOf(it)],
    })),
    ...plan.milestones.map((it) => ({
      id: `milestone/${it.code}`,
      key:
        it.event === undefined
          ? ['m', it.title.zh, it.dueOn, scopeOf(it)]
          : ['e', it.event, it.subject?.kind, it.subject?.code, it.dueOn],
    })),
    ...plan.rules.map((it) => ({
      id: `RULE/${it.code}`,
      key: ['r', it.subject, it.when, it.require, it.due],
    })),
  ]
  const firstOf = new Map<string, string>()
  return keys.flatMap(({ id, key }) => {
    const text = JSON.stringify(key)
    const same = firstOf.get(text)
    if (same === undefined) {
      firstOf.set(text, id)
      return []
    }
    return [found('DUPLICATE_COMMITMENT', 'WARNING', { commitment: id, same }, [same, id])]
  })
}

function scopeOf({ task, plate, project }: CommitmentDefinition): readonly (string | undefined)[] {
  return [task, plate, project]
}
