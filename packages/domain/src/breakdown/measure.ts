import type { Status } from '../assessment/assessment.ts'
import type { Light } from '../policy/policy.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { parseExact, printExact, sumExact } from '../quantity/exact.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
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

/** Indicators in one unit: how many, how many of their values are known, and the sum of these. */
export interface QuantityPart {
  /** Null where there is no such unit. */
  readonly unit: MeasureUnit | null
  readonly of: number
  readonly known: number
  /** Null where none is known. */
  readonly sum: Decimal | null
}

/** The sum of values; null where units do not agree, or nothing is known. */
export function quantitySum(parts: readonly QuantityPart[]): QuantitySum | null {
  const units = parts.flatMap(({ unit }) => unit ?? [])
  const quantities = parts.flatMap(({ unit, sum }) =>
    sum === null || unit === null ? [] : [{ value: sum, unit }],
  )
  if (units.length < parts.length || quantities.length === 0) return null
  const sum = sumQuantities([quantities], units)
  if (sum === null) return null
  const [value = '0'] = sum.values
  const [known, of] = [countOf(parts, ({ known }) => known), countOf(parts, ({ of }) => of)]
  return { value, unit: sum.unit.code, known, of }
}

function countOf<Part>(parts: readonly Part[], read: (part: Part) => number): number {
  return parts.reduce((sum, part) => sum + read(part), 0)
}

function sumOf(
  group: readonly Countable[],
  read: (it: Countable) => Decimal | null,
): QuantitySum | null {
  return quantitySum(
    group.flatMap((it): readonly QuantityPart[] => {
      if (it.commitment.kind !== 'INDICATOR') return []
      const unit = findMeasureUnit(it.commitment.definition.unit, it.ownUnits)
      const sum = read(it)
      return [{ unit, of: 1, known: sum === null ? 0 : 1, sum }]
    }),
  )
}

/** Projects with their money in one unit, added up; a sum is null where none of them tells of it. */
export interface InvestmentPart {
  /** Null of projects without money, and where there is no such unit. */
  readonly unit: MeasureUnit | null
  readonly projects: number
  readonly total: Decimal | null
  readonly thisYear: Decimal | null
  readonly done: Decimal | null
}

/** The money of distinct projects; null where there is none, or units do not agree. */
export function investmentSum(parts: readonly InvestmentPart[]): InvestmentSum | null {
  const quantities = (read: (part: InvestmentPart) => Decimal | null): readonly Quantity[] =>
    parts.flatMap((part) => {
      const value = read(part)
      return value === null || part.unit === null ? [] : [{ value, unit: part.unit }]
    })
  const sums = sumQuantities(
    [
      quantities(({ total }) => total),
      quantities(({ thisYear }) => thisYear),
      quantities(({ done }) => done),
    ],
    parts.flatMap(({ unit }) => unit ?? []),
  )
  if (sums === null) return null
  const [total = '0', thisYear = '0', done = '0'] = sums.values
  const projects = countOf(parts, ({ projects }) => projects)
  return { unit: sums.unit.code, total, thisYear, done, projects }
}

function investmentOf(group: readonly Countable[]): InvestmentSum | null {
  const behind = new Map<string, Countable>()
  for (const it of group) {
    if (it.project !== null) behind.set(JSON.stringify([it.plan, it.project.code]), it)
  }
  return investmentSum(
    [...behind.values()].map(({ project, ownUnits, invested }) => {
      const investment = project?.investment
      return {
        unit: investment === undefined ? null : findMeasureUnit(investment.unit, ownUnits),
        projects: 1,
        total: investment?.total ?? null,
        thisYear: investment?.thisYear ?? null,
        done: invested,
      }
    }),
  )
}
