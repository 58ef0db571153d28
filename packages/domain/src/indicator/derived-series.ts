import type { DayNumber } from '../calendar/day-number.ts'
import { placeOf } from '../commitment/epoch-of.ts'
import type { Trouble } from '../commitment/track.ts'
import { dayByDay, horizonOf, readsDate } from '../obligation/horizon.ts'
import { rulesPlan } from '../obligation/rules-plan.ts'
import { inTimeOrder } from '../plan/definition-steps.ts'
import { type ProjectMoment, projectMoments } from '../project/project-moments.ts'
import type { SubjectFacts, Truth } from '../rule/engine.ts'
import { BEFORE_ALL } from '../view/epochs.ts'
import type { Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import { derivedValues, type Source } from './derived-values.ts'
import type { Derivation, Indicator } from './indicator.ts'
import type { IndicatorTerms } from './indicator-terms.ts'
import type { ComputedSeries } from './indicator-track.ts'
import { troubled } from './ratio-series.ts'
import { type LeftOut, type Point, seriesOf } from './series.ts'
import { minus, plus, powerOfTen, times, type Whole } from './whole.ts'

/** What one project adds from a day on. */
interface Share {
  readonly from: DayNumber
  readonly counted: boolean
  /** In the sum's parts; null where the project's value is not known. */
  readonly value: Whole | null
  readonly trouble: Trouble | null
  /** The field for want of which the project is left out. */
  readonly missing: string | null
  readonly moment: ProjectMoment
}

/** The values of a DERIVED indicator: the projects in view that its condition chooses, counted or added up. */
export function derivedSeries(ledger: Ledger, indicator: Indicator): ComputedSeries {
  const derivation: Derivation = indicator.derivation ?? { aggregate: 'COUNT' }
  const where = compileWhere(ledger, derivation.where)
  if ('code' in where) return troubled(where)
  const codes = ledger.index.codes.get('PROJECT') ?? []
  const invested = derivation.where?.includes('investment') === true
  const projects = codes.map((code) => ({ code, moments: projectMoments(ledger, code, invested) }))
  const values = derivedValues(ledger, indicator, derivation, codes)
  const daily = readsDate(derivation.where)
  return {
    epochDays: projects.flatMap(({ code, moments }) => [
      ...moments.days.slice(1),
      ...values.epochDays(code),
    ]),
    series: (epochDay, terms, form) => {
      const shares = projects.map(({ code, moments }) => {
        const source = daily ? null : values.source(code, epochDay)
        return keptShares(derivation, moments.at(epochDay), source, where.holds, (all) =>
          sharesOf(ledger, all, daily, where.holds, {
            field: `project.${derivation.field ?? 'investment.thisYear'}`,
            days: values.days(code, epochDay),
            of: (moment, day) => values.of(code, moment, epochDay, day),
          }),
        )
      })
      const parts = { over: values.over, times: wholeTen(form.scale) }
      const points = pointsOf(shares, startOf(terms), parts)
      const evidence = (day: DayNumber): readonly string[] => [
        ...new Set(
          shares.flatMap((list, at) => {
            const share = list[stepIndex(list, day)]
            if (share?.counted !== true) return []
            const code = codes[at] ?? ''
            return [...share.moment.evidence(), ...values.evidence(code, epochDay, day)]
          }),
        ),
      ]
      return { ...seriesOf(points, evidence), leftOut: (day) => leftOutOn(shares, day) }
    },
  }
}

function wholeTen(scale: number): Whole {
  const power = powerOfTen(scale)
  return Number.isSafeInteger(power) ? power : 10n ** BigInt(scale)
}

function startOf(terms: readonly IndicatorTerms[]): DayNumber {
  return terms[0]?.from ?? BEFORE_ALL
}

const ALL: Where = { holds: () => true }

type Where = { readonly holds: (facts: SubjectFacts) => Truth }

function compileWhere(ledger: Ledger, source: string | undefined): Where | Trouble {
  if (source === undefined) return ALL
  const plan = rulesPlan(ledger)
  if (ledger.engine === undefined || plan === null) return { code: 'RULES_NOT_LOADED', params: {} }
  const compiled = ledger.engine.compileWhere(source, plan)
  if (compiled.ok) return { holds: compiled.value }
  const { line = 1, column = 1, code = '' } = compiled.issues[0] ?? {}
  return { code: 'CONDITION_INVALID', params: { line, column, issue: code } }
}

/** What a project is worth, and on which days that changes. */
interface Worth {
  /** The field it is read from. */
  readonly field: string
  readonly days: readonly DayNumber[]
  of(moment: ProjectMoment, day: DayNumber): Whole | Trouble | null
}

interface KeptShares {
  readonly source: Source
  readonly holds: Where['holds']
  readonly shares: readonly Share[]
}

const sharesByDerivation = new WeakMap<Derivation, WeakMap<readonly ProjectMoment[], KeptShares>>()

/** The shares of a project's moments; those found before where they are made from the same. */
function keptShares(
  derivation: Derivation,
  moments: readonly ProjectMoment[],
  source: Source | null,
  holds: Where['holds'],
  make: (moments: readonly ProjectMoment[]) => readonly Share[],
): readonly Share[] {
  if (source === null) return make(moments)
  let byMoments = sharesByDerivation.get(derivation)
  if (byMoments === undefined) {
    byMoments = new WeakMap()
    sharesByDerivation.set(derivation, byMoments)
  }
  const known = byMoments.get(moments)
  const same =
    known?.holds === holds &&
    known.source.series === source.series &&
    known.source.units === source.units
  if (same) return known.shares
  const shares = make(moments)
  byMoments.set(moments, { source, holds, shares })
  return shares
}

function sharesOf(
  ledger: Ledger,
  moments: readonly ProjectMoment[],
  daily: boolean,
  holds: Where['holds'],
  worth: Worth,
): readonly Share[] {
  const shares: Share[] = []
  moments.forEach((moment, at) => {
    const next = moments[at + 1]?.from ?? horizonOf(ledger, moment.from) + 1
    const asked = daily ? daysFrom(moment.from, next) : [moment.from]
    asked.forEach((from, place) => {
      const truth = moment.present && holds(moment.facts(from))
      const counted = truth === true
      const until = asked[place + 1] ?? moments[at + 1]?.from ?? Number.POSITIVE_INFINITY
      const missing = typeof truth === 'boolean' ? null : truth.missing
      shares.push(shareOf(from, counted, missing, moment, worth))
      if (!counted) return
      for (let on = placeOf(worth.days, from) + 1; on < worth.days.length; on++) {
        const day = worth.days[on] ?? until
        if (day >= until) break
        shares.push(shareOf(day, counted, null, moment, worth))
      }
    })
  })
  return shares
}

function shareOf(
  from: DayNumber,
  counted: boolean,
  missing: string | null,
  moment: ProjectMoment,
  worth: Worth,
): Share {
  const value = counted ? worth.of(moment, from) : null
  const troubled = typeof value === 'object' && value !== null
  return {
    from,
    counted,
    value: troubled ? null : value,
    trouble: troubled ? value : null,
    missing: missing ?? (counted && value === null ? worth.field : null),
    moment,
  }
}

/** The projects that are left out on a day for want of a value, and the first field that is wanting. */
function leftOutOn(shares: readonly (readonly Share[])[], day: DayNumber): LeftOut | null {
  const fields = shares.flatMap((list) => list[stepIndex(list, day)]?.missing ?? [])
  const [field] = fields
  return field === undefined ? null : { count: fields.length, field }
}

function daysFrom(first: DayNumber, next: DayNumber): readonly DayNumber[] {
  // What was so from the start is asked for on the day of the first moment after it.
  return first === BEFORE_ALL || next <= first ? [first] : dayByDay(first, next - 1)
}

/** A sum in parts of a unit: `times` of it over `over` of them make the value in the form. */
interface Parts {
  readonly over: Whole
  readonly times: Whole
}

/** What the projects' shares add up to on a day, and what they leave out. */
interface Change {
  sum: Whole
  counted: number
  valued: number
  /** Troubles that come (1) and go (-1), in the order of projects. */
  readonly troubles: (readonly [Trouble, 1 | -1])[]
}

/** The running sum of what each project adds; unknown while projects are chosen and none of them has a value. */
function pointsOf(
  shares: readonly (readonly Share[])[],
  startDay: DayNumber,
  parts: Parts,
): readonly Point[] {
  // By day, for there are many projects and few days: a report on each every week, say.
  const changes = new Map<DayNumber, Change>([[startDay, noChange()]])
  for (const list of shares) {
    let before: Share | undefined
    for (const share of list) {
      const from = Math.max(share.from, startDay)
      let change = changes.get(from)
      if (change === undefined) {
        change = noChange()
        changes.set(from, change)
      }
      add(change, before, -1)
      add(change, share, 1)
      before = share
    }
  }
  const total: Total = { sum: 0, counted: 0, valued: 0, troubles: new Map() }
  return inTimeOrder(changes.keys()).map((from) => {
    const change = changes.get(from)
    if (change !== undefined) apply(total, change)
    return pointOf(from, total, parts)
  })
}

function noChange(): Change {
  return { sum: 0, counted: 0, valued: 0, troubles: [] }
}

function add(change: Change, share: Share | undefined, sign: 1 | -1): void {
  if (share === undefined || !share.counted) return
  const { value, trouble } = share
  change.counted += sign
  if (value !== null) {
    change.valued += sign
    change.sum = sign === 1 ? plus(change.sum, value) : minus(change.sum, value)
  }
  if (trouble !== null) change.troubles.push([trouble, sign])
}

/** The sum so far. It changes in place: there is one change for every day on which a project is reported on. */
interface Total {
  sum: Whole
  counted: number
  valued: number
  readonly troubles: Map<Trouble, number>
}

function apply(total: Total, { sum, counted, valued, troubles }: Change): void {
  total.sum = plus(total.sum, sum)
  total.counted += counted
  total.valued += valued
  for (const [trouble, sign] of troubles) {
    const count = (total.troubles.get(trouble) ?? 0) + sign
    if (count === 0) total.troubles.delete(trouble)
    else total.troubles.set(trouble, count)
  }
}

function pointOf(from: DayNumber, total: Total, parts: Parts): Point {
  const [trouble = null] = total.troubles.keys()
  const unknown = trouble !== null || (total.counted > 0 && total.valued === 0)
  if (unknown) return { from, n: null, over: 1, trouble }
  return { from, n: times(total.sum, parts.times), over: parts.over, trouble: null }
}
