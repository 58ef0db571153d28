import type { Assessment, PolicyTrace } from '@duban/domain'
import { assessmentOf } from './assessment-of.ts'
import { builder } from './builder.ts'
import { CommitmentRef } from './commitment.ts'
import { LightEnum, PaceEnum, StatusEnum } from './commitment-enums.ts'
import { type InPlan, inPlan } from './plan-at.ts'
import { ReasonRef } from './reason.ts'

export const AssessmentRef = builder.objectRef<InPlan<'Assessment', Assessment>>('Assessment')

const PolicyTraceRef = builder.objectRef<PolicyTrace>('PolicyTrace').implement({
  description: 'Which policy lit a light, and by which condition (亮灯依据).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the policy (办法代码).' }),
    version: t.exposeString('version', { description: 'Its version (版本).' }),
    condition: t.exposeString('condition', { description: 'The CEL condition that fired (条件).' }),
  }),
})

builder.objectType(AssessmentRef, {
  description:
    'What is true of a commitment in a view (评估). Facts first: the light is the policy’s opinion.',
  fields: (t) => ({
    status: t.field({
      type: StatusEnum,
      description: 'Its state, a fact (状态).',
      resolve: ({ of }) => of.status,
    }),
    metOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day from which it has been fulfilled (完成日期).',
      resolve: ({ of }) => of.metOn,
    }),
    daysLate: t.int({
      nullable: true,
      description:
        'Days past due while unfulfilled, or by which it was met late (逾期天数); null when not late.',
      resolve: ({ of }) => of.daysLate,
    }),
    monthsLate: t.int({
      description:
        'Month ends, the due date’s own month included, at which it stood unfulfilled (逾期月数).',
      resolve: ({ of }) => of.monthsLate,
    }),
    daysToDue: t.int({
      nullable: true,
      description: 'Days from asOf to the due date, negative past it (距到期天数).',
      resolve: ({ of }) => of.daysToDue,
    }),
    actual: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'The value reached, in the indicator’s unit (实际值); null where nothing is known, which is not zero.',
      resolve: ({ of }) => of.actual,
    }),
    target: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The target it is held against (目标值).',
      resolve: ({ of }) => of.target,
    }),
    achieved: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '(actual - baseline) / (target - baseline), as it is (完成率): 0.5 is half; it can pass 1.',
      resolve: ({ of }) => of.achieved,
    }),
    achievedClamped: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The same held within 0 and 1 (完成率，限于 0 至 1).',
      resolve: ({ of }) => of.achievedClamped,
    }),
    expected: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The share expected by now, 0 to 1 (序时要求).',
      resolve: ({ of }) => of.expected,
    }),
    gapPoints: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'Percentage points ahead of what was expected; negative is behind (与序时差，百分点).',
      resolve: ({ of }) => of.gapPoints,
    }),
    pace: t.field({
      type: PaceEnum,
      description: 'The sign of the gap (进度).',
      resolve: ({ of }) => of.pace,
    }),
    light: t.field({
      type: LightEnum,
      description: 'The policy’s judgement (灯).',
      resolve: ({ of }) => of.light,
    }),
    policy: t.field({
      type: PolicyTraceRef,
      description: 'Which policy lit it, and by which condition (亮灯依据).',
      resolve: ({ of }) => of.policy,
    }),
    reasons: t.field({
      type: [ReasonRef],
      description: 'Why, with the facts used, so that anyone can reckon it again (理由).',
      resolve: ({ of }) => [...of.reasons],
    }),
  }),
})

builder.interfaceField(CommitmentRef, 'assessment', (t) =>
  t.field({
    type: AssessmentRef,
    description: 'What is true of it in this view (评估).',
    resolve: ({ at, of }) => inPlan('Assessment', at, assessmentOf(at, of.id)),
  }),
)
