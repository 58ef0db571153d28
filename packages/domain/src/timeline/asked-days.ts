import { peerDays } from '../assessment/peer-days.ts'
import { type DayNumber, LAST_DAY } from '../calendar/day-number.ts'
import type { Track } from '../commitment/track.ts'
import { inTimeOrder } from '../plan/definition-steps.ts'
import type { DayNeeds } from '../policy/policy-needs.ts'
import type { Ledger } from '../view/ledger.ts'
import {
  allDays,
  factDays,
  firstsOfMonths,
  lastMovingDay,
  monthDays,
  statusDays,
} from './break-days.ts'
import type { PolicySchedule } from './segments-of.ts'

/**
 * For how many days after the last change a policy that looks at lateness is still asked. With the next day the last
 * segment runs on to the end of time.
 */
export const LATENESS_DAYS = 731

/** For how many days a policy that looks at what moves every day is asked: a hundred years. */
const DAILY_DAYS = 36_525

const LONGEST_MONTH = 31

/** The first day on which a commitment is in view. */
export function firstDayOf(track: Track): DayNumber {
  return track.terms[0]?.from ?? LAST_DAY
}

/**
 * Every day from a day on on which something about a commitment may change that its facts, the time, one of several
 * policies or something else that those read decides; days on which only an indicator's pace moves are not among them.
 */
export function askedDays(
  ledger: Ledger,
  track: Track,
  start: DayNumber,
  policies: Pick<PolicySchedule, 'days' | 'needs'>,
  others: readonly DayNumber[] = [],
): readonly DayNumber[] {
  const { needs } = policies
  const own = factDays(track)
  const moving = lastMovingDay(track, own)
  const last = Math.min(LAST_DAY, moving + LATENESS_DAYS)
  const days: DayNumber[] = [start]
  const add = (more: readonly DayNumber[]): void => {
    for (const day of more) if (day > start && day <= LAST_DAY) days.push(day)
  }
  add(own)
  add(statusDays(track))
  add(others)
  add(policies.days)
  if (needs.monthsTold > 0) add(monthDays(track, lastMonthFor(moving, needs)))
  if (needs.monthsBehind) add(monthEnds(start, last))
  if (needs.peers) add(peerDays(ledger, track))
  const lastDaily = Math.min(last, firstDayOf(track) + DAILY_DAYS)
  if (needs.daily) add(allDays(start, lastDaily))
  return inTimeOrder(days)
}

/** Until when months late are asked about: after the last change each first of a month may bring one more. */
function lastMonthFor(moving: DayNumber, { monthsTold }: DayNeeds): DayNumber {
  return Math.min(LAST_DAY, moving + Math.min(LATENESS_DAYS, LONGEST_MONTH * monthsTold))
}

/** The last days of months and the days after them, after a day up to another. */
function monthEnds(first: DayNumber, last: DayNumber): readonly DayNumber[] {
  return firstsOfMonths(first, last).flatMap((day) => [day - 1, day])
}
