import { peerDays } from '../assessment/peer-days.ts'
import { type DayNumber, LAST_DAY } from '../calendar/day-number.ts'
import type { Track } from '../commitment/track.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { definitionSteps, inTimeOrder } from '../plan/definition-steps.ts'
import type { Ledger } from '../view/ledger.ts'
import { allDays, factDays, lastMovingDay, monthDays, statusDays } from './break-days.ts'
import {
  DAILY_DAYS,
  firstDayOf,
  LATENESS_DAYS,
  lastMonthFor,
  monthEnds,
  type PolicySchedule,
} from './segments-of.ts'

/** Every day on which what is measured of a commitment may change. */
export function measuredDays(
  ledger: Ledger,
  track: Track,
  policies: PolicySchedule,
): readonly DayNumber[] {
  const first = firstDayOf(track)
  const own = factDays(track)
  const days: DayNumber[] = [first]
  const add = (more: readonly DayNumber[]): void => {
    for (const day of more) if (day > first && day <= LAST_DAY) days.push(day)
  }
  add(own)
  add(statusDays(track))
  add(unitDays(ledger, track))
  // The days on which points may change for more than the commitment's own facts.
  const { days: changes, scoreNeeds: needs } = policies
  const moving = lastMovingDay(track, own)
  const last = Math.min(LAST_DAY, moving + LATENESS_DAYS)
  add(changes)
  if (needs.monthsTold > 0) add(monthDays(track, lastMonthFor(moving, needs)))
  if (needs.monthsBehind) add(monthEnds(first, last))
  if (needs.peers) add(peerDays(ledger, track))
  if (needs.paced || needs.daily) add(allDays(first, Math.min(last, first + DAILY_DAYS)))
  return inTimeOrder(days)
}

/** The days on which an indicator's units of measure are defined anew. */
function unitDays(ledger: Ledger, { terms }: Track): readonly DayNumber[] {
  const units = new Set(
    terms.flatMap((each) => (isIndicatorTerms(each) ? each.definition.unit : [])),
  )
  return [...units].flatMap((unit) =>
    definitionSteps(ledger, 'MEASURE_UNIT', unit).map(({ from }) => from),
  )
}
