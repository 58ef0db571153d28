import type { IsoDate } from '../calendar/date.ts'
import { dayNumber } from '../calendar/day-number.ts'
import type { EscalationStep } from './rule.ts'

/** What decides how far a ladder has been climbed. */
export interface EscalationAt {
  readonly asOf: IsoDate
  readonly dueOn: IsoDate | null
  /** True where it is fulfilled or waived at asOf. */
  readonly closed: boolean
}

/**
 * The steps of an escalation ladder that are open on a day, earliest first: each from `afterDays` days after the
 * due date on, until the commitment is closed. None without a due date, or where a date is invalid.
 */
export function openEscalationSteps(
  ladder: readonly EscalationStep[],
  at: EscalationAt,
): readonly EscalationStep[] {
  const due = at.dueOn === null ? null : dayNumber(at.dueOn)
  const today = dayNumber(at.asOf)
  if (at.closed || due === null || today === null) return []
  return ladder
    .filter((step) => today - due >= step.afterDays)
    .toSorted((a, b) => a.afterDays - b.afterDays)
}
