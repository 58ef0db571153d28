const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/
const INSTANT =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,3})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = DATE.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const days = month === 2 && isLeapYear(year) ? 29 : (daysInMonth[month - 1] ?? 0)
  return year >= 1 && day >= 1 && day <= days
}

/** Whether a text is an RFC 3339 date-time with an offset, no finer than a millisecond. */
export function isInstant(text: string): boolean {
  const match = INSTANT.exec(text)
  return match !== null && isIsoDate(match[1] ?? '')
}

/** The instant in UTC with milliseconds. */
export function utcInstant(text: string): string {
  return new Date(text).toISOString()
}
