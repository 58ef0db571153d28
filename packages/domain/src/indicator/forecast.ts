import type { IsoDate } from '../calendar/date.ts'
import { type DayNumber, dateOfDay, dayNumber, LAST_DAY } from '../calendar/day-number.ts'
import { termsAt } from '../commitment/terms.ts'
import { type Epoch, type State, stateAt, type Track } from '../commitment/track.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { PlanView } from '../view/plan-view.ts'
import { type IndicatorTerms, isIndicatorTerms } from './indicator-terms.ts'
import { type Line, type SeriesPoint, theilSen } from './theil-sen.ts'
import { decimalOfRatio, minus, times, type Whole } from './whole.ts'
import { decimalOfNumber, numberIn, textIn } from './whole-number.ts'

/** Where an indicator is heading, by the values so far. */
export interface Forecast {
  /** Change in a day, in the indicator's unit. */
  readonly ratePerDay: Decimal
  /** Change in a day that would just reach the target by the due date; null once that has come, or without a target. */
  readonly requiredPerDay: Decimal | null
  /** Null without a due date. */
  readonly valueAtDue: Decimal | null
  /** The first day after asOf on which the target is met; null where it is met, or never will be. */
  readonly metOn: IsoDate | null
  readonly inputs: ForecastInputs
}

/** What a forecast rests on. */
export interface ForecastInputs {
  readonly method: 'THEIL_SEN'
  readonly asOf: IsoDate
  readonly points: readonly { readonly on: IsoDate; readonly value: Decimal }[]
  /** Ids of the facts behind the last point. */
  readonly facts: readonly string[]
}

/** Fewest values that make a forecast. */
export const FORECAST_MIN_POINTS = 3

/** A forecast looks at so many of the latest values. */
export const FORECAST_MAX_POINTS = 200

/** Decimal places of what a forecast computes. */
export const FORECAST_PLACES = 6

/**
 * Where an indicator is heading: the robust line through its values in view (running totals and sums as they stood on
 * each day of a report). Null with fewer than three days of reports, and for what is no indicator in view.
 */
export function forecast(view: PlanView, indicator: string): Forecast | null {
  const { tracks } = view.ledger
  const track = tracks.get(indicator) ?? tracks.get(`indicator/${indicator}`)
  const day = dayNumber(view.at.asOf)
  if (track === undefined || day === null) return null
  const terms = termsAt(track.terms, day)
  if (terms === undefined || !isIndicatorTerms(terms) || !terms.present || terms.from > day) {
    return null
  }
  const epoch = track.epochs.at(day)
  const states = reportedStates(track, epoch, terms, day)
  const line = theilSen(states.flatMap((state) => seriesPoint(state, track.scale)))
  const ratePerDay = line === null ? null : decimalOfNumber(line.slope, FORECAST_PLACES)
  if (states.length < FORECAST_MIN_POINTS || line === null || ratePerDay === null) return null
  const { dueDay } = terms
  const state = stateAt(epoch, day)
  return {
    ratePerDay,
    requiredPerDay: requiredPerDay(terms, state, track, day),
    valueAtDue: dueDay === null ? null : decimalOfNumber(valueOn(line, dueDay), FORECAST_PLACES),
    metOn: state.holds === true ? null : meetingDay(line, terms, track, day),
    inputs: {
      method: 'THEIL_SEN',
      asOf: view.at.asOf,
      points: states.flatMap(({ from, n, over }) => {
        const on = dateOfDay(from)
        const value = textIn(n, over, track.scale)
        return on === null || value === null ? [] : [{ on, value }]
      }),
      facts: epoch.evidence(day),
    },
  }
}

function reportedStates(
  { terms }: Track,
  epoch: Epoch,
  { runs, startDay }: IndicatorTerms,
  day: DayNumber,
): readonly State[] {
  const termsDays = new Set(terms.map(({ from }) => from))
  const states: State[] = []
  for (let at = epoch.placeOn(day); at > 0 && states.length < FORECAST_MAX_POINTS; at--) {
    const state = epoch.state(at)
    const { n, from } = state
    // A state that only new terms made is no report.
    const reported = !termsDays.has(from) || epoch.state(at - 1).n !== n
    if (n !== null && (!runs || from >= startDay) && reported) states.push(state)
  }
  return states.reverse()
}

function seriesPoint({ from, n, over }: State, scale: number): readonly SeriesPoint[] {
  const value = numberIn(n, over, scale)
  return value === null ? [] : [{ day: from, value }]
}

function valueOn({ slope, intercept }: Line, day: DayNumber): number {
  return slope * day + intercept
}

/** What is missing over the days that are left; nothing where the target is reached and asks for no more. */
function requiredPerDay(
  { dueDay, target, definition }: IndicatorTerms,
  { n, over, holds }: State,
  { scale }: Track,
  day: DayNumber,
): Decimal | null {
  if (dueDay === null || dueDay <= day || target === null || n === null) return null
  if (holds === true && definition.comparator !== 'AT_MOST') return '0'
  const missing: Whole = minus(times(target, over), n)
  const days = times(times(over, 10n ** BigInt(scale)), dueDay - day)
  return decimalOfRatio(missing, days, FORECAST_PLACES)
}

/** Rounding of doubles must not put off the day by one. */
const NEARLY = 1e-9

function meetingDay(
  line: Line,
  { target, upper, definition }: IndicatorTerms,
  { scale }: Track,
  day: DayNumber,
): IsoDate | null {
  const falling = line.slope < 0
  const bound = definition.comparator === 'BETWEEN' && falling ? (upper ?? target) : target
  const wanted = numberIn(bound, 1, scale)
  const wrongWay =
    (definition.comparator === 'AT_LEAST' && falling) ||
    (definition.comparator === 'AT_MOST' && !falling)
  if (wanted === null || line.slope === 0 || wrongWay) return null
  const crossing = Math.ceil((wanted - line.intercept) / line.slope - NEARLY)
  const met = Math.max(crossing, day + 1)
  return Number.isFinite(met) && met <= LAST_DAY ? dateOfDay(met) : null
}
