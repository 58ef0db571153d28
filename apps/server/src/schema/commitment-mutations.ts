import { builder } from './builder.ts'
import { CommitmentRef, commitmentShape } from './commitment.ts'
import { LightEnum } from './commitment-enums.ts'
import { commitmentIdOf } from './input-ids.ts'
import { ResponsibilityRoleEnum } from './unit.ts'
import { present, writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'
import type { WrittenShape } from './written.ts'

const commitmentDescription =
  'The commitment (承诺事项): its id, or its code as in `indicator/investment`.'

function commitmentIn({ at, done }: WrittenShape) {
  const [fact] = done.facts
  if (at === null || fact === undefined || !('commitment' in fact)) return null
  const found = at.view.commitment(fact.commitment)
  return found ? commitmentShape(at, found) : null
}

writeMutation({
  name: 'waiveCommitment',
  command: 'WAIVE_COMMITMENT',
  description: 'Excuses a commitment from a day on, or ends that (豁免).',
  input: builder.inputType('WaiveCommitmentInput', {
    description: 'A commitment that is excused (豁免).',
    fields: (t) => ({
      ...writeFields(t),
      commitment: t.id({ required: true, description: commitmentDescription }),
      reason: t.string({ required: true, description: 'Why (理由).' }),
      approved: t.boolean({
        required: true,
        defaultValue: true,
        description: 'False ends an earlier waiver (是否豁免).',
      }),
      effectiveOn: t.field({
        type: 'Date',
        description: 'From when (生效日期); today unless given.',
      }),
    }),
  }),
  payload: (t) => ({
    commitment: t.field({
      type: CommitmentRef,
      nullable: true,
      description: 'The commitment (承诺事项).',
      resolve: commitmentIn,
    }),
  }),
  read: async ({ plan, commitment, reason, approved, effectiveOn }, context) => ({
    plan,
    command: {
      type: 'WAIVE_COMMITMENT',
      commitment: await commitmentIdOf(context, plan, commitment),
      reason,
      approved,
      ...present({ effectiveOn }),
    },
  }),
})

writeMutation({
  name: 'assignUnit',
  command: 'ASSIGN_UNIT',
  description: 'Gives a unit a part in a commitment, or takes it away (交办).',
  input: builder.inputType('AssignUnitInput', {
    description: 'A unit’s part in a commitment (交办内容).',
    fields: (t) => ({
      ...writeFields(t),
      commitment: t.id({ required: true, description: commitmentDescription }),
      unit: t.string({ required: true, description: 'Code of the unit (单位代码).' }),
      role: t.field({
        type: ResponsibilityRoleEnum,
        required: true,
        description: 'Which part (责任类型).',
      }),
      assigned: t.boolean({
        required: true,
        defaultValue: true,
        description: 'False takes the part away (是否承担).',
      }),
      effectiveOn: t.field({
        type: 'Date',
        description: 'From when (生效日期); today unless given.',
      }),
    }),
  }),
  payload: (t) => ({
    commitment: t.field({
      type: CommitmentRef,
      nullable: true,
      description: 'The commitment (承诺事项).',
      resolve: commitmentIn,
    }),
  }),
  read: async ({ plan, commitment, unit, role, assigned, effectiveOn }, context) => ({
    plan,
    command: {
      type: 'ASSIGN_UNIT',
      commitment: await commitmentIdOf(context, plan, commitment),
      unit,
      role,
      assigned,
      ...present({ effectiveOn }),
    },
  }),
})

writeMutation({
  name: 'judgeCommitment',
  command: 'JUDGE',
  description:
    'Records what a person thinks of a commitment, beside the computed light (人工研判).',
  input: builder.inputType('JudgeCommitmentInput', {
    description: 'A person’s judgement (人工研判).',
    fields: (t) => ({
      ...writeFields(t),
      commitment: t.id({ required: true, description: commitmentDescription }),
      light: t.field({ type: LightEnum, required: true, description: 'The light (灯).' }),
      reason: t.string({ required: true, description: 'Why (理由).' }),
      on: t.field({ type: 'Date', description: 'The day judged (日期); today unless given.' }),
    }),
  }),
  payload: (t) => ({
    commitment: t.field({
      type: CommitmentRef,
      nullable: true,
      description: 'The commitment (承诺事项).',
      resolve: commitmentIn,
    }),
  }),
  read: async ({ plan, commitment, light, reason, on }, context) => ({
    plan,
    command: {
      type: 'JUDGE',
      commitment: await commitmentIdOf(context, plan, commitment),
      light,
      reason,
      ...present({ on }),
    },
  }),
})
