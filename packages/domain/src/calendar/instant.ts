import * as TemporalInstant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import { type Instant, type IsoDate, isDate, parseDate } from './date.ts'
import { civilOfDay, dayNumber } from './day-number.ts'

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
const CANONICAL = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** True for an instant in the form that is stored: `2020-07-01T00:00:00.000Z`, on a date that exists. */
export function isInstant(text: string): boolean {
  const date = CANONICAL.exec(text)?.[1]
  return date !== undefined && isDate(date)
}

/**
 * An RFC 3339 instant in any offset as canonical UTC text; null where it is none or falls outside the years
 * 0001 to 9999. A fraction finer than a millisecond is cut, which no comparison with stored instants can tell.
 */
export function parseInstant(text: string): Instant | null {
  const date = RFC_3339.exec(text)?.[1]
  if (date === undefined || !isDate(date)) return null
  const instant = TemporalInstant.fromString(text.toUpperCase())
  const canonical = TemporalInstant.toString(instant, { fractionalSecondDigits: 3 })
  return isInstant(canonical) ? canonical : null
}

/** The date it is at an instant in an IANA time zone; null for an unknown zone, or an instant that is none. */
export function todayIn(timeZone: string, instant: Instant): IsoDate | null {
  const canonical = parseInstant(instant)
  if (canonical === null) return null
  try {
    const zoned = TemporalInstant.toZonedDateTimeISO(
      TemporalInstant.fromString(canonical),
      timeZone,
    )
    return parseDate(PlainDate.toString(ZonedDateTime.toPlainDate(zoned)))
  } catch {
    // The only way to ask whether a zone exists is to use it.
    return null
  }
}

/** The instant at which a date begins in an IANA time zone; null for an unknown zone, or a date that is none. */
export function startOfDayIn(timeZone: string, date: IsoDate): Instant | null {
  const day = dayNumber(date)
  if (day === null || !isTimeZone(timeZone)) return null
  const { year, month, day: dayOfMonth } = civilOfDay(day)
  const zoned = PlainDate.toZonedDateTime(PlainDate.create(year, month, dayOfMonth), timeZone)
  return parseInstant(TemporalInstant.toString(ZonedDateTime.toInstant(zoned)))
}

/** True where the runtime knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  return todayIn(timeZone, '1970-01-01T00:00:00.000Z') !== null
}
