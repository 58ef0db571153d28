import {
  compareExact,
  type Exact,
  exactOf,
  exactOfRatio,
  type MeasureValues,
  parseExact,
} from '@duban/domain'
import type { RowShape } from './breakdown-shape.ts'
import { builder } from './builder.ts'
import type { MeasureName } from './dimension.ts'
import { OrderDirectionEnum } from './filters.ts'

export const RankMeasureEnum = builder.enumType('RankMeasure', {
  description:
    'What the rows of a breakdown are ranked by (排名依据). A row of which it is not known comes last.',
  values: {
    COUNT: { description: 'How many commitments (数量).' },
    MET_SHARE: { description: 'The share that is fulfilled, in time or late (完成占比).' },
    OVERDUE_SHARE: { description: 'The share that is overdue (逾期占比).' },
    GREEN_SHARE: { description: 'The share that stands green (绿灯占比).' },
    RED_SHARE: { description: 'The share that stands red (红灯占比).' },
    ACHIEVED: { description: 'The weighted mean achieved (完成率).' },
    SCORE: { description: 'Points by the policy (得分).' },
    DAYS_LATE: { description: 'Days late, added up (逾期天数合计).' },
  } as const,
})

export type RankMeasure = typeof RankMeasureEnum.$inferType

export const BreakdownRank = builder.inputType('BreakdownRank', {
  description:
    'How the rows of a breakdown are ranked (排名方式): the first gets rank 1, equal rows share a rank.',
  fields: (t) => ({
    by: t.field({ type: RankMeasureEnum, required: true, description: 'By what (依据).' }),
    direction: t.field({
      type: OrderDirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Which end comes first (方向); the greatest unless given.',
    }),
  }),
})

/** What has to be counted so that rows can be ranked. */
export const neededFor: Readonly<Record<RankMeasure, MeasureName>> = {
  COUNT: 'COUNT',
  MET_SHARE: 'BY_STATUS',
  OVERDUE_SHARE: 'BY_STATUS',
  GREEN_SHARE: 'BY_LIGHT',
  RED_SHARE: 'BY_LIGHT',
  ACHIEVED: 'ACHIEVED',
  SCORE: 'SCORE',
  DAYS_LATE: 'DAYS_LATE',
}

/** The rows in the order of their ranks, each told its own; without a way to rank, as they are. */
export function ranked(
  rows: readonly RowShape[],
  rank: { readonly by: RankMeasure; readonly direction: 'ASC' | 'DESC' } | null | undefined,
): RowShape[] {
  if (!rank) return [...rows]
  const sign = rank.direction === 'ASC' ? 1 : -1
  const valued = rows.map((row) => ({ row, value: rankValue[rank.by](row.values) }))
  const compare = (a: Exact | null, b: Exact | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return compareExact(a, b) * sign
  }
  valued.sort((a, b) => compare(a.value, b.value))
  return valued.map(({ row, value }) => ({
    ...row,
    rank: 1 + valued.filter((other) => compare(other.value, value) < 0).length,
  }))
}

/** Places of a share: enough that two different shares of any plan differ. */
const places = 15

const share = (part: number, counts: Readonly<Record<string, number>>): Exact | null => {
  const whole = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return whole === 0 ? null : exactOfRatio(part, whole, places)
}

const rankValue: Readonly<Record<RankMeasure, (values: MeasureValues) => Exact | null>> = {
  COUNT: ({ count }) => exactOf(count ?? Number.NaN),
  MET_SHARE: ({ byStatus }) =>
    byStatus ? share(byStatus.MET + byStatus.MET_LATE, byStatus) : null,
  OVERDUE_SHARE: ({ byStatus }) => (byStatus ? share(byStatus.OVERDUE, byStatus) : null),
  GREEN_SHARE: ({ byLight }) => (byLight ? share(byLight.GREEN, byLight) : null),
  RED_SHARE: ({ byLight }) => (byLight ? share(byLight.RED, byLight) : null),
  ACHIEVED: ({ achieved }) => (achieved?.mean ? parseExact(achieved.mean) : null),
  SCORE: ({ score }) => (score ? parseExact(score) : null),
  DAYS_LATE: ({ daysLate }) => exactOf(daysLate ?? Number.NaN),
}
