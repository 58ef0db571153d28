import type { Period } from '../calendar/date.ts'
import { daysOfPeriod, monthOfDay } from '../calendar/day-arithmetic.ts'
import { civilOfDay, type DayNumber, dateOfDay } from '../calendar/day-number.ts'

/** How finely a history or a series is told. Weeks end on Sunday, quarters with March, June, September and December. */
export type Interval = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER'

/** A period cut at the ends of an interval, the first and the last span as short as they come; none where it is invalid. */
export function spansOf(period: Period, interval: Interval): readonly Period[] {
  const days = daysOfPeriod(period)
  const spans: Period[] = []
  if (days === null) return spans
  for (let first = days.first; first <= days.last; ) {
    const last = Math.min(endOf(first, interval), days.last)
    const start = dateOfDay(first)
    const end = dateOfDay(last)
    if (start === null || end === null) break
    spans.push({ start, end })
    first = last + 1
  }
  return spans
}

function endOf(day: DayNumber, interval: Interval): DayNumber {
  switch (interval) {
    case 'DAY':
      return day
    case 'WEEK':
      // 1970-01-01, day 0, was a Thursday.
      return day + ((3 - (day % 7) + 7) % 7)
    case 'MONTH':
      return monthOfDay(day).last
    case 'QUARTER': {
      let end = monthOfDay(day).last
      while (civilOfDay(end).month % 3 !== 0) end = monthOfDay(end + 1).last
      return end
    }
  }
}
