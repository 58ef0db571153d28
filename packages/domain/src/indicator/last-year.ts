import type { Evaluation } from '../assessment/evaluation.ts'
import type { DayNumber } from '../calendar/day-number.ts'
import { yearBefore } from '../calendar/year-before.ts'
import { stateAt } from '../commitment/track.ts'
import { BEFORE_ALL, factsInEpoch } from '../view/epochs.ts'
import { factsAbout, type KeepKey, keptIn, type Ledger } from '../view/ledger.ts'
import type { IndicatorTerms } from './indicator-terms.ts'
import { observedSeries, type Series, valueOn } from './series.ts'
import { formOfAll } from './whole.ts'
import { numberIn } from './whole-number.ts'

interface Scaled {
  readonly series: Series
  readonly scale: number
}

const KEPT: KeepKey<Map<string, Scaled>> = { name: 'last year' }

/**
 * The actual value on the same date of the year before, as far as facts tell it. Running totals and sums count from
 * the same day of that year as this year's do.
 */
export function lastYearActual(
  ledger: Ledger,
  { track, epoch, day }: Evaluation,
  terms: IndicatorTerms,
): number | null {
  const then = yearBefore(day)
  const { accumulation } = terms.definition
  if (accumulation !== 'CUMULATIVE' && accumulation !== 'PERIODIC') {
    const { n, over } = stateAt(epoch, then)
    return numberIn(n, over, track.scale)
  }
  const start = track.epochs.days.findLast((each) => each <= day) ?? BEFORE_ALL
  const { series, scale } = pastSeries(ledger, terms, start)
  const value = valueOn(series, then)
  return value === null ? null : numberIn(value.n, value.over, scale)
}

function pastSeries(ledger: Ledger, terms: IndicatorTerms, epochDay: DayNumber): Scaled {
  const { code, accumulation } = terms.definition
  const kept = keptIn(ledger, KEPT, () => new Map())
  const key = `${epochDay} ${terms.startDay} ${accumulation} ${code}`
  let past = kept.get(key)
  if (past === undefined) {
    const reports = factsAbout(ledger, 'indicatorObservations', code)
    const form = formOfAll(reports)
    const startDay = yearBefore(terms.startDay)
    const counted = factsInEpoch(reports, epochDay)
    past = { series: observedSeries(counted, { accumulation, startDay, form }), scale: form.scale }
    kept.set(key, past)
  }
  return past
}
