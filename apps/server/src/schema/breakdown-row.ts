import type { InvestmentSum, Light, QuantitySum, Status } from '@duban/domain'
import type { DimensionKey } from './breakdown-filter.ts'
import type { FindUnit, RowShape } from './breakdown-shape.ts'
import { builder } from './builder.ts'
import { DimensionEnum } from './dimension.ts'
import { MeasureUnitRef } from './measure-unit.ts'
import type { NameGroup } from './plan-names.ts'
import { LightCountsRef, StatusCountsRef } from './rollup.ts'
import { langArgs } from './text.ts'

/** A part of a row, with what finds its unit. */
interface InUnit {
  readonly findUnit: FindUnit
}

const KeyRef = builder.objectRef<DimensionKey & { readonly nameGroup: NameGroup }>('BreakdownKey')

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
      description:
        'What a person calls it (名称); the value itself where the plans of the row have none or several names for it.',
      resolve: ({ nameGroup, ...key }, { lang }) => nameGroup(key, lang),
    }),
  }),
})

const QuantitySumRef = builder.objectRef<QuantitySum & InUnit>('QuantitySum')

builder.objectType(QuantitySumRef, {
  description: 'A sum over those whose value is known (合计).',
  fields: (t) => ({
    value: t.field({
      type: 'Decimal',
      description: 'The sum (合计值).',
      resolve: ({ value }) => value,
    }),
    unit: t.field({
      type: MeasureUnitRef,
      nullable: true,
      description: 'The unit it is in (计量单位).',
      resolve: ({ findUnit, unit }) => findUnit(unit),
    }),
    known: t.int({
      description: 'How many values are known (已知数).',
      resolve: ({ known }) => known,
    }),
    of: t.int({ description: 'Out of how many (总数).', resolve: ({ of }) => of }),
  }),
})

const InvestmentSumRef = builder.objectRef<InvestmentSum & InUnit>('InvestmentSum')

builder.objectType(InvestmentSumRef, {
  description: 'The money of the distinct projects behind some commitments (投资合计).',
  fields: (t) => ({
    unit: t.field({
      type: MeasureUnitRef,
      nullable: true,
      description: 'The unit it is in (计量单位).',
      resolve: ({ findUnit, unit }) => findUnit(unit),
    }),
    total: t.field({
      type: 'Decimal',
      description: 'Planned in all (总投资).',
      resolve: ({ total }) => total,
    }),
    thisYear: t.field({
      type: 'Decimal',
      description: 'Planned this year (年度计划投资).',
      resolve: ({ thisYear }) => thisYear,
    }),
    done: t.field({
      type: 'Decimal',
      description: 'Done this year (已完成投资).',
      resolve: ({ done }) => done,
    }),
    projects: t.int({
      description: 'How many projects (项目数).',
      resolve: ({ projects }) => projects,
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
      resolve: ({ nameGroup, keys }) => keys.map((key) => ({ ...key, nameGroup })),
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
      resolve: ({ findUnit, values: { target } }) => (target ? { ...target, findUnit } : null),
    }),
    actual: t.field({
      type: QuantitySumRef,
      nullable: true,
      description:
        'Sum of actual values (实际值合计); null where units do not agree or nothing is known.',
      resolve: ({ findUnit, values: { actual } }) => (actual ? { ...actual, findUnit } : null),
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
      resolve: ({ findUnit, values: { investment } }) =>
        investment ? { ...investment, findUnit } : null,
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
