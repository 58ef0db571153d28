import type { IsoDate } from '../calendar/date.ts'
import { dateOfDay, dayNumber } from '../calendar/day-number.ts'
import { termsAt } from '../commitment/terms.ts'
import { stateAt } from '../commitment/track.ts'
import { expectedShare } from '../indicator/expected-share.ts'
import { FORECAST_PLACES, forecast } from '../indicator/forecast.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { type Line, theilSen } from '../indicator/theil-sen.ts'
import { decimalOfRatio, plus, times } from '../indicator/whole.ts'
import { decimalOfNumber, textIn } from '../indicator/whole-number.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { numberOf, parseExact } from '../quantity/exact.ts'
import type { PlanView } from '../view/plan-view.ts'
import { type Interval, spansOf } from './interval.ts'

/** An indicator at the end of one interval; values are in its unit, null where they are not known. */
export interface SeriesPoint {
  readonly on: IsoDate
  /** The value that its pace expects on that day. */
  readonly expected: Decimal | null
  /** The value on that day; null after the view's own date. */
  readonly actual: Decimal | null
  /** The value on the line of the forecast, after the view's date; null up to it and without a forecast. */
  readonly forecast: Decimal | null
}

/** Decimal places of expected values. */
const PLACES = 10

/** A view at the end of time is no reason for three million points. */
const DAYS_AFTER_NEWS = 731

/**
 * An indicator at the end of each interval from its first day to its due date, or to the view's date where that is
 * later, though no further than two years past its due date and its last report; all of it as this view sees it. Empty
 * for an indicator that is not in view.
 */
export function series(view: PlanView, code: string, interval: Interval): readonly SeriesPoint[] {
  const { ledger } = view
  const asOf = dayNumber(view.at.asOf)
  const track = ledger.tracks.get(`indicator/${code}`)
  const terms = track === undefined || asOf === null ? undefined : termsAt(track.terms, asOf)
  if (track === undefined || asOf === null || terms === undefined || !terms.present) return []
  if (!isIndicatorTerms(terms)) return []
  const { startDay, dueDay, base, span, ceiling, target } = terms
  const start = dateOfDay(startDay)
  const lastNews = Math.max(startDay, dueDay ?? startDay, stateAt(track.epochs.at(asOf), asOf).from)
  const end = dateOfDay(Math.max(lastNews, Math.min(asOf, lastNews + DAYS_AFTER_NEWS)))
  if (start === null || end === null) return []
  const from = ceiling ? 0 : base
  const way = ceiling ? target : span
  const epoch = track.epochs.at(asOf)
  const line = lineAhead(view, code)
  return spansOf({ start, end }, interval).flatMap(({ end: on }) => {
    const day = dayNumber(on)
    if (day === null) return []
    const share = expectedShare(terms, day)
    const state = stateAt(epoch, day)
    return [
      {
        on,
        expected:
          share === null || from === null || way === null
            ? null
            : decimalOfRatio(
                plus(times(from, share.d), times(way, share.n)),
                times(share.d, 10n ** BigInt(track.scale)),
                PLACES,
              ),
        actual: day > asOf ? null : textIn(state.n, state.over, track.scale),
        forecast:
          day <= asOf || line === null
            ? null
            : decimalOfNumber(line.slope * day + line.intercept, FORECAST_PLACES),
      },
    ]
  })
}

/** The line of an indicator's forecast, through the points that the forecast states. */
function lineAhead(view: PlanView, code: string): Line | null {
  const points = forecast(view, code)?.inputs.points ?? []
  return theilSen(
    points.flatMap(({ on, value }) => {
      const day = dayNumber(on)
      const exact = parseExact(value)
      return day === null || exact === null ? [] : [{ day, value: numberOf(exact) }]
    }),
  )
}
