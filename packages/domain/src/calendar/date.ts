import { dayNumber } from './day-number.ts'

/** A calendar date, ISO 8601 `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. */
export type IsoDate = string

/** An instant in UTC, RFC 3339 with milliseconds: `2020-07-01T00:00:00.000Z`. As text it sorts in time order. */
export type Instant = string

/** A stretch of days, both ends inclusive. */
export interface Period {
  readonly start: IsoDate
  readonly end: IsoDate
}

/** True for a strict `YYYY-MM-DD` that exists, years 0001 to 9999: 30 February is none. */
export function isDate(text: string): boolean {
  return dayNumber(text) !== null
}

/** The text itself where it is a date by isDate; null where it is not. */
export function parseDate(text: string): IsoDate | null {
  return isDate(text) ? text : null
}
