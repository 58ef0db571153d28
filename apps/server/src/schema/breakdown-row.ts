import type { InvestmentSum, Light, QuantitySum, Status } from '@duban/domain'
import type { DimensionKey } from './breakdown-filter.ts'
import type { RowShape } from './breakdown-shape.ts'
import { builder } from './builder.ts'
import { DimensionEnum } from './dimension.ts'
import { labelOfKey } from './key-label.ts'
import { MeasureUnitRef } from './measure-unit.ts'
import { measureUnitIn } from './measure-unit-in.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { LightCountsRef, StatusCountsRef } from './rollup.ts'
import { langArgs } from './text.ts'

const KeyRef = builder.objectRef<DimensionKey & { readonly at: PlanAt | null }>('BreakdownKey')

builder.objectType(KeyRef, {
  description: 'What the commitments of a row have in common in one dimension (分组键).',
  fields: (t) => ({
    dimension: t.expose('dimension', { type: DimensionEnum, description: 'The dimension (维度).' }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'The value or code (值); null gathers what has none.',
    }),
    label: t.string({
      args: langArgs,
      nullable: true,
      description: 'What a person calls it (名称).',
      resolve: ({ at, dimension, value }, { lang }) => labelOfKey(at, dimension, value, lang),
    }),
  }),
})

const QuantitySumRef = builder.objectRef<{ readonly at: PlanAt | null; readonly sum: QuantitySum }>(
  'QuantitySum',
)

builder.objectType(QuantitySumRef, {
  description: 'A sum over those whose value is known (合计).',
  fields: (t) => ({
    value: t.field({
      type: 'Decimal',
      description: 'The sum (合计值).',
      resolve: ({ sum }) => sum.value,
    }),
    unit: t.field({
      type: MeasureUnitRef,
      nullable: true,
      description: 'The unit it is in (计量单位).',
      resolve: ({ at, sum }) => (at ? measureUnitIn(at, sum.unit) : null),
    }),
    known: t.int({
      description: 'How many values are known (已知数).',
      resolve: ({ sum }) => sum.known,
    }),
    of: t.int({ description: 'Out of how many (总数).', resolve: ({ sum }) => sum.of }),
  }),
})

const InvestmentSumRef = builder.objectRef<InPlan<'InvestmentSum', InvestmentSum>>('InvestmentSum')

builder.objectType(InvestmentSumRef, {
  description: 'The money of the distinct projects behind some commitments (投资合计).',
  fields: (t) => ({
    unit: t.field({
      type: MeasureUnitRef,
      nullable: true,
      description: 'The unit it is in (计量单位).',
      resolve: ({ at, of }) => measureUnitIn(at, of.unit),
    }),
    total: t.field({
      type: 'Decimal',
      description: 'Planned in all (总投资).',
      resolve: ({ of }) => of.total,
    }),
    thisYear: t.field({
      type: 'Decimal',
      description: 'Planned this year (年度计划投资).',
      resolve: ({ of }) => of.thisYear,
    }),
    done: t.field({
      type: 'Decimal',
      description: 'Done this year (已完成投资).',
      resolve: ({ of }) => of.done,
    }),
    projects: t.int({
      description: 'How many projects (项目数).',
      resolve: ({ of }) => of.projects,
    }),
  }),
})

export const RowRef = builder.objectRef<RowShape>('BreakdownRow')

const none: Readonly<Record<Status | Light, number>> = {
  WAIVED: 0,
  MET: 0,
  MET_LATE: 0,
  OVERDUE: 0,
  DUE_SOON: 0,
  UNKNOWN: 0,
  PENDING: 0,
  GREEN: 0,
  BLUE: 0,
  YELLOW: 0,
  RED: 0,
  GREY: 0,
}

builder.objectType(RowRef, {
  description:
    'One group of a breakdown (分组): its keys, its measures, and the filter that finds its commitments again.',
  fields: (t) => ({
    rank: t.int({
      nullable: true,
      description: 'Its place among the rows (名次), 1 for the first; null unless they are ranked.',
      resolve: ({ rank }) => rank ?? null,
    }),
    keys: t.field({
      type: [KeyRef],
      description: 'The group, a key for each dimension asked for (分组键).',
      resolve: ({ at, keys }) => keys.map((key) => ({ ...key, at })),
    }),
    filter: t.field({
      type: 'JSON',
      description:
        'A CommitmentFilter that finds the commitments of this row (筛选条件), to be passed on as it is.',
      resolve: ({ filter }) => filter,
    }),
    count: t.int({
      nullable: true,
      description: 'How many commitments (数量); null unless COUNT is asked for.',
      resolve: ({ values }) => values.count ?? null,
    }),
    byStatus: t.field({
      type: StatusCountsRef,
      nullable: true,
      description: 'By status (按状态); null unless BY_STATUS is asked for.',
      resolve: ({ values }) => (values.byStatus ? { ...none, ...values.byStatus } : null),
    }),
    byLight: t.field({
      type: LightCountsRef,
      nullable: true,
      description: 'By light (按灯); null unless BY_LIGHT is asked for.',
      resolve: ({ values }) => (values.byLight ? { ...none, ...values.byLight } : null),
    }),
    target: t.field({
      type: QuantitySumRef,
      nullable: true,
      description:
        'Sum of targets (目标值合计); null where units do not agree or nothing is known.',
      resolve: ({ at, values: { target } }) => (target ? { at, sum: target } : null),
    }),
    actual: t.field({
      type: QuantitySumRef,
      nullable: true,
      description:
        'Sum of actual values (实际值合计); null where units do not agree or nothing is known.',
      resolve: ({ at, values: { actual } }) => (actual ? { at, sum: actual } : null),
    }),
    achieved: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Weighted mean achieved, 0 to 1 (加权完成率).',
      resolve: ({ values }) => values.achieved?.mean ?? null,
    }),
    coverage: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Known weight over all weight, 0 to 1 (覆盖率).',
      resolve: ({ values }) => values.achieved?.coverage ?? null,
    }),
    investment: t.field({
      type: InvestmentSumRef,
      nullable: true,
      description: 'Money of the projects behind them (投资合计).',
      resolve: ({ at, values: { investment } }) =>
        at && investment ? inPlan('InvestmentSum', at, investment) : null,
    }),
    score: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Points by the plan’s policy (得分).',
      resolve: ({ values }) => values.score ?? null,
    }),
    daysLate: t.int({
      nullable: true,
      description: 'Days late, added up (逾期天数合计).',
      resolve: ({ values }) => values.daysLate ?? null,
    }),
  }),
})
