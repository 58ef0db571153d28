import {
  type DayNumber,
  dateOfDay,
  dayNumber,
  type Instant,
  type IsoDate,
  monthOfDay,
} from '@duban/domain'

/** Milliseconds of office hours a day: 9 to 17. */
export const OFFICE_HOURS = 8 * 3_600_000

const DAY = 86_400_000
/** Nine in the morning in China, which has one time zone, eight hours ahead of UTC. */
const OPENING = 3_600_000

/** The day number of a date of a plan, which has been checked. */
export function dayOf(date: IsoDate): DayNumber {
  const day = dayNumber(date)
  if (day === null) throw new RangeError(`not a date: ${date}`)
  return day
}

export function dateOf(day: DayNumber): IsoDate {
  const date = dateOfDay(day)
  if (date === null) throw new RangeError(`not a day: ${day}`)
  return date
}

/** The last day of every month that ends within the days, in order. */
export function monthEnds(first: DayNumber, last: DayNumber): readonly DayNumber[] {
  const ends: DayNumber[] = []
  for (let end = monthOfDay(first).last; end <= last; end = monthOfDay(end + 1).last) ends.push(end)
  return ends
}

/** Every seventh day, the first after a week: 52 in a year. */
export function weekEnds(first: DayNumber, last: DayNumber): readonly DayNumber[] {
  const ends: DayNumber[] = []
  for (let end = first + 6; end <= last; end += 7) ends.push(end)
  return ends
}

/** The day itself or, at a weekend, the Monday after it. */
export function workingDay(day: DayNumber): DayNumber {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7
  return weekday < 5 ? day : day + 7 - weekday
}

/** An instant so many milliseconds into the office hours of a day. */
export function officeInstant(day: DayNumber, milliseconds: number): Instant {
  return new Date(day * DAY + OPENING + milliseconds).toISOString()
}
