import type { ObservationInput as ReportedValue } from '@duban/domain'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { builder } from './builder.ts'
import { pageCost } from './connection.ts'
import { keyOf } from './input-ids.ts'
import {
  ObservationConnection,
  ObservationRef,
  type ObservationShape,
  observationWith,
} from './observation.ts'
import { present, writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'
import type { WrittenShape } from './written.ts'

const ObservedKindEnum = builder.enumType('ObservedKind', {
  description: 'What a value is reported of (填报对象类型).',
  values: {
    INDICATOR: { description: 'An indicator (指标).' },
    PROJECT: { description: 'What has been invested in a project this year (项目年度投资).' },
  } as const,
})

const ObservedInput = builder.inputType('ObservedInput', {
  description: 'What a value is reported of (填报对象).',
  fields: (t) => ({
    kind: t.field({
      type: ObservedKindEnum,
      required: true,
      defaultValue: 'INDICATOR',
      description: 'What it is (类型).',
    }),
    code: t.string({ required: true, description: 'Its code (代码).' }),
  }),
})

const SentStateEnum = builder.enumType('SentState', {
  description: 'The state in which a report is recorded (上报状态).',
  values: {
    DRAFT: { description: 'Kept, not sent in yet (草稿).' },
    SUBMITTED: { description: 'Sent in for review (上报).' },
    APPROVED: { description: 'Found good already; only by those who may review (直接审定).' },
  } as const,
})

const ObservationInput = builder.inputType('ObservationInput', {
  description: 'One value to report (填报数据).',
  fields: (t) => ({
    of: t.field({ type: ObservedInput, required: true, description: 'What it is of (填报对象).' }),
    value: t.field({ type: 'Decimal', required: true, description: 'The value (数值).' }),
    unit: t.string({
      description:
        'Code of the unit of measure it is given in (计量单位); the object’s own unless given.',
    }),
    effectiveOn: t.field({
      type: 'Date',
      required: true,
      description: 'The date it is true for (数据日期).',
    }),
    reporter: t.string({
      required: true,
      description: 'Code of the unit that reports (填报单位).',
    }),
    state: t.field({ type: SentStateEnum, description: 'SUBMITTED unless given (上报状态).' }),
    evidence: t.string({ description: 'Where the evidence is (佐证).' }),
    note: t.string({ description: 'What is to be said of it (备注).' }),
    synthetic: t.boolean({ description: 'Whether it is simulated (模拟数据).' }),
  }),
})

/** The observations among the facts written, as the plan now shows them. */
function written({ at, done }: WrittenShape): readonly ObservationShape[] {
  if (at === null || !done.saved) return []
  return done.facts.flatMap(
    (fact) => observationWith(at, fact.type === 'REVIEW' ? fact.observation : fact.id) ?? [],
  )
}

writeMutation({
  name: 'reportObservations',
  command: 'REPORT_OBSERVATIONS',
  description:
    'Reports values, up to 5 000 at once: all of them or none (填报). A REPORTER reports for its own units.',
  input: builder.inputType('ReportObservationsInput', {
    description: 'Values to report (填报内容).',
    fields: (t) => ({
      ...writeFields(t),
      observations: t.field({
        type: [ObservationInput],
        required: true,
        description: 'The values (数据).',
      }),
    }),
  }),
  payload: (t) => ({
    observations: t.connection(
      {
        type: ObservationRef,
        complexity: pageCost,
        description: 'What was written, in the order given (已填报数据); none in a dry run.',
        resolve: (payload, args, { limits }) =>
          connectionOfList(
            inOrderGiven(written(payload), ({ of }) => of.fact.id),
            args,
            limits,
          ),
      },
      ObservationConnection,
    ),
  }),
  read: ({ plan, observations }) => ({
    plan,
    command: {
      type: 'REPORT_OBSERVATIONS',
      observations: observations.map(
        ({ of, value, effectiveOn, reporter, ...others }): ReportedValue => ({
          of,
          value,
          effectiveOn,
          reporter,
          ...present(others),
        }),
      ),
    },
  }),
})

writeMutation({
  name: 'correctObservation',
  command: 'CORRECT_OBSERVATION',
  description: 'Puts a new value in place of a reported one, which is kept (更正).',
  input: builder.inputType('CorrectObservationInput', {
    description: 'A new value in place of a reported one (更正内容).',
    fields: (t) => ({
      ...writeFields(t),
      observation: t.id({ required: true, description: 'Id of the report (原记录).' }),
      value: t.field({ type: 'Decimal', required: true, description: 'The new value (数值).' }),
      unit: t.string({ description: 'Code of the unit of measure it is given in (计量单位).' }),
      effectiveOn: t.field({
        type: 'Date',
        description: 'The date it is true for (数据日期); that of the corrected one unless given.',
      }),
      state: t.field({ type: SentStateEnum, description: 'SUBMITTED unless given (上报状态).' }),
      reason: t.string({ required: true, description: 'Why (理由).' }),
      evidence: t.string({ description: 'Where the evidence is (佐证).' }),
    }),
  }),
  payload: (t) => ({
    observation: t.field({
      type: ObservationRef,
      nullable: true,
      description: 'The new report (更正后); null in a dry run.',
      resolve: (payload) => written(payload)[0] ?? null,
    }),
  }),
  read: ({ plan, observation, value, unit, effectiveOn, state, reason, evidence }) => ({
    plan,
    command: {
      type: 'CORRECT_OBSERVATION',
      observation: keyOf(plan, observation, 'Observation'),
      value,
      reason,
      ...present({ unit, effectiveOn, state, evidence }),
    },
  }),
})

const ReviewedStateEnum = builder.enumType('ReviewedState', {
  description: 'What a review makes of a report (复核结果).',
  values: {
    SUBMITTED: { description: 'Sent in, or again after it was returned (上报).' },
    APPROVED: { description: 'Found good (审定).' },
    RETURNED: { description: 'Sent back with a reason (退回).' },
  } as const,
})

const ReviewInput = builder.inputType('ReviewInput', {
  description: 'What one report is to become (复核意见).',
  fields: (t) => ({
    observation: t.id({ required: true, description: 'Id of the report (填报记录).' }),
    state: t.field({
      type: ReviewedStateEnum,
      required: true,
      description: 'What it becomes (复核结果).',
    }),
    reason: t.string({ description: 'Why (理由); needed when it is returned.' }),
  }),
})

writeMutation({
  name: 'reviewObservations',
  command: 'REVIEW_OBSERVATIONS',
  description:
    'Submits, approves or returns reports, up to 5 000 at once: all of them or none (复核). A REPORTER submits those of its own units.',
  input: builder.inputType('ReviewObservationsInput', {
    description: 'Reports to submit, approve or return (复核内容).',
    fields: (t) => ({
      ...writeFields(t),
      reviews: t.field({ type: [ReviewInput], required: true, description: 'The reviews (意见).' }),
    }),
  }),
  payload: (t) => ({
    observations: t.connection(
      {
        type: ObservationRef,
        complexity: pageCost,
        description: 'The reports reviewed, in the order given (已复核数据); none in a dry run.',
        resolve: (payload, args, { limits }) =>
          connectionOfList(
            inOrderGiven(written(payload), ({ of }) => of.fact.id),
            args,
            limits,
          ),
      },
      ObservationConnection,
    ),
  }),
  read: ({ plan, reviews }) => ({
    plan,
    command: {
      type: 'REVIEW_OBSERVATIONS',
      reviews: reviews.map(({ observation, state, reason }) => ({
        observation: keyOf(plan, observation, 'Observation'),
        state,
        ...present({ reason }),
      })),
    },
  }),
})
