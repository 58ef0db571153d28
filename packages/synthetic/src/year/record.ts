import type { DayNumber, FactBase } from '@duban/domain'
import { dateOf, OFFICE_HOURS, officeInstant } from '../calendar/days.ts'
import type { Random } from '../random/random.ts'

/** What every made-up fact has in common; `key` is unique within the plan, and `recordedOn` a working day. */
export function record(
  plan: { readonly code: string },
  random: Random,
  fact: {
    readonly key: string
    readonly effectiveOn: DayNumber
    readonly recordedOn: DayNumber
    readonly by: string
  },
): FactBase {
  return {
    id: `${plan.code}:${fact.key}`,
    effectiveOn: dateOf(fact.effectiveOn),
    recordedAt: officeInstant(fact.recordedOn, random.int(0, OFFICE_HOURS - 1)),
    recordedBy: fact.by,
    synthetic: true,
  }
}

/** Who reviews, extends and waives. */
export const REVIEWER = 'supervision-reviewer'

/** Who edits the plan. */
export const EDITOR = 'plan-editor'

/** Who reports for a unit. */
export function reporterOf(unit: string): string {
  return `${unit}-reporter`
}
