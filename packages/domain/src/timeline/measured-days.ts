import { peerDays } from '../assessment/peer-days.ts'
import { type DayNumber, LAST_DAY } from '../calendar/day-number.ts'
import type { Track } from '../commitment/track.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { definitionSteps, inTimeOrder } from '../plan/definition-steps.ts'
import type { Ledger } from '../view/ledger.ts'
import { factDays, lastMovingDay, monthDays, statusDays } from './break-days.ts'
import {
  DAILY_DAYS,
  firstDayOf,
  LATENESS_DAYS,
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
  const days = [first, ...factDays(track), ...statusDays(track), ...unitDays(ledger, track)]
  for (const day of scoreDays(ledger, track, policies)) days.push(day)
  return inTimeOrder(days.filter((day) => day >= first && day <= LAST_DAY))
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

/** The days on which points may change for more than the commitment's own facts. */
function* scoreDays(ledger: Ledger, track: Track, policies: PolicySchedule): Generator<DayNumber> {
  yield* policies.days
  const needs = policies.scoreNeeds
  const first = firstDayOf(track)
  const last = Math.min(LAST_DAY, lastMovingDay(track) + LATENESS_DAYS)
  if (needs.monthly) yield* monthDays(track, last)
  if (needs.monthsBehind) yield* monthEnds(first, last)
  if (needs.peers) yield* peerDays(ledger, track)
  if (!needs.paced && !needs.daily) return
  for (let day = first; day <= Math.min(last, first + DAILY_DAYS); day++) yield day
}
