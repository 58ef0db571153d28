import type { Definition, DefinitionKind, DefinitionValues } from './definition.ts'
import type { Plan, PlanHeader } from './plan.ts'

/** The plan's lists by the kind of part they hold. */
export const listOfKind = {
  REQUIREMENT: 'requirements',
  THEME: 'themes',
  TASK: 'tasks',
  PLATE: 'plates',
  PROJECT: 'projects',
  EVENT_TYPE: 'eventTypes',
  MILESTONE: 'milestones',
  INDICATOR: 'indicators',
  RULE: 'rules',
  POLICY: 'policies',
  UNIT: 'units',
  DOCUMENT: 'documents',
  MEASURE_UNIT: 'measureUnits',
} as const satisfies Record<Exclude<DefinitionKind, 'PLAN'>, keyof Plan>

/** What a plan says of itself, without its parts. */
export function headerOf(plan: Plan): PlanHeader {
  const { code, title, district, period, timeZone, warnDays, policy, synthetic } = plan
  return {
    code,
    title,
    district,
    period,
    timeZone,
    ...(warnDays === undefined ? {} : { warnDays }),
    ...(policy === undefined ? {} : { policy }),
    ...(synthetic === undefined ? {} : { synthetic }),
  }
}

/** The parts of a plan that are versioned one by one, the plan itself first. */
export function definitionsOf(plan: Plan): readonly Definition[] {
  const header: Definition = { kind: 'PLAN', code: plan.code, order: 0, value: headerOf(plan) }
  return [
    header,
    ...ordered('REQUIREMENT', plan.requirements),
    ...ordered('THEME', plan.themes),
    ...ordered('TASK', plan.tasks),
    ...ordered('PLATE', plan.plates),
    ...ordered('PROJECT', plan.projects),
    ...ordered('EVENT_TYPE', plan.eventTypes),
    ...ordered('MILESTONE', plan.milestones),
    ...ordered('INDICATOR', plan.indicators),
    ...ordered('RULE', plan.rules),
    ...ordered('POLICY', plan.policies),
    ...ordered('UNIT', plan.units),
    ...ordered('DOCUMENT', plan.documents),
    ...ordered('MEASURE_UNIT', plan.measureUnits),
  ]
}

function ordered<K extends DefinitionKind>(
  kind: K,
  values: readonly (DefinitionValues[K] & { readonly code: string })[],
): readonly Definition[] {
  return values.map(
    // The kind and the value belong together by the signature; the union does not distribute over K.
    (value, order) => ({ kind, code: value.code, order, value }) as unknown as Definition,
  )
}
