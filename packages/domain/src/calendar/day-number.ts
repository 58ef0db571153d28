/** Whole days since 1970-01-01, negative before it. */
export type DayNumber = number

/** The day number of 0001-01-01, the first date there is. */
export const FIRST_DAY: DayNumber = -719162

/** The day number of 9999-12-31, the last date there is. */
export const LAST_DAY: DayNumber = 2932896

const DAYS_IN_ERA = 146097
const DAYS_FROM_ERA_TO_1970 = 719468

/** Days in a month of the proleptic Gregorian calendar; the month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * The day number of a date `YYYY-MM-DD`; null where the text is not a date that exists.
 * Integer arithmetic, not Temporal: timelines ask millions of times.
 */
export function dayNumber(date: string): DayNumber | null {
  if (date.length !== 10 || date.charCodeAt(4) !== 45 || date.charCodeAt(7) !== 45) return null
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2)
  const month = twoDigits(date, 5)
  const day = twoDigits(date, 8)
  // A bad digit makes its part NaN, and no comparison with NaN holds.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return null
  return day <= daysInMonth(year, month) ? dayOfCivil(year, month, day) : null
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** The day number of an existing year, month and day. Years start in March, so that the leap day is the last. */
export function dayOfCivil(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_ERA + dayOfEra - DAYS_FROM_ERA_TO_1970
}

/** Year, month from 1 and day of month of a day. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Year, month and day of any whole day number. */
export function civilOfDay(dayNumber: DayNumber): CivilDate {
  const shifted = dayNumber + DAYS_FROM_ERA_TO_1970
  const era = Math.floor(shifted / DAYS_IN_ERA)
  const dayOfEra = shifted - era * DAYS_IN_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const march = Math.floor((5 * dayOfYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * march + 2) / 5) + 1,
  }
}

/** The date of a day number; null for a fraction, NaN, or a day outside FIRST_DAY..LAST_DAY. */
export function dateOfDay(day: DayNumber): string | null {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) return null
  const civil = civilOfDay(day)
  const year = civil.year >= 1000 ? String(civil.year) : String(civil.year).padStart(4, '0')
  return `${year}-${TWO_DIGITS[civil.month]}-${TWO_DIGITS[civil.day]}`
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 32 }, (_, n) =>
  String(n).padStart(2, '0'),
)
