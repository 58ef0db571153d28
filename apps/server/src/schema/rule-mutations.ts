import type { EscalationStep, Rule, RuleDue } from '@duban/domain'
import { builder } from './builder.ts'
import { SeverityEnum } from './commitment-enums.ts'
import { commitmentFields, commitmentOf } from './definition-inputs.ts'
import { RuleRef, ruleOf } from './rule.ts'
import { present, writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'

const RuleSubjectEnum = builder.enumType('RuleSubject', {
  description: 'What a rule is about (规则对象类型).',
  values: {
    PLAN: { description: 'The plan itself (工作计划).' },
    TASK: { description: 'Tasks (重点工作).' },
    PLATE: { description: 'Plates (板块).' },
    PROJECT: { description: 'Projects (项目).' },
    INDICATOR: { description: 'Indicators (指标).' },
  } as const,
})

const EscalationLightEnum = builder.enumType('EscalationLight', {
  description: 'A light that an escalation ladder calls for (升级灯色).',
  values: {
    BLUE: { description: 'To be watched (蓝灯).' },
    YELLOW: { description: 'A warning (黄灯).' },
    RED: { description: 'Seriously late (红灯).' },
  } as const,
})

const RuleDueInput = builder.inputType('RuleDueInput', {
  description: 'When the obligations of a rule are due (完成期限).',
  isOneOf: true,
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'One date for all (统一期限).' }),
    cel: t.string({ description: 'CEL that gives a date for each subject (期限算法).' }),
  }),
})

function dueOf({ on, cel }: typeof RuleDueInput.$inferInput): RuleDue {
  return on === null || on === undefined ? { cel: cel ?? '' } : { on }
}

const EscalationStepInput = builder.inputType('EscalationStepInput', {
  description: 'One step of an escalation ladder (升级台阶).',
  fields: (t) => ({
    afterDays: t.int({
      required: true,
      description: 'Days after the due date (逾期天数); negative before it.',
    }),
    light: t.field({
      type: EscalationLightEnum,
      required: true,
      description: 'The light that is called for (灯).',
    }),
    notify: t.string({ description: 'Code of the unit that is told (通知单位).' }),
  }),
})

function stepOf({
  afterDays,
  light,
  notify,
}: typeof EscalationStepInput.$inferInput): EscalationStep {
  return { afterDays, light, ...present({ notify }) }
}

const RuleInput = builder.inputType('RuleInput', {
  description: 'A requirement on many subjects at once (规则).',
  fields: (t) => ({
    ...commitmentFields(t),
    subject: t.field({ type: RuleSubjectEnum, required: true, description: 'On what (对象类型).' }),
    when: t.string({ description: 'CEL: does it apply to a subject? (适用条件)' }),
    require: t.string({ required: true, description: 'CEL: what must hold (要求).' }),
    due: t.field({ type: RuleDueInput, description: 'When it is due (完成期限).' }),
    severity: t.field({
      type: SeverityEnum,
      required: true,
      description: 'How grave a breach is (严重程度).',
    }),
    escalation: t.field({
      type: [EscalationStepInput],
      description: 'What is called for as time passes (升级台阶).',
    }),
  }),
})

function ruleIn(input: typeof RuleInput.$inferInput): Rule {
  const { subject, when, require, due, severity, escalation } = input
  return {
    ...commitmentOf(input),
    subject,
    require,
    severity,
    ...present({ when, due: due && dueOf(due), escalation: escalation?.map(stepOf) }),
  }
}

writeMutation({
  name: 'saveRule',
  command: 'SAVE_RULE',
  description:
    'Stores a rule, or a new version of one, in force from a day on (保存规则). It is type-checked first.',
  input: builder.inputType('SaveRuleInput', {
    description: 'A rule to store (规则).',
    fields: (t) => ({
      ...writeFields(t),
      rule: t.field({ type: RuleInput, required: true, description: 'The rule (规则).' }),
      effectiveOn: t.field({
        type: 'Date',
        description: 'From when it is in force (生效日期); today unless given.',
      }),
      note: t.string({ description: 'What is to be said of it (备注).' }),
    }),
  }),
  payload: (t) => ({
    rule: t.field({
      type: RuleRef,
      nullable: true,
      description: 'The rule (规则); null while it is not in force yet.',
      resolve: ({ at, done }) => {
        const [fact] = done.facts
        if (at === null || fact?.type !== 'DEFINITION' || !('set' in fact.change)) return null
        return ruleOf(at, fact.change.set.code)
      },
    }),
  }),
  read: ({ plan, rule, effectiveOn, note }) => ({
    plan,
    command: { type: 'SAVE_RULE', rule: ruleIn(rule), ...present({ effectiveOn, note }) },
  }),
})
