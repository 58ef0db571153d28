import { monthOfDay } from '../calendar/day-arithmetic.ts'
import { type DayNumber, LAST_DAY } from '../calendar/day-number.ts'
import { termsAt } from '../commitment/terms.ts'
import type { Track } from '../commitment/track.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { BEFORE_ALL } from '../view/epochs.ts'

/** The days on which something about a commitment changes, apart from what time alone moves. */
export function factDays({ epochs, terms }: Track): readonly DayNumber[] {
  const days: DayNumber[] = []
  for (let at = 0; at < epochs.days.length; at++) {
    const start = epochs.days[at] ?? BEFORE_ALL
    const end = epochs.days[at + 1] ?? LAST_DAY + 1
    const epoch = epochs.at(start)
    days.push(start)
    for (let place = 0; place < epoch.size; place++) {
      const day = epoch.dayAt(place)
      if (day > start && day < end) days.push(day)
    }
  }
  for (const { from } of terms) days.push(from)
  return days
}

/** The days on which time alone may change a status: into the warning window, on the due date, past it, into the span. */
export function statusDays(track: Track): readonly DayNumber[] {
  return track.terms.flatMap((terms) => {
    const { dueDay, warnDays } = terms
    const start = isIndicatorTerms(terms) ? [terms.startDay] : []
    if (dueDay === null) return start
    const warned = dueDay - warnDays
    return [...start, ...(Number.isFinite(warned) ? [Math.ceil(warned)] : []), dueDay, dueDay + 1]
  })
}

/** The first days of the months after the due dates up to a day: on them the months late may grow. */
export function monthDays(track: Track, last: DayNumber): readonly DayNumber[] {
  const dues = track.terms.flatMap(({ dueDay }) => dueDay ?? [])
  if (dues.length === 0) return []
  return firstsOfMonths(Math.min(...dues), last)
}

/** The first days of all months after a day, up to another. */
export function firstsOfMonths(after: DayNumber, last: DayNumber): readonly DayNumber[] {
  const days: DayNumber[] = []
  for (let day = monthOfDay(after).last + 1; day <= last; day = monthOfDay(day).last + 1) {
    days.push(day)
  }
  return days
}

/** Every day from one to another. */
export function allDays(first: DayNumber, last: DayNumber): readonly DayNumber[] {
  const days: DayNumber[] = []
  for (let day = first; day <= last; day++) days.push(day)
  return days
}

/** The day after which only time moves a commitment: past all of its fact days, which are given, terms and due dates. */
export function lastMovingDay({ terms }: Track, days: readonly DayNumber[]): DayNumber {
  let last = BEFORE_ALL
  for (const day of days) last = Math.max(last, day)
  for (const { dueDay } of terms) if (dueDay !== null) last = Math.max(last, dueDay + 1)
  const latest = termsAt(terms, last)
  if (latest !== undefined && isIndicatorTerms(latest)) {
    for (const { day } of latest.checkpoints) last = Math.max(last, day)
  }
  return last
}
