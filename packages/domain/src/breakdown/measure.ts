import type { Status } from '../assessment/assessment.ts'
import type { Light } from '../policy/policy.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { parseExact, printExact, sumExact } from '../quantity/exact.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import { sumQuantities } from '../quantity/sum-quantities.ts'
import { meanAchieved, rollUpOf } from '../rollup/roll-up.ts'
import type { Countable } from './dimension.ts'

/** What a breakdown counts. */
export type Measure =
  | 'COUNT'
  | 'BY_STATUS'
  | 'BY_LIGHT'
  | 'TARGET'
  | 'ACTUAL'
  | 'ACHIEVED'
  | 'INVESTMENT'
  | 'SCORE'
  | 'DAYS_LATE'

/** A sum over those whose value is known, in the largest of their units in which it comes out exactly. */
export interface QuantitySum {
  readonly value: Decimal
  /** Code of the MeasureUnit. */
  readonly unit: string
  readonly known: number
  readonly of: number
}

/** Money of the distinct projects behind the commitments, in one unit. */
export interface InvestmentSum {
  readonly unit: string
  readonly total: Decimal
  readonly thisYear: Decimal
  readonly done: Decimal
  readonly projects: number
}

/** The measures asked for; the others are absent. A sum is null where the units do not agree, or nothing is known. */
export interface MeasureValues {
  readonly count?: number
  readonly byStatus?: Readonly<Record<Status, number>>
  readonly byLight?: Readonly<Record<Light, number>>
  readonly target?: QuantitySum | null
  readonly actual?: QuantitySum | null
  readonly achieved?: { readonly mean: Decimal | null; readonly coverage: Decimal | null }
  readonly investment?: InvestmentSum | null
  readonly score?: Decimal
  readonly daysLate?: number
}

/** What measuring needs beside the commitments. */
export interface MeasureContext {
  /** Points of one commitment by the policy. */
  readonly scoreOf: (it: Countable) => Decimal
}

/** Measures a group of commitments. */
export function measure(
  group: readonly Countable[],
  measures: readonly Measure[],
  context: MeasureContext,
): MeasureValues {
  return Object.assign({}, ...measures.map((each) => measureOne(group, each, context)))
}

function measureOne(
  group: readonly Countable[],
  one: Measure,
  context: MeasureContext,
): MeasureValues {
  switch (one) {
    case 'COUNT':
      return { count: group.length }
    case 'BY_STATUS':
      return { byStatus: rollUpOf(group).byStatus }
    case 'BY_LIGHT':
      return { byLight: rollUpOf(group).byLight }
    case 'TARGET':
      return { target: sumOf(group, (it) => it.assessment.target) }
    case 'ACTUAL':
      return { actual: sumOf(group, (it) => it.assessment.actual) }
    case 'ACHIEVED': {
      const { achieved, coverage } = meanAchieved(group)
      return { achieved: { mean: achieved, coverage } }
    }
    case 'INVESTMENT':
      return { investment: investmentOf(group) }
    case 'SCORE':
      return { score: addAll(group.map(context.scoreOf)) }
    case 'DAYS_LATE':
      return { daysLate: group.reduce((sum, it) => sum + (it.assessment.daysLate ?? 0), 0) }
  }
}

function addAll(values: readonly (Decimal | undefined)[]): Decimal {
  return printExact(sumExact(values.flatMap((value) => parseExact(value ?? '0') ?? [])))
}

function sumOf(
  group: readonly Countable[],
  read: (it: Countable) => Decimal | null,
): QuantitySum | null {
  const indicators = group.flatMap((it) => {
    if (it.commitment.kind !== 'INDICATOR') return []
    return [{ value: read(it), unit: findMeasureUnit(it.commitment.definition.unit, it.ownUnits) }]
  })
  const units = indicators.flatMap(({ unit }) => unit ?? [])
  const quantities = indicators.flatMap(({ value, unit }) =>
    value === null || unit === null ? [] : [{ value, unit }],
  )
  if (units.length < indicators.length || quantities.length === 0) return null
  const sum = sumQuantities([quantities], units)
  if (sum === null) return null
  const [value = '0'] = sum.values
  return { value, unit: sum.unit.code, known: quantities.length, of: indicators.length }
}

function investmentOf(group: readonly Countable[]): InvestmentSum | null {
  const projects = new Map<string, Countable>()
  for (const it of group) {
    if (it.project !== null) projects.set(JSON.stringify([it.plan, it.project.code]), it)
  }
  const funded = [...projects.values()].flatMap((it) => {
    const investment = it.project?.investment
    const unit = investment === undefined ? null : findMeasureUnit(investment.unit, it.ownUnits)
    return investment === undefined || unit === null ? [] : [{ it, investment, unit }]
  })
  const quantities = (
    read: (each: (typeof funded)[number]) => Decimal | null | undefined,
  ): readonly Quantity[] =>
    funded.flatMap((each) => {
      const value = read(each)
      return value === null || value === undefined ? [] : [{ value, unit: each.unit }]
    })
  const sums = sumQuantities(
    [
      quantities(({ investment }) => investment.total),
      quantities(({ investment }) => investment.thisYear),
      quantities(({ it }) => it.invested),
    ],
    funded.map(({ unit }) => unit),
  )
  if (sums === null) return null
  const [total = '0', thisYear = '0', done = '0'] = sums.values
  return { unit: sums.unit.code, total, thisYear, done, projects: projects.size }
}
