import { builder } from './builder.ts'
import { IndicatorRef, indicatorOf } from './indicator.ts'
import { AmendedFieldEnum } from './target-history.ts'
import { present, writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'

writeMutation({
  name: 'amendTarget',
  command: 'AMEND_TARGET',
  description:
    'Changes a target, its upper bound or a baseline from a day on (调整目标); what it was before is kept.',
  input: builder.inputType('AmendTargetInput', {
    description: 'A new target, with its reason (目标调整).',
    fields: (t) => ({
      ...writeFields(t),
      indicator: t.string({ required: true, description: 'Code of the indicator (指标代码).' }),
      field: t.field({
        type: AmendedFieldEnum,
        required: true,
        defaultValue: 'target',
        description: 'What of it (调整内容).',
      }),
      value: t.field({ type: 'Decimal', required: true, description: 'The new value (数值).' }),
      reason: t.string({ required: true, description: 'Why (理由).' }),
      document: t.string({ description: 'Code of the document that orders it (依据文件).' }),
      effectiveOn: t.field({
        type: 'Date',
        description: 'From when it is in force (生效日期); today unless given.',
      }),
    }),
  }),
  payload: (t) => ({
    indicator: t.field({
      type: IndicatorRef,
      nullable: true,
      description: 'The indicator (指标).',
      resolve: ({ at, done }) => {
        const [fact] = done.facts
        return at && fact?.type === 'AMENDMENT' ? indicatorOf(at, fact.indicator) : null
      },
    }),
  }),
  read: ({ plan, indicator, field, value, reason, document, effectiveOn }) => ({
    plan,
    command: {
      type: 'AMEND_TARGET',
      indicator,
      field,
      value,
      reason,
      ...present({ document, effectiveOn }),
    },
  }),
})
