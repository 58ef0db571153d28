import type { LightCondition, Policy, ScoreCondition } from '@duban/domain'
import { builder } from './builder.ts'
import { LightEnum } from './commitment-enums.ts'
import { TextInput, textOf } from './definition-inputs.ts'
import { PolicyRef, policyOf } from './policy.ts'
import { present, writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'

const LightConditionInput = builder.inputType('LightConditionInput', {
  description: 'One line of a policy: this light, when this holds (亮灯条件).',
  fields: (t) => ({
    light: t.field({ type: LightEnum, required: true, description: 'The light (灯).' }),
    when: t.string({ required: true, description: 'The CEL condition (条件).' }),
    openInSource: t.boolean({
      description: 'Whether the source leaves it open and it is decided here (原文未定).',
    }),
  }),
})

const PointsInput = builder.inputType('PointsInput', {
  description: 'Points, fixed or reckoned (分值).',
  isOneOf: true,
  fields: (t) => ({
    fixed: t.field({ type: 'Decimal', description: 'So many (固定分值).' }),
    cel: t.string({ description: 'CEL that gives them (分值算法).' }),
  }),
})

const ScoreConditionInput = builder.inputType('ScoreConditionInput', {
  description: 'One line of a policy’s scoring (计分条件).',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Its code (代码).' }),
    title: t.field({ type: TextInput, required: true, description: 'Its name (名称).' }),
    when: t.string({ required: true, description: 'The CEL condition (条件).' }),
    points: t.field({ type: PointsInput, required: true, description: 'The points (分值).' }),
  }),
})

const PolicyInput = builder.inputType('PolicyInput', {
  description: 'How lights are lit and points are scored (办法).',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Its code (代码).' }),
    version: t.string({ required: true, description: 'Its version (版本).' }),
    title: t.field({ type: TextInput, required: true, description: 'Its title (名称).' }),
    source: t.field({ type: TextInput, description: 'Where it was published (出处).' }),
    validFrom: t.field({ type: 'Date', description: 'Its first day (生效日期).' }),
    validTo: t.field({ type: 'Date', description: 'Its last day (失效日期).' }),
    lights: t.field({
      type: [LightConditionInput],
      required: true,
      description: 'Its lines, the first that holds wins (亮灯条件).',
    }),
    scores: t.field({ type: [ScoreConditionInput], description: 'How it scores (计分条件).' }),
  }),
})

function lightOf({
  light,
  when,
  openInSource,
}: typeof LightConditionInput.$inferInput): LightCondition {
  return { light, when, ...present({ openInSource }) }
}

function scoreOf({
  code,
  title,
  when,
  points,
}: typeof ScoreConditionInput.$inferInput): ScoreCondition {
  const { fixed, cel } = points
  return { code, title: textOf(title), when, points: fixed ?? { cel: cel ?? '' } }
}

function policyIn(input: typeof PolicyInput.$inferInput): Policy {
  const { code, version, title, source, validFrom, validTo, lights, scores } = input
  return {
    code,
    version,
    title: textOf(title),
    lights: lights.map(lightOf),
    ...present({
      source: source && textOf(source),
      validFrom,
      validTo,
      scores: scores?.map(scoreOf),
    }),
  }
}

writeMutation({
  name: 'savePolicy',
  command: 'SAVE_POLICY',
  description:
    'Stores a policy in force from a day on (保存办法). It is type-checked first; another content needs another version.',
  input: builder.inputType('SavePolicyInput', {
    description: 'A policy to store (办法).',
    fields: (t) => ({
      ...writeFields(t),
      policy: t.field({ type: PolicyInput, required: true, description: 'The policy (办法).' }),
      effectiveOn: t.field({
        type: 'Date',
        description: 'From when it is in force (生效日期); today unless given.',
      }),
      note: t.string({ description: 'What is to be said of it (备注).' }),
    }),
  }),
  payload: (t) => ({
    policy: t.field({
      type: PolicyRef,
      nullable: true,
      description: 'The policy (办法); null while it is not in force yet.',
      resolve: ({ at, done }) => {
        const [fact] = done.facts
        if (at === null || fact?.type !== 'DEFINITION' || !('set' in fact.change)) return null
        const { set } = fact.change
        return set.kind === 'POLICY' ? policyOf(at, set.value) : null
      },
    }),
  }),
  read: ({ plan, policy, effectiveOn, note }) => ({
    plan,
    command: { type: 'SAVE_POLICY', policy: policyIn(policy), ...present({ effectiveOn, note }) },
  }),
})
