import type { DayNumber } from '../calendar/day-number.ts'
import { type State, stateAt, stateDays, type Track, type Trouble } from '../commitment/track.ts'
import { definitionSteps, inTimeOrder } from '../plan/definition-steps.ts'
import type { Ledger } from '../view/ledger.ts'
import type { Indicator } from './indicator.ts'
import type { ComputedSeries } from './indicator-track.ts'
import { type Point, seriesOf } from './series.ts'
import { conversion, type Fraction, factorOf, measureUnit } from './unit-factor.ts'
import { fractionOf, type WholeForm } from './whole.ts'

/** The values of a RATIO: the numerator's over the denominator's, a share in the indicator's own unit. */
export function ratioSeries(ledger: Ledger, code: string, indicator: Indicator): ComputedSeries {
  if (isCircular(ledger, code)) return troubled({ code: 'CIRCULAR', params: {} })
  const numerator = partOf(ledger, indicator.numerator)
  const denominator = partOf(ledger, indicator.denominator)
  if (numerator === undefined || denominator === undefined) {
    const part = numerator === undefined ? indicator.numerator : indicator.denominator
    return troubled({
      code: 'PARTS_UNKNOWN',
      params: part === undefined ? {} : { indicator: part },
    })
  }
  return {
    epochDays: [...numerator.epochs.days.slice(1), ...denominator.epochs.days.slice(1)],
    series: (epochDay, _terms, form) => {
      const over = numerator.epochs.at(epochDay)
      const under = denominator.epochs.at(epochDay)
      const days = inTimeOrder([...stateDays(over), ...stateDays(under)].map(({ from }) => from))
      const factor = ratioFactor(ledger, indicator, numerator, denominator)
      const points = days.map((from): Point => {
        const top = stateAt(over, from)
        const bottom = stateAt(under, from)
        const trouble = top.trouble ?? bottom.trouble
        return top.n === null || bottom.n === null
          ? { from, n: null, over: 1, trouble }
          : pointOf(from, valueIn(top, numerator), valueIn(bottom, denominator), factor, form)
      })
      return seriesOf(points, (day) => [
        ...new Set([...over.evidence(day), ...under.evidence(day)]),
      ])
    },
  }
}

/** Ratios of ratios may be nested so deep. */
const MAX_DEPTH = 32

/** Whether a ratio is, at some remove, a part of itself; nesting beyond MAX_DEPTH counts as much. */
function isCircular(ledger: Ledger, code: string): boolean {
  let level = new Set([code])
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const parts = new Set([...level].flatMap((each) => partCodes(ledger, each)))
    if (parts.has(code)) return true
    if (parts.size === 0) return false
    level = parts
  }
  return true
}

/** Codes of the indicators that any definition of a ratio names as its parts. */
export function partCodes(ledger: Ledger, code: string): readonly string[] {
  return definitionSteps(ledger, 'INDICATOR', code).flatMap(({ value }) =>
    value?.accumulation === 'RATIO'
      ? [value.numerator, value.denominator].filter((part) => part !== undefined)
      : [],
  )
}

function partOf(ledger: Ledger, code: string | undefined): Track | undefined {
  return code === undefined ? undefined : ledger.tracks.get(`indicator/${code}`)
}

/** A series that has no values from the start, and says why. */
export function troubled(trouble: Trouble): ComputedSeries {
  const point: Point = { from: Number.NEGATIVE_INFINITY, n: null, over: 1, trouble }
  return { epochDays: [], series: () => seriesOf([point], () => []) }
}

function valueIn({ n, over }: State, { scale }: Track): Fraction {
  return { n: BigInt(n ?? 0), d: BigInt(over) * 10n ** BigInt(scale) }
}

function pointOf(
  from: DayNumber,
  n: Fraction,
  d: Fraction,
  factor: Fraction,
  form: WholeForm,
): Point {
  const scaled = 10n ** BigInt(form.scale)
  const ratio = fractionOf(n.n * d.d * factor.n * scaled, n.d * d.n * factor.d)
  if (ratio === null) {
    return { from, n: null, over: 1, trouble: { code: 'DENOMINATOR_ZERO', params: {} } }
  }
  return { from, n: ratio.n, over: ratio.d, trouble: null }
}

/** Parts of one dimension are brought to one unit; a share is shown in its own unit (a half is 50 %). */
function ratioFactor(
  ledger: Ledger,
  indicator: Indicator,
  numerator: Track,
  denominator: Track,
): Fraction {
  const same = conversion(unitOf(ledger, numerator), unitOf(ledger, denominator)) ?? ONE
  const own = measureUnit(ledger, indicator.unit)
  const factor = own?.dimension === 'SHARE' ? factorOf(own) : null
  if (factor === null) return same
  return { n: same.n * 100n * factor.d, d: same.d * factor.n }
}

const ONE: Fraction = { n: 1n, d: 1n }

function unitOf(ledger: Ledger, track: Track) {
  const definition = track.terms.at(-1)?.definition
  // A part is an indicator, whose definition has a unit.
  return measureUnit(ledger, (definition as Indicator | undefined)?.unit ?? '')
}
