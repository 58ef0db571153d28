import type { DayNumber } from '../calendar/day-number.ts'
import { placeOf } from '../commitment/epoch-of.ts'
import type { Trouble } from '../commitment/track.ts'
import type { Observation } from '../fact/fact.ts'
import type { StandingFact } from '../fact/standing.ts'
import type { Accumulation } from './indicator.ts'
import { minus, plus, type Whole, type WholeForm, wholeOf } from './whole.ts'

/** The actual value of an indicator from day to day, before it is judged, and what it rests on. */
export interface Series {
  readonly days: readonly DayNumber[]
  /** The value from each day on, `n / over` in the series' form; null where it is not known. */
  readonly n: readonly (Whole | null)[]
  /** Null where all are 1. */
  readonly over: readonly Whole[] | null
  /** Why a value is not known, where that is not simply for want of facts; null where there are none. */
  readonly troubles: readonly (Trouble | null)[] | null
  evidence(day: DayNumber): readonly string[]
  /** What is left out of a derived value. */
  leftOut?(day: DayNumber): LeftOut | null
}

/** Projects that are left out of a derived value for want of their own. */
export interface LeftOut {
  readonly count: number
  /** The first field that is wanting. */
  readonly field: string
}

/** A value from a day on. */
export interface Point {
  readonly from: DayNumber
  readonly n: Whole | null
  readonly over: Whole
  readonly trouble: Trouble | null
}

/** Points as a series. */
export function seriesOf(points: readonly Point[], evidence: Series['evidence']): Series {
  return {
    days: points.map(({ from }) => from),
    n: points.map(({ n }) => n),
    over: points.map(({ over }) => over),
    troubles: points.map(({ trouble }) => trouble),
    evidence,
  }
}

/** The value of a series on a day; null before it is known. */
export function valueOn(
  series: Series,
  day: DayNumber,
): { readonly n: Whole; readonly over: Whole } | null {
  const at = placeOf(series.days, day)
  const n = series.n[at] ?? null
  return n === null ? null : { n, over: series.over?.[at] ?? 1 }
}

/** How observations are combined. */
export interface Combination {
  readonly accumulation: Accumulation
  /** Running totals and sums count from this day on. */
  readonly startDay: DayNumber
  readonly form: WholeForm
}

type Report = StandingFact<Observation>

/**
 * The value that reports combine to, from day to day: of running totals and levels the latest of each reporter, then
 * added; of amounts all, added. Of totals and amounts those before the indicator's own span do not count, and what is
 * no decimal says nothing.
 */
export function observedSeries(reports: readonly Report[], combination: Combination): Series {
  const { accumulation, startDay, form } = combination
  const from = accumulation === 'LEVEL' ? Number.NEGATIVE_INFINITY : startDay
  const days: DayNumber[] = []
  const n: Whole[] = []
  const latest = accumulation !== 'PERIODIC' && hasSeveral(reports) ? new Map() : null
  const replaces = accumulation !== 'PERIODIC' && latest === null
  let total: Whole = form.big ? 0n : 0
  for (const { fact, day, value } of reports) {
    if (value === null || day < from) continue
    const whole = wholeOf(value, form)
    total = replaces ? whole : plus(total, whole)
    if (latest !== null) total = withoutReplaced(total, latest, fact.reporter, whole)
    if (days.at(-1) === day) n[n.length - 1] = total
    else {
      days.push(day)
      n.push(total)
    }
  }
  const evidence = (day: DayNumber) => evidenceIn(reports, accumulation, from, day)
  return { days, n, over: null, troubles: null, evidence }
}

function hasSeveral(reports: readonly Report[]): boolean {
  const reporter = reports[0]?.fact.reporter
  return reports.some((report) => report.fact.reporter !== reporter)
}

function withoutReplaced(
  total: Whole,
  latest: Map<string, Whole>,
  reporter: string,
  whole: Whole,
): Whole {
  const replaced = latest.get(reporter)
  latest.set(reporter, whole)
  return replaced === undefined ? total : minus(total, replaced)
}

function evidenceIn(
  reports: readonly Report[],
  accumulation: Accumulation,
  from: DayNumber,
  day: DayNumber,
): readonly string[] {
  const until = reports.filter((each) => each.day >= from && each.day <= day && each.value !== null)
  if (accumulation === 'PERIODIC') return until.map((report) => report.fact.id)
  const latest = new Map<string, string>()
  for (const { fact } of until) latest.set(fact.reporter, fact.id)
  return [...latest.values()]
}
