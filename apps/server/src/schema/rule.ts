import { type EscalationStep, type Rule, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { LightEnum, SeverityEnum, SubjectKindEnum } from './commitment-enums.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { ModalityEnum } from './modality.ts'
import { nodeType } from './node.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { ReadingRef } from './reading.ts'
import { TaskRef, taskOf } from './task.ts'
import { langArgs } from './text.ts'
import { ResponsibilityRef, responsibilitiesOf, UnitRef, unitOf } from './unit.ts'

export type RuleShape = InPlan<'Rule', Rule>

export const RuleRef = builder.objectRef<RuleShape>('Rule')

/** The rule with a code, or null. */
export function ruleOf(at: PlanAt, code: string): RuleShape | null {
  const rule = at.plan.rules.find((one) => one.code === code)
  return rule ? inPlan('Rule', at, rule) : null
}

nodeType(RuleRef, {
  description:
    'A requirement on many subjects at once, as data (规则). Applied to one subject it is an obligation.',
  keyOf: ({ of }) => of.code,
  find: ruleOf,
})

export const EscalationStepRef =
  builder.objectRef<InPlan<'EscalationStep', EscalationStep>>('EscalationStep')

builder.objectType(EscalationStepRef, {
  description: 'One step of an escalation ladder (升级台阶).',
  fields: (t) => ({
    afterDays: t.int({
      description: 'Days after the due date (逾期天数); negative before it.',
      resolve: ({ of }) => of.afterDays,
    }),
    light: t.field({
      type: LightEnum,
      description: 'The light that is called for (灯).',
      resolve: ({ of }) => of.light,
    }),
    notify: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit that is told (通知单位).',
      resolve: ({ at, of }) => unitOf(at, of.notify),
    }),
  }),
})

builder.objectFields(RuleRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the plan (代码).',
    resolve: ({ of }) => of.code,
  }),
  title: t.string({
    args: langArgs,
    description: 'What it asks, in few words (名称).',
    resolve: ({ of }, { lang }) => textIn(of.title, lang),
  }),
  subject: t.field({
    type: SubjectKindEnum,
    description: 'What it is about (对象类型).',
    resolve: ({ of }) => of.subject,
  }),
  when: t.string({
    nullable: true,
    description: 'CEL: does it apply to a subject? (适用条件) All subjects where it is null.',
    resolve: ({ of }) => of.when ?? null,
  }),
  require: t.string({
    description: 'CEL: what must hold of a subject (要求).',
    resolve: ({ of }) => of.require,
  }),
  dueOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'The due date of all its obligations (完成期限); null where each has its own.',
    resolve: ({ of }) => (of.due && 'on' in of.due ? of.due.on : null),
  }),
  dueExpression: t.string({
    nullable: true,
    description:
      'CEL: the due date of a subject’s obligation (期限算法), where it is not one for all.',
    resolve: ({ of }) => (of.due && 'cel' in of.due ? of.due.cel : null),
  }),
  severity: t.field({
    type: SeverityEnum,
    description: 'How grave a breach is (严重程度).',
    resolve: ({ of }) => of.severity,
  }),
  warnDays: t.int({
    nullable: true,
    description:
      'Days before the due date from which it is due soon (预警天数); the plan’s where it is null.',
    resolve: ({ of }) => of.warnDays ?? null,
  }),
  escalation: t.field({
    type: [EscalationStepRef],
    description: 'What is called for as time passes (升级台阶).',
    resolve: ({ at, of }) => (of.escalation ?? []).map((one) => inPlan('EscalationStep', at, one)),
  }),
  modality: t.field({
    type: ModalityEnum,
    nullable: true,
    description: 'How firmly it is stated (承诺力度).',
    resolve: ({ of }) => of.modality ?? null,
  }),
  task: t.field({
    type: TaskRef,
    nullable: true,
    description: 'The task it belongs to (重点工作).',
    resolve: ({ at, of }) => taskOf(at, of.task),
  }),
  responsible: t.field({
    type: [ResponsibilityRef],
    description: 'The units that answer for it (责任单位).',
    resolve: ({ at, of }) => responsibilitiesOf(at, of.responsible),
  }),
  locators: t.field({
    type: [LocatorRef],
    description: 'Where it stands in the documents (出处).',
    resolve: ({ at, of }) => locatorsOf(at, of.locators),
  }),
  readings: t.field({
    type: [ReadingRef],
    description: 'How fields that the source does not state outright were read (解读说明).',
    resolve: ({ of }) => [...(of.readings ?? [])],
  }),
}))

builder.objectFields(PlanRef, (t) => ({
  rules: t.field({
    type: [RuleRef],
    description: 'The requirements it makes of many subjects at once (规则).',
    resolve: ({ at }) => at.plan.rules.map((one) => inPlan('Rule', at, one)),
  }),
  rule: t.field({
    type: RuleRef,
    nullable: true,
    args: { code: t.arg.string({ required: true, description: 'Its code (代码).' }) },
    description: 'The rule with a code (按代码取规则); null where there is none.',
    resolve: ({ at }, { code }) => ruleOf(at, code),
  }),
}))
