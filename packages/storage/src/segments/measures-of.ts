import {
  type CommitmentKind,
  type Decimal,
  doneShare,
  exactOf,
  findMeasureUnit,
  investmentSum,
  type Light,
  type Measure,
  type MeasureUnit,
  type MeasureValues,
  multiplyExact,
  parseExact,
  printExact,
  type QuantityPart,
  quantitySum,
  rollUpOf,
  type Status,
  sumExact,
  type Weighed,
  weightedMean,
  weightOf,
  ZERO,
} from '@duban/domain'
import type { UnitColumns } from '../contract/derived-rows.ts'

/** A unit of measure with one of the plans that it was found in. */
export interface UnitRow extends UnitColumns {
  readonly plan: string
}

/** Commitments of a group that are alike, counted and added up; what is not asked for is null or 0. */
export interface CountedRow extends UnitRow {
  readonly status: Status
  readonly light: Light
  readonly kind: CommitmentKind
  readonly weight: Decimal | null
  readonly count: number
  readonly targets: number
  readonly target: Decimal | null
  readonly actuals: number
  readonly actual: Decimal | null
  readonly achievedOf: number
  readonly achieved: Decimal | null
  readonly daysLate: number
  readonly points: Decimal | null
}

/** Distinct projects of a group whose money is in one unit, added up. */
export interface InvestedRow extends UnitRow {
  readonly projects: number
  readonly total: Decimal | null
  readonly thisYear: Decimal | null
  readonly done: Decimal | null
}

/** The measures of a group, by the rules of the domain. */
export function measuresOf(
  measures: readonly Measure[],
  counted: readonly CountedRow[],
  invested: readonly InvestedRow[],
): MeasureValues {
  return Object.assign({}, ...measures.map((measure) => measureOf(measure, counted, invested)))
}

function measureOf(
  measure: Measure,
  counted: readonly CountedRow[],
  invested: readonly InvestedRow[],
): MeasureValues {
  switch (measure) {
    case 'COUNT':
      return { count: counted.reduce((sum, { count }) => sum + count, 0) }
    case 'BY_STATUS':
      return { byStatus: tally(counted, noStatus, ({ status }) => status) }
    case 'BY_LIGHT':
      return { byLight: tally(counted, noLight, ({ light }) => light) }
    case 'TARGET':
      return { target: sumOf(counted, ({ targets, target }) => [targets, target]) }
    case 'ACTUAL':
      return { actual: sumOf(counted, ({ actuals, actual }) => [actuals, actual]) }
    case 'ACHIEVED': {
      const { achieved, coverage } = weightedMean(counted.flatMap(weighed))
      return { achieved: { mean: achieved, coverage } }
    }
    case 'INVESTMENT':
      return { investment: investmentSum(invested.map((row) => ({ ...row, unit: unitIn(row) }))) }
    case 'SCORE': {
      const points = counted.flatMap(({ points }) => exactIn(points) ?? [])
      return { score: printExact(sumExact(points)) }
    }
    case 'DAYS_LATE':
      return { daysLate: counted.reduce((sum, { daysLate }) => sum + daysLate, 0) }
  }
}

const { byStatus: noStatus, byLight: noLight } = rollUpOf([])

function tally<Key extends string>(
  counted: readonly CountedRow[],
  none: Readonly<Record<Key, number>>,
  keyOf: (row: CountedRow) => Key,
): Readonly<Record<Key, number>> {
  const counts: Record<Key, number> = { ...none }
  for (const row of counted) counts[keyOf(row)] += row.count
  return counts
}

function sumOf(
  counted: readonly CountedRow[],
  read: (row: CountedRow) => readonly [known: number, sum: Decimal | null],
) {
  return quantitySum(
    counted.flatMap((row): readonly QuantityPart[] => {
      if (row.kind !== 'INDICATOR') return []
      const [known, sum] = read(row)
      return [{ unit: unitIn(row), of: row.count, known, sum }]
    }),
  )
}

function weighed(row: CountedRow): readonly Weighed[] {
  const { kind, status, count, achievedOf, achieved } = row
  if (status === 'WAIVED') return []
  const weight = weightOf(row.weight ?? undefined)
  if (kind === 'INDICATOR') {
    return [{ weight, of: count, known: achievedOf, done: exactIn(achieved) ?? ZERO }]
  }
  const share = doneShare(kind, status, null)
  if (share === null) return [{ weight, of: count, known: 0, done: ZERO }]
  const done = multiplyExact(share, exactOf(count) ?? ZERO)
  return [{ weight, of: count, known: count, done }]
}

function exactIn(text: Decimal | null) {
  return text === null ? null : parseExact(text)
}

/** The unit that columns tell of: one of a plan's own, or a shipped one. */
function unitIn({ unit: code, dimension, factor }: UnitColumns): MeasureUnit | null {
  if (code === null) return null
  if (dimension === null || factor === null) return findMeasureUnit(code)
  return { code, label: { zh: code }, dimension, factor }
}

/** Of each unit that is a plan's own, a plan that defines it. */
export function ownUnitsIn(rows: readonly UnitRow[]): ReadonlyMap<string, string> {
  const units = new Map<string, string>()
  for (const { unit, dimension, plan } of rows) {
    if (unit !== null && (dimension ?? null) !== null) units.set(unit, plan)
  }
  return units
}
