import type { Checkpoint, Commitment, Derivation, IndicatorInView } from '@duban/domain'
import type { Limits } from '../settings/settings.ts'
import { builder } from './builder.ts'
import { CommitmentRef, type IndicatorShape } from './commitment.ts'
import { type CommitmentListArgs, commitmentList, commitmentListArgs } from './commitment-list.ts'
import { connectionType, pageCost } from './connection.ts'
import {
  AccumulationEnum,
  AggregateEnum,
  ComparatorEnum,
  DirectionEnum,
  FulfilmentEnum,
  PaceKindEnum,
} from './indicator-enums.ts'
import { MeasureUnitRef } from './measure-unit.ts'
import { measureUnitIn } from './measure-unit-in.ts'
import { InViewRef, registerNode } from './node.ts'
import { PlanRef } from './plan.ts'
import { inPlan, type PlanAt } from './plan-at.ts'
import { PlateRef } from './plate.ts'
import { TaskRef } from './task.ts'

export const IndicatorRef = builder.objectRef<IndicatorShape>('Indicator')
export const IndicatorConnection = connectionType(IndicatorRef, '指标')

const isIndicator = (one: Commitment): one is IndicatorInView => one.kind === 'INDICATOR'

const listOf = (
  at: PlanAt,
  commitments: readonly Commitment[],
  args: CommitmentListArgs,
  limits: Limits,
) =>
  commitmentList(
    at,
    commitments.filter(isIndicator),
    (one) => inPlan('Indicator', at, one),
    args,
    limits,
  )

/** The indicator with a code or an id, or null. */
export function indicatorOf(at: PlanAt, code: string | undefined): IndicatorShape | null {
  const found =
    code === undefined
      ? null
      : (at.view.commitment(`indicator/${code}`) ?? at.view.commitment(code))
  return found && isIndicator(found) ? inPlan('Indicator', at, found) : null
}

registerNode('Indicator', indicatorOf)

const CheckpointRef = builder.objectRef<Checkpoint>('Checkpoint').implement({
  description: 'A value expected on a date (节点值); between two of them expectation is linear.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The date (日期).' }),
    value: t.expose('value', { type: 'Decimal', description: 'The value expected then (数值).' }),
  }),
})

const DerivationRef = builder.objectRef<Derivation>('Derivation').implement({
  description: 'How a DERIVED indicator is computed over the projects in view (汇总口径).',
  fields: (t) => ({
    aggregate: t.expose('aggregate', {
      type: AggregateEnum,
      description: 'Counted or summed (汇总方式).',
    }),
    field: t.string({
      nullable: true,
      description: 'What SUM adds up (字段), converted to the indicator’s unit.',
      resolve: ({ field }) => field ?? null,
    }),
    where: t.string({
      nullable: true,
      description: 'The CEL condition that chooses the projects (条件); all without one.',
      resolve: ({ where }) => where ?? null,
    }),
  }),
})

builder.objectType(IndicatorRef, {
  description: 'A quantity with a target, a comparator, a unit and a due date (指标).',
  interfaces: [builder.nodeInterfaceRef(), InViewRef, CommitmentRef],
  fields: (t) => ({
    unit: t.field({
      type: MeasureUnitRef,
      nullable: true,
      description: 'The unit its values are in (计量单位).',
      resolve: ({ at, of }) => measureUnitIn(at, of.definition.unit),
    }),
    direction: t.field({
      type: DirectionEnum,
      description: 'Which way it is meant to go (方向).',
      resolve: ({ of }) => of.definition.direction,
    }),
    comparator: t.field({
      type: ComparatorEnum,
      description: 'How the actual value is held against the target (比较方式).',
      resolve: ({ of }) => of.definition.comparator,
    }),
    target: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'The target in force (目标值), after amendments; null where it is relative to a baseline that is not known.',
      resolve: ({ of }) => of.definition.target ?? null,
    }),
    targetUpper: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The upper bound of BETWEEN (目标上限).',
      resolve: ({ of }) => of.definition.targetUpper ?? null,
    }),
    targetFactor: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The target is the baseline times this (目标系数): “cut by 15 %” is 0.85.',
      resolve: ({ of }) => of.definition.targetFactor ?? null,
    }),
    baseline: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Where it started from (基数); null where the source does not say.',
      resolve: ({ of }) => of.definition.baseline ?? null,
    }),
    accumulation: t.field({
      type: AccumulationEnum,
      description: 'How its observations combine (累计方式).',
      resolve: ({ of }) => of.definition.accumulation,
    }),
    fulfilment: t.field({
      type: FulfilmentEnum,
      nullable: true,
      description: 'When it counts as fulfilled, where the plan declares it (完成判定).',
      resolve: ({ of }) => of.definition.fulfilment ?? null,
    }),
    pace: t.field({
      type: PaceKindEnum,
      description: 'What is expected before it is due (序时要求).',
      resolve: ({ of }) => of.definition.pace ?? 'LINEAR',
    }),
    checkpoints: t.field({
      type: [CheckpointRef],
      description: 'The values expected on dates (节点值).',
      resolve: ({ of }) => [...(of.definition.checkpoints ?? [])],
    }),
    startOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day of its own span (起算日), where it is not the plan’s.',
      resolve: ({ of }) => of.definition.startOn ?? null,
    }),
    numerator: t.field({
      type: IndicatorRef,
      nullable: true,
      description: 'The indicator above the line, of a RATIO (分子).',
      resolve: ({ at, of }) => indicatorOf(at, of.definition.numerator),
    }),
    denominator: t.field({
      type: IndicatorRef,
      nullable: true,
      description: 'The indicator below the line, of a RATIO (分母).',
      resolve: ({ at, of }) => indicatorOf(at, of.definition.denominator),
    }),
    derivation: t.field({
      type: DerivationRef,
      nullable: true,
      description: 'How it is computed over projects, of a DERIVED one (汇总口径).',
      resolve: ({ of }) => of.definition.derivation ?? null,
    }),
  }),
})

builder.objectFields(PlanRef, (t) => ({
  indicators: t.connection(
    {
      type: IndicatorRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its quantified commitments (指标).',
      resolve: ({ at }, args, { limits }) => listOf(at, at.view.indicators, args, limits),
    },
    IndicatorConnection,
  ),
  indicator: t.field({
    type: IndicatorRef,
    nullable: true,
    args: { code: t.arg.string({ required: true, description: 'Its code (代码).' }) },
    description: 'The indicator with a code (按代码取指标); null where there is none.',
    resolve: ({ at }, { code }) => indicatorOf(at, code),
  }),
}))

builder.objectField(TaskRef, 'indicators', (t) =>
  t.connection(
    {
      type: IndicatorRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its indicators, subtasks’ included (指标).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, at.view.byTask(of.code, true), args, limits),
    },
    IndicatorConnection,
  ),
)

builder.objectField(PlateRef, 'indicators', (t) =>
  t.connection(
    {
      type: IndicatorRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its indicators (指标).',
      resolve: ({ at, of }, args, { limits }) => listOf(at, at.view.byPlate(of.code), args, limits),
    },
    IndicatorConnection,
  ),
)
