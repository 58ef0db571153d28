import type { DayNumber } from '../calendar/day-number.ts'
import type { Point } from '../commitment/track.ts'
import type { Observation } from '../fact/fact.ts'
import type { StandingFact } from '../fact/standing.ts'
import { type Exact, parseExact } from '../quantity/exact.ts'
import type { Accumulation } from './indicator.ts'
import { minus, plus, type Whole, type WholeForm, wholeOf } from './whole.ts'

/** An observation whose value can be read. */
export interface Reported extends StandingFact<Observation> {
  readonly value: Exact
}

/** The observations of a list whose values are decimals; others say nothing. */
export function readReports(facts: readonly StandingFact<Observation>[]): readonly Reported[] {
  const reports: Reported[] = []
  for (const { fact, day, place, from, until } of facts) {
    const value = parseExact(fact.value)
    if (value !== null) reports.push({ fact, day, place, from, until, value })
  }
  return reports
}

/** The actual value of an indicator from day to day, before it is judged, and what it rests on. */
export interface Series {
  readonly points: readonly Point[]
  evidence(day: DayNumber): readonly string[]
}

/** How observations are combined. */
export interface Combination {
  readonly accumulation: Accumulation
  /** Running totals and sums count from this day on. */
  readonly startDay: DayNumber
  readonly form: WholeForm
}

/**
 * The value that reports combine to, from day to day: of running totals and levels the latest of each reporter, then
 * added; of amounts all, added. Of totals and amounts those before the indicator's own span do not count.
 */
export function observedSeries(reports: readonly Reported[], combination: Combination): Series {
  const { accumulation, startDay, form } = combination
  const counted =
    accumulation === 'LEVEL' ? reports : reports.filter((report) => report.day >= startDay)
  const points: { from: DayNumber; n: Whole; over: Whole; trouble: null }[] = []
  const latest = new Map<string, Whole>()
  let total: Whole = form.big ? 0n : 0
  for (const { fact, day, value } of counted) {
    const whole = wholeOf(value, form)
    total = plus(total, whole)
    if (accumulation !== 'PERIODIC') {
      const replaced = latest.get(fact.reporter)
      if (replaced !== undefined) total = minus(total, replaced)
      latest.set(fact.reporter, whole)
    }
    const last = points.at(-1)
    if (last !== undefined && last.from === day) last.n = total
    else points.push({ from: day, n: total, over: 1, trouble: null })
  }
  return { points, evidence: (day) => evidenceIn(counted, accumulation, day) }
}

function evidenceIn(
  reports: readonly Reported[],
  accumulation: Accumulation,
  day: DayNumber,
): readonly string[] {
  const until = reports.filter((report) => report.day <= day)
  if (accumulation === 'PERIODIC') return until.map((report) => report.fact.id)
  const latest = new Map<string, string>()
  for (const { fact } of until) latest.set(fact.reporter, fact.id)
  return [...latest.values()]
}
