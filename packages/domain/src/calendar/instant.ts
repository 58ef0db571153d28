import { type Instant, type IsoDate, isDate, parseDate } from './date.ts'
import { dayNumber, FIRST_DAY } from './day-number.ts'

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/
const CANONICAL = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

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
  const parts = RFC_3339.exec(text)
  const day = parts?.[1] === undefined ? null : dayNumber(parts[1])
  if (parts === null || day === null) return null
  const [, , hours, minutes, seconds, fraction = '', sign, ahead = '0', aheadMinutes = '0'] = parts
  const time = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const offset = Number(ahead) * HOUR + Number(aheadMinutes) * MINUTE
  return instantOf(day * DAY + time + millisecond + (sign === '-' ? offset : -offset))
}

function instantOf(milliseconds: number): Instant | null {
  const text = new Date(milliseconds).toISOString()
  return isInstant(text) ? text : null
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What tells the date in a zone; null where the runtime does not know the zone. */
function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    clocks.set(timeZone, clock)
    return clock
  } catch {
    // The only way to ask whether a zone exists is to use it.
    return null
  }
}

function dateAt(clock: Intl.DateTimeFormat, milliseconds: number): IsoDate | null {
  const parts = new Map(clock.formatToParts(milliseconds).map(({ type, value }) => [type, value]))
  const year = (parts.get('year') ?? '').padStart(4, '0')
  const date = parseDate(`${year}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`)
  // The December before 0001-01-01 is shown as one of a year 1 too, in another era.
  return milliseconds < FIRST_DAY * DAY + DAY && parts.get('month') === '12' ? null : date
}

/** Since then all zones are whole minutes away from UTC; the last was Liberia's. */
const WHOLE_MINUTES = Date.UTC(1972, 1)

const latestMinutes = new Map<string, { readonly minute: number; readonly date: IsoDate | null }>()

/** The date it is at an instant in an IANA time zone; null for an unknown zone, or an instant that is none. */
export function todayIn(timeZone: string, instant: Instant): IsoDate | null {
  const canonical = parseInstant(instant)
  const clock = clockOf(timeZone)
  if (canonical === null || clock === null) return null
  const milliseconds = Date.parse(canonical)
  const minute = Math.floor(milliseconds / MINUTE)
  // Commits and questions come many a minute, and a zone's clock is slow to read.
  const latest = latestMinutes.get(timeZone)
  if (latest?.minute === minute && milliseconds >= WHOLE_MINUTES) return latest.date
  const date = dateAt(clock, milliseconds)
  latestMinutes.set(timeZone, { minute, date })
  return date
}

/** The instant at which a date begins in an IANA time zone; null for an unknown zone, or a date that is none. */
export function startOfDayIn(timeZone: string, date: IsoDate): Instant | null {
  const day = dayNumber(date)
  const clock = clockOf(timeZone)
  if (day === null || clock === null) return null
  // No zone is a whole day away from UTC; in between, the first millisecond that is that date or a later one.
  let before = (day - 1) * DAY
  let from = (day + 1) * DAY
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    const today = dateAt(clock, middle)
    if (today !== null && today >= date) from = middle
    else before = middle
  }
  return instantOf(from)
}

/** True where the runtime knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  return clockOf(timeZone) !== null
}
