import { dayNumber } from '../calendar/day-number.ts'
import { stateAt } from '../commitment/track.ts'
import type { Observation } from '../fact/fact.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { textIn } from '../indicator/whole-number.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { divideExact, roundExact } from '../quantity/divide-exact.ts'
import {
  compareExact,
  type Exact,
  MAX_SCALE,
  multiplyExact,
  parseExact,
  printExact,
} from '../quantity/exact.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import { addQuantities, convert } from '../quantity/quantity.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import type { PlanView } from '../view/plan-view.ts'
import type { Finding } from './finding.ts'
import { found } from './finding-code.ts'

/** Reported totals against the sum of their parts, on the days for which the total and every part are reported. */
export function reconcileParts(view: PlanView, indicator: Indicator): readonly Finding[] {
  const parts = indicatorsOf(view, indicator.parts ?? [])
  const unit = unitOf(view, indicator)
  if (parts.length === 0 || unit === null) return []
  return daysReported(view, indicator).flatMap(([on, facts]) => {
    const reported = valueOn(view, indicator, on)
    const partFacts = parts.map((part) => factsOn(view, part, on))
    if (reported === null || partFacts.some((each) => each.length === 0)) return []
    const quantities = parts.flatMap((part) => {
      const value = valueOn(view, part, on)
      const own = unitOf(view, part)
      return value === null || own === null ? [] : [{ value, unit: own }]
    })
    const sum = addQuantities(quantities, unit)
    if (quantities.length < parts.length || !sum.ok || sum.value === reported) return []
    const params = { indicator: idOf(indicator), reported, sum: sum.value, on }
    return [found('PARTS_DO_NOT_ADD_UP', 'WARNING', params, [...facts, ...partFacts.flat()])]
  })
}

/** Reported rates against what their numerator and denominator give on that day, to the digits reported. */
export function reconcileRate(view: PlanView, indicator: Indicator): readonly Finding[] {
  const [numerator] = indicatorsOf(
    view,
    indicator.numerator === undefined ? [] : [indicator.numerator],
  )
  const [denominator] = indicatorsOf(
    view,
    indicator.denominator === undefined ? [] : [indicator.denominator],
  )
  if (numerator === undefined || denominator === undefined) return []
  return reportsOf(view, indicator).flatMap(({ id, value, effectiveOn: on }) => {
    const computed = rateOn(view, indicator, numerator, denominator, on)
    const reported = parseExact(value)
    if (computed === null || reported === null) return []
    const rounded = roundExact(computed, decimalsOf(value))
    if (compareExact(rounded, reported) === 0) return []
    const inputs = [...factsUntil(view, numerator, on), ...factsUntil(view, denominator, on)]
    const params = {
      indicator: idOf(indicator),
      reported: value,
      computed: printExact(roundExact(computed, decimalsOf(value) + 2)),
      on,
    }
    return [found('RATE_DOES_NOT_FOLLOW', 'WARNING', params, [id, ...inputs])]
  })
}

function rateOn(
  view: PlanView,
  rate: Indicator,
  numerator: Indicator,
  denominator: Indicator,
  on: string,
): Exact | null {
  const above = valueOn(view, numerator, on)
  const below = valueOn(view, denominator, on)
  const into = unitOf(view, denominator)
  const from = unitOf(view, numerator)
  if (above === null || below === null || into === null || from === null) return null
  const converted = convert(above, from, into, { scale: MAX_SCALE })
  const n = converted.ok ? parseExact(converted.value) : null
  const d = parseExact(below)
  const share = n === null || d === null ? null : divideExact(n, d, MAX_SCALE)
  const perUnit = unitPerShare(unitOf(view, rate))
  return share === null || perUnit === null ? null : multiplyExact(share, perUnit)
}

/** What a share of one is in a unit: 100 in percent. Of a unit that is no share, one. */
function unitPerShare(unit: MeasureUnit | null): Exact | null {
  const one = parseExact('1')
  if (unit?.dimension !== 'SHARE' || one === null) return one
  const factor = parseExact(unit.factor)
  const hundred = parseExact('100')
  return factor === null || hundred === null ? null : divideExact(hundred, factor, MAX_SCALE)
}

function decimalsOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0
}

function indicatorsOf(view: PlanView, codes: readonly string[]): readonly Indicator[] {
  const found = codes.map((code) => view.plan.indicators.find((each) => each.code === code))
  // A part that is not in the plan is a dangling reference; no sum can be held against the rest.
  return found.every((each) => each !== undefined) ? found : []
}

function unitOf(view: PlanView, { unit }: Indicator): MeasureUnit | null {
  return findMeasureUnit(unit, view.plan.measureUnits)
}

function idOf({ code }: Indicator): string {
  return `indicator/${code}`
}

/** The observations of an indicator that count in a view, in order. */
export function reportsOf(view: PlanView, { code }: Indicator): readonly Observation[] {
  return view
    .observations({ kind: 'INDICATOR', code })
    .flatMap(({ fact, counts }) => (counts ? [fact] : []))
}

function daysReported(
  view: PlanView,
  indicator: Indicator,
): readonly (readonly [string, readonly string[]])[] {
  const days = new Set(reportsOf(view, indicator).map(({ effectiveOn }) => effectiveOn))
  return [...days].map((on) => [on, factsOn(view, indicator, on)])
}

function factsOn(view: PlanView, indicator: Indicator, on: string): readonly string[] {
  return reportsOf(view, indicator).flatMap((it) => (it.effectiveOn === on ? [it.id] : []))
}

/** The latest reports by a day, one of each reporter. */
function factsUntil(view: PlanView, indicator: Indicator, on: string): readonly string[] {
  const latest = new Map<string, string>()
  for (const it of reportsOf(view, indicator)) {
    if (it.effectiveOn <= on) latest.set(it.reporter, it.id)
  }
  return [...latest.values()]
}

/** What an indicator stood at on an earlier day, as this view sees it. */
function valueOn(view: PlanView, indicator: Indicator, on: string): Decimal | null {
  const track = view.ledger.tracks.get(idOf(indicator))
  const asOf = dayNumber(view.at.asOf)
  const day = dayNumber(on)
  if (track === undefined || asOf === null || day === null) return null
  const { n, over } = stateAt(track.epochs.at(asOf), day)
  return textIn(n, over, track.scale)
}
