import type { IsoDate, Period } from './date.ts'
import { civilOfDay, type DayNumber, dateOfDay, dayNumber, daysInMonth } from './day-number.ts'

/** The date so many days later (earlier where negative); null for an invalid date or a day out of range. */
export function addDays(date: IsoDate, days: number): IsoDate | null {
  const from = dayNumber(date)
  return from === null ? null : dateOfDay(from + days)
}

/** Days from one date to another, negative backwards, 0 to itself; null where either is invalid. */
export function daysBetween(from: IsoDate, to: IsoDate): number | null {
  const start = dayNumber(from)
  const end = dayNumber(to)
  return start === null || end === null ? null : end - start
}

/** Months since January of year 0 of the month a day lies in. */
export function monthIndexOfDay(day: DayNumber): number {
  const civil = civilOfDay(day)
  return civil.year * 12 + civil.month - 1
}

/** Months since January of year 0 of the month a date lies in; null where it is invalid. */
export function monthIndex(date: IsoDate): number | null {
  const day = dayNumber(date)
  return day === null ? null : monthIndexOfDay(day)
}

/** First and last day number of the month a day lies in. */
export function monthOfDay(day: DayNumber): {
  readonly first: DayNumber
  readonly last: DayNumber
} {
  const civil = civilOfDay(day)
  const first = day - civil.day + 1
  return { first, last: first + daysInMonth(civil.year, civil.month) - 1 }
}

/**
 * Month ends, the due date's own month included, that lie before the day: due 30 June it is 0 on 30 June,
 * 1 on 1 July, 3 on 1 September. For what was met late, ask with the day it was met.
 */
export function monthsLateOfDays(dueDay: DayNumber, day: DayNumber): number {
  return Math.max(0, monthIndexOfDay(day) - monthIndexOfDay(dueDay))
}

/** The same as monthsLateOfDays for dates; 0 where one of them is invalid. */
export function monthsLate(dueOn: IsoDate, on: IsoDate): number {
  const due = dayNumber(dueOn)
  const day = dayNumber(on)
  return due === null || day === null ? 0 : monthsLateOfDays(due, day)
}

/** True where the day lies in the period; false where any date is invalid. */
export function isInPeriod(date: IsoDate, period: Period): boolean {
  const day = dayNumber(date)
  const days = daysOfPeriod(period)
  return day !== null && days !== null && day >= days.first && day <= days.last
}

/** First and last day number of a period; null where a date is invalid or it ends before it starts. */
export function daysOfPeriod(
  period: Period,
): { readonly first: DayNumber; readonly last: DayNumber } | null {
  const first = dayNumber(period.start)
  const last = dayNumber(period.end)
  return first === null || last === null || last < first ? null : { first, last }
}
