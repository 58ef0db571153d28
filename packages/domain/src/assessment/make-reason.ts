import { type DayNumber, dateOfDay } from '../calendar/day-number.ts'
import type { Reason } from './assessment.ts'
import type { ReasonCode } from './reason.ts'

/** Parameters of a reason. */
type Params = Reason['params']

/** A reason. */
export function makeReason(code: ReasonCode, params: Params, facts: readonly string[]): Reason {
  return { code, params, facts }
}

/** Parameters without those that are not known. */
export function knownParams(
  params: Readonly<Record<string, string | number | null | undefined>>,
): Params {
  const entries = Object.entries(params).filter(
    (entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}

/** A day as text. */
export function dateText(day: DayNumber | null): string | null {
  return day === null ? null : dateOfDay(day)
}
