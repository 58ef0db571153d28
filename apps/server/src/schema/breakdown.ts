import { breakdownAcross, type PlanView } from '@duban/domain'
import type { Condition } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { conditionOf } from '../filtering/condition.ts'
import { filterOfRow } from './breakdown-filter.ts'
import { BreakdownRank, neededFor, type RankMeasure, ranked } from './breakdown-rank.ts'
import { RowRef } from './breakdown-row.ts'
import type { RowShape } from './breakdown-shape.ts'
import { builder } from './builder.ts'
import {
  CommitmentFilter,
  type CommitmentFilterField,
  type CommitmentFilterInput,
  commitmentFields,
} from './commitment-filter.ts'
import { commitmentsThatFit } from './commitment-list.ts'
import { DimensionEnum, type DimensionName, MeasureEnum, type MeasureName } from './dimension.ts'
import { labelOfKey, plansOfRow } from './key-label.ts'
import { measureUnitAmong } from './measure-unit-in.ts'
import { PlanRef } from './plan.ts'
import type { PlanAt } from './plan-at.ts'

/** The arguments of a breakdown. */
export const breakdownArgs = builder.args((t) => ({
  by: t.field({
    type: [DimensionEnum],
    required: true,
    description: 'What to group by (维度): one to four dimensions.',
  }),
  measures: t.field({
    type: [MeasureEnum],
    required: true,
    description: 'What to count of each group (度量).',
  }),
  filter: t.field({
    type: CommitmentFilter,
    description: 'Of which commitments (筛选); of all unless given.',
  }),
  rank: t.field({
    type: BreakdownRank,
    description: 'How the rows are ranked (排名); in the order of their keys unless given.',
  }),
}))

/** Dimensions a breakdown may have: more make more groups than anyone reads. */
const dimensionLimit = 4

/** Throws the refusal of a breakdown by too many dimensions, or by none. */
export function checkDimensions(by: readonly DimensionName[]): void {
  if (by.length >= 1 && by.length <= dimensionLimit) return
  throw refuse('DIMENSION_COUNT', { actual: by.length, limit: dimensionLimit })
}

/** The rows of some plans, worked out from their facts. */
export function plansBreakdown(
  plans: readonly PlanAt[],
  by: readonly DimensionName[],
  measures: readonly MeasureName[],
  filter: CommitmentFilterInput | null | undefined,
  rank: RankWish,
): RowShape[] {
  checkDimensions(by)
  const condition = conditionOf(filter, commitmentFields)
  const views = plans.map((at) => narrowed(at, condition))
  const rows = breakdownAcross(views, by, withNeeded(measures, rank)).map(
    ({ key, values }): RowShape => {
      const keys = by.map((dimension) => ({ dimension, value: key[dimension] ?? null }))
      const own = plansOfRow(plans, keys)
      return {
        findUnit: (code) => measureUnitAmong(own, code),
        nameGroup: ({ dimension, value }, lang) => labelOfKey(own, dimension, value, lang),
        keys,
        filter: filterOfRow(filter, keys),
        values,
      }
    },
  )
  return ranked(rows, rank)
}

/** The wish to have rows ranked, as the arguments give it. */
export type RankWish =
  | { readonly by: RankMeasure; readonly direction: 'ASC' | 'DESC' }
  | null
  | undefined

/** The measures, with what ranking needs beside them. */
export function withNeeded(
  measures: readonly MeasureName[],
  rank: RankWish,
): readonly MeasureName[] {
  return rank ? [...new Set([...measures, neededFor[rank.by]])] : measures
}

/** The view with only the commitments that a condition finds; everything else of it is as it was. */
function narrowed(at: PlanAt, condition: Condition<CommitmentFilterField> | undefined): PlanView {
  if (!condition) return at.view
  const value = commitmentsThatFit(at, at.view.commitments, condition)
  return Object.create(at.view, { commitments: { value } })
}

builder.objectField(PlanRef, 'breakdown', (t) =>
  t.field({
    type: [RowRef],
    args: breakdownArgs,
    complexity: ({ by, measures }) => ({
      field: 100 * measures.length * by.length,
      multiplier: 20 * by.length,
    }),
    description: 'Its commitments in groups, each counted and measured (分组统计).',
    resolve: ({ at }, { by, measures, filter, rank }) =>
      plansBreakdown([at], by, measures, filter, rank),
  }),
)
