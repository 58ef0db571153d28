import { type DayNumber, dayNumber, LAST_DAY } from '../calendar/day-number.ts'
import type { DefinitionStep } from '../plan/definition-steps.ts'

/** Days after the plan's period and the last change for which conditions that read the date are asked. */
export const HORIZON_DAYS = 366

/**
 * The last day on which a condition that reads the date, or what moves with it, is asked about what changes last on a
 * day; on later days it is as on that one.
 */
export function horizonOf(
  headers: readonly DefinitionStep<'PLAN'>[],
  lastChange: DayNumber,
): DayNumber {
  let last = lastChange
  for (const { value } of headers) {
    last = Math.max(last, (value === null ? null : dayNumber(value.period.end)) ?? last)
  }
  return Math.min(LAST_DAY, last + HORIZON_DAYS)
}

/** Whether a condition may read the date of the view: told by its text. */
export function readsDate(source: string | undefined): boolean {
  return source?.includes('asOf') === true
}

/** Most days for which conditions that read the date are asked one by one: ten years. */
export const MAX_DAILY = 3660

/** The days of a stretch one by one, MAX_DAILY of them at most. */
export function dayByDay(first: DayNumber, last: DayNumber): readonly DayNumber[] {
  const count = Math.min(MAX_DAILY, Math.max(0, last - first + 1))
  return Array.from({ length: count }, (_, at) => first + at)
}
