import type { DayNumber } from '../calendar/day-number.ts'
import type { Trouble } from '../commitment/track.ts'
import { horizonOf, readsDate } from '../obligation/horizon.ts'
import { rulesPlan } from '../obligation/rules-plan.ts'
import { investmentDoneSeries } from '../project/investment-done.ts'
import { type ProjectMoment, projectMoments } from '../project/project-moments.ts'
import { parseExact } from '../quantity/exact.ts'
import type { SubjectFacts, Truth } from '../rule/engine.ts'
import { BEFORE_ALL } from '../view/epochs.ts'
import type { Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import type { Derivation, Indicator } from './indicator.ts'
import type { IndicatorTerms } from './indicator-terms.ts'
import type { ComputedSeries } from './indicator-track.ts'
import { troubled } from './ratio-series.ts'
import { type Point, seriesOf, valueOn } from './series.ts'
import { conversion, type Fraction, fractionOfExact, measureUnit } from './unit-factor.ts'
import { fractionOf, type WholeForm } from './whole.ts'

/** What one project adds from a day on. */
interface Share {
  readonly from: DayNumber
  readonly counted: boolean
  /** In the indicator's unit; null where the project's value is not known. */
  readonly value: Fraction | null
  readonly trouble: Trouble | null
  readonly moment: ProjectMoment
}

/** The values of a DERIVED indicator: the projects in view that its condition chooses, counted or added up. */
export function derivedSeries(ledger: Ledger, indicator: Indicator): ComputedSeries {
  const derivation: Derivation = indicator.derivation ?? { aggregate: 'COUNT' }
  const where = compileWhere(ledger, derivation.where)
  if ('code' in where) return troubled(where)
  const codes = ledger.index.codes.get('PROJECT') ?? []
  return {
    epochDays: codes.flatMap((code) => projectMoments(ledger, code).days.slice(1)),
    series: (epochDay, terms, form) => {
      const shares = codes.map((code) =>
        sharesOf(ledger, indicator, derivation, where.holds, code, epochDay),
      )
      return seriesOf(pointsOf(shares, startOf(terms), form), (day) => [
        ...new Set(
          shares.flatMap((list) => {
            const share = list[stepIndex(list, day)]
            return share?.counted === true ? share.moment.evidence() : []
          }),
        ),
      ])
    },
  }
}

function startOf(terms: readonly IndicatorTerms[]): DayNumber {
  return terms[0]?.from ?? BEFORE_ALL
}

type Where = { readonly holds: (facts: SubjectFacts) => Truth }

function compileWhere(ledger: Ledger, source: string | undefined): Where | Trouble {
  if (source === undefined) return { holds: () => true }
  const plan = rulesPlan(ledger)
  if (ledger.engine === undefined || plan === null) return { code: 'RULES_NOT_LOADED', params: {} }
  const compiled = ledger.engine.compileWhere(source, plan)
  if (compiled.ok) return { holds: compiled.value }
  const { line = 1, column = 1, code = '' } = compiled.issues[0] ?? {}
  return { code: 'CONDITION_INVALID', params: { line, column, issue: code } }
}

function sharesOf(
  ledger: Ledger,
  indicator: Indicator,
  derivation: Derivation,
  holds: Where['holds'],
  code: string,
  epochDay: DayNumber,
): readonly Share[] {
  const moments = projectMoments(ledger, code).at(epochDay)
  const daily = readsDate(derivation.where)
  return moments.flatMap((moment, at) => {
    const next = moments[at + 1]?.from ?? horizonOf(ledger, moment.from) + 1
    const days = daily ? daysFrom(moment.from, next) : [moment.from]
    return days.map((from): Share => {
      const counted = moment.present && holds(moment.facts(from)) === true
      const value = counted
        ? shareValue(ledger, indicator, derivation, moment, epochDay, from)
        : null
      return value !== null && 'code' in value
        ? { from, counted, value: null, trouble: value, moment }
        : { from, counted, value, trouble: null, moment }
    })
  })
}

function daysFrom(first: DayNumber, next: DayNumber): readonly DayNumber[] {
  // What was so from the start is asked for on the day of the first moment after it.
  if (first === BEFORE_ALL || next <= first) return [first]
  return Array.from({ length: next - first }, (_, at) => first + at)
}

const ONE: Fraction = { n: 1n, d: 1n }

function shareValue(
  ledger: Ledger,
  indicator: Indicator,
  { aggregate, field }: Derivation,
  { definition, known }: ProjectMoment,
  epochDay: DayNumber,
  day: DayNumber,
): Fraction | Trouble | null {
  if (aggregate === 'COUNT') return ONE
  const { investment } = definition
  const value =
    field === 'investment.done'
      ? doneFraction(ledger, known.code, epochDay, day)
      : exactFraction(field === 'investment.total' ? investment?.total : investment?.thisYear)
  if (value === null) return null
  const from = investment?.unit ?? ''
  const factor = conversion(measureUnit(ledger, from), measureUnit(ledger, indicator.unit))
  return factor === null
    ? { code: 'UNITS_DIFFER', params: { from, to: indicator.unit } }
    : { n: value.n * factor.n, d: value.d * factor.d }
}

function exactFraction(text: string | undefined): Fraction | null {
  const exact = text === undefined ? null : parseExact(text)
  return exact === null ? null : fractionOfExact(exact)
}

function doneFraction(
  ledger: Ledger,
  project: string,
  epochDay: DayNumber,
  day: DayNumber,
): Fraction | null {
  const { epochs, scale } = investmentDoneSeries(ledger, project)
  const value = valueOn(epochs.at(epochDay), day)
  if (value === null) return null
  return { n: BigInt(value.n), d: BigInt(value.over) * 10n ** BigInt(scale) }
}

/** The running sum of what each project adds; unknown while projects are chosen and none of them has a value. */
function pointsOf(
  shares: readonly (readonly Share[])[],
  startDay: DayNumber,
  form: WholeForm,
): readonly Point[] {
  const changes = shares.flatMap((list) =>
    list.map((share, at) => ({
      share,
      before: list[at - 1],
      from: Math.max(share.from, startDay),
    })),
  )
  changes.sort((a, b) => a.from - b.from)
  const points: Point[] = [sumPoint(startDay, NOTHING, form)]
  let total = NOTHING
  for (const { share, before, from } of changes) {
    total = added(added(total, before, -1), share, 1)
    if (points.at(-1)?.from === from) points.pop()
    points.push(sumPoint(from, total, form))
  }
  return points
}

interface Total {
  readonly sum: Fraction
  readonly counted: number
  readonly valued: number
  readonly troubles: ReadonlyMap<Trouble, number>
}

const NOTHING: Total = { sum: { n: 0n, d: 1n }, counted: 0, valued: 0, troubles: new Map() }

function added(total: Total, share: Share | undefined, sign: 1 | -1): Total {
  if (share === undefined || !share.counted) return total
  const { sum, counted, valued, troubles } = total
  const { value, trouble } = share
  return {
    sum: value === null ? sum : plusFraction(sum, { n: value.n * BigInt(sign), d: value.d }),
    counted: counted + sign,
    valued: valued + (value === null ? 0 : sign),
    troubles: trouble === null ? troubles : withCount(troubles, trouble, sign),
  }
}

function withCount(
  troubles: ReadonlyMap<Trouble, number>,
  trouble: Trouble,
  by: number,
): ReadonlyMap<Trouble, number> {
  const next = new Map(troubles)
  const count = (next.get(trouble) ?? 0) + by
  if (count === 0) next.delete(trouble)
  else next.set(trouble, count)
  return next
}

function plusFraction(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  const sum = fractionOf(a.n * b.d + b.n * a.d, a.d * b.d)
  return sum === null ? a : { n: BigInt(sum.n), d: BigInt(sum.d) }
}

function sumPoint(from: DayNumber, total: Total, form: WholeForm): Point {
  const [trouble = null] = total.troubles.keys()
  if (trouble !== null) return { from, n: null, over: 1, trouble }
  if (total.counted > 0 && total.valued === 0) return { from, n: null, over: 1, trouble: null }
  const { n, d } = total.sum
  const sum = fractionOf(n * 10n ** BigInt(form.scale), d)
  return sum === null
    ? { from, n: null, over: 1, trouble: null }
    : { from, n: sum.n, over: sum.d, trouble: null }
}
