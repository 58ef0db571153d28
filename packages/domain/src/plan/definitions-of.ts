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

/** Kinds of parts of which a plan has a list. */
export type ListedKind = keyof typeof listOfKind

// The keys of a constant are those of its type.
const LISTED = /* @__PURE__ */ Object.keys(listOfKind) as readonly ListedKind[]

/** A plan of a header and, for each kind of part, the list that a function gives. */
export function planWith(
  header: PlanHeader,
  listFor: <K extends ListedKind>(kind: K) => readonly DefinitionValues[K][],
): Plan {
  const lists = LISTED.map((kind) => [listOfKind[kind], listFor(kind)])
  // Object.fromEntries forgets which keys it was given; they are those of all the lists.
  return { ...header, ...(Object.fromEntries(lists) as Omit<Plan, keyof PlanHeader>) }
}

/** The parts of a plan that are versioned one by one, the plan itself first. */
export function definitionsOf(plan: Plan): readonly Definition[] {
  return [
    { kind: 'PLAN', code: plan.code, order: 0, value: headerOf(plan) },
    ...LISTED.flatMap((kind) =>
      plan[listOfKind[kind]].map(
        // The kind and the value belong together by the table of lists, which the type does not follow.
        (value, order) => ({ kind, code: value.code, order, value }) as Definition,
      ),
    ),
  ]
}
