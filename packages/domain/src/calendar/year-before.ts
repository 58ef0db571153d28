import { civilOfDay, type DayNumber, dayOfCivil, daysInMonth } from './day-number.ts'

/** The same date a year before; of 29 February, 28 February. */
export function yearBefore(day: DayNumber): DayNumber {
  const { year, month, day: date } = civilOfDay(day)
  return dayOfCivil(year - 1, month, Math.min(date, daysInMonth(year - 1, month)))
}
