import type { DayNumber } from '../calendar/day-number.ts'
import type { Track } from '../commitment/track.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import type { Ledger } from '../view/ledger.ts'
import { askedDays, firstDayOf } from './asked-days.ts'
import type { PolicySchedule } from './segments-of.ts'

/** Every day on which what is measured of a commitment may change. */
export function measuredDays(
  ledger: Ledger,
  track: Track,
  { days, scoreNeeds }: PolicySchedule,
): readonly DayNumber[] {
  // Points that read the pace may move every day.
  const needs = { ...scoreNeeds, daily: scoreNeeds.daily || scoreNeeds.paced }
  return askedDays(ledger, track, firstDayOf(track), { days, needs }, unitDays(ledger, track))
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
