import type { TargetInView } from '@duban/domain'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { builder } from './builder.ts'
import { connectionType, pageCost } from './connection.ts'
import { DocumentRef, documentOf } from './document.ts'
import { IndicatorRef, indicatorOf } from './indicator.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan } from './plan-at.ts'

export const AmendedFieldEnum = builder.enumType('AmendedField', {
  description: 'What of an indicator has changed (调整内容).',
  values: {
    TARGET: { value: 'target', description: 'The target (目标值).' },
    TARGET_UPPER: { value: 'targetUpper', description: 'The upper bound (目标上限).' },
    BASELINE: { value: 'baseline', description: 'The baseline (基数).' },
  } as const,
})

type TargetShape = InPlan<'TargetChange', TargetInView & { readonly indicator: string }>

const TargetChangeRef = builder.objectRef<TargetShape>('TargetChange')
const TargetChangeConnection = connectionType(TargetChangeRef, '目标调整')

builder.objectType(TargetChangeRef, {
  description: 'One value that a target, its upper bound or a baseline has had (目标沿革 / 调整).',
  fields: (t) => ({
    indicator: t.field({
      type: IndicatorRef,
      nullable: true,
      description: 'The indicator (指标).',
      resolve: ({ at, of }) => indicatorOf(at, of.indicator),
    }),
    field: t.field({
      type: AmendedFieldEnum,
      description: 'What has this value (内容).',
      resolve: ({ of }) => of.field,
    }),
    value: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The value (数值).',
      resolve: ({ of }) => of.value,
    }),
    from: t.field({
      type: 'Date',
      description: 'The day from which it is in force (生效日期).',
      resolve: ({ of }) => of.from,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it was changed (原因); null for the first value.',
      resolve: ({ of }) => of.reason,
    }),
    document: t.field({
      type: DocumentRef,
      nullable: true,
      description: 'The document that orders it (依据文件).',
      resolve: ({ at, of }) => documentOf(at, of.document),
    }),
    fact: t.string({
      description: 'Id of the fact that says so (事实).',
      resolve: ({ of }) => of.fact,
    }),
    isAmendment: t.boolean({
      description: 'Whether it amends an earlier value (是否调整).',
      resolve: ({ of }) => of.amendment !== null,
    }),
  }),
})

builder.objectField(IndicatorRef, 'targetHistory', (t) =>
  t.field({
    type: [TargetChangeRef],
    description: 'Each value its target has had, when, why, and by which document (目标沿革).',
    resolve: ({ at, of }) =>
      at.view
        .targetHistory(of.code)
        .map((one) => inPlan('TargetChange', at, { ...one, indicator: of.code })),
  }),
)

builder.objectField(PlanRef, 'amendments', (t) =>
  t.connection(
    {
      type: TargetChangeRef,
      complexity: pageCost,
      description:
        'Every change of a target, an upper bound or a baseline, with its reason (调整).',
      resolve: ({ at }, args, { limits }) => {
        const changes = at.view.indicators.flatMap(({ code: indicator }) =>
          at.view
            .targetHistory(indicator)
            .filter(({ amendment }) => amendment !== null)
            .map((one) => inPlan('TargetChange', at, { ...one, indicator })),
        )
        return connectionOfList(
          inOrderGiven(changes, ({ of }) => of.fact),
          args,
          limits,
        )
      },
    },
    TargetChangeConnection,
  ),
)
