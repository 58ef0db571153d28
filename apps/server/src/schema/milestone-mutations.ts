import type { RecordMilestone } from '@duban/domain'
import { builder } from './builder.ts'
import { commitmentShape } from './commitment.ts'
import { SubjectKindEnum } from './commitment-enums.ts'
import { MilestoneRef } from './milestone.ts'
import { present, writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'

const EventOfSubjectInput = builder.inputType('EventOfSubjectInput', {
  description: 'An event of a subject (对象的节点).',
  fields: (t) => ({
    kind: t.field({ type: SubjectKindEnum, required: true, description: 'What it is (对象类型).' }),
    code: t.string({ required: true, description: 'Its code (对象代码).' }),
    event: t.string({ required: true, description: 'Code of the event type (节点类型代码).' }),
  }),
})

const EventInput = builder.inputType('EventInput', {
  description: 'What happened (节点): a milestone of the plan, or an event of a subject.',
  isOneOf: true,
  fields: (t) => ({
    milestone: t.string({ description: 'Code of a milestone (节点代码).' }),
    subject: t.field({
      type: EventOfSubjectInput,
      description: 'An event of a subject (对象节点).',
    }),
  }),
})

function eventOf(of: typeof EventInput.$inferInput): RecordMilestone['of'] {
  if (of.subject === null || of.subject === undefined) return { milestone: of.milestone ?? '' }
  const { kind, code, event } = of.subject
  return { subject: { kind, code }, event }
}

writeMutation({
  name: 'recordMilestone',
  command: 'RECORD_MILESTONE',
  description:
    'Records that an event happened on a date, or no longer holds from it on (记录节点). A REPORTER records what its units answer for.',
  input: builder.inputType('RecordMilestoneInput', {
    description: 'An event and its date (节点记录).',
    fields: (t) => ({
      ...writeFields(t),
      of: t.field({ type: EventInput, required: true, description: 'What happened (节点).' }),
      on: t.field({ type: 'Date', required: true, description: 'When (日期).' }),
      happened: t.boolean({
        required: true,
        defaultValue: true,
        description: 'False: from this date on it no longer holds (是否实现).',
      }),
      supersedes: t.id({ description: 'Id of the record that it corrects (更正的记录).' }),
      note: t.string({ description: 'What is to be said of it (备注).' }),
    }),
  }),
  payload: (t) => ({
    milestone: t.field({
      type: MilestoneRef,
      nullable: true,
      description: 'The milestone, where it is one of the plan’s own (节点).',
      resolve: ({ at, done }) => {
        const [fact] = done.facts
        if (at === null || fact?.type !== 'MILESTONE_RECORD') return null
        const { subject, event } = fact
        const found = at.view.milestones.find(({ code, definition }) =>
          definition.event === undefined
            ? subject.kind === 'MILESTONE' && subject.code === code
            : definition.event === event &&
              definition.subject?.kind === subject.kind &&
              definition.subject.code === subject.code,
        )
        const shape = found && commitmentShape(at, found)
        return shape?.__typename === 'Milestone' ? shape : null
      },
    }),
    fact: t.string({
      nullable: true,
      description: 'Id of the record, by which it can be corrected (记录).',
      resolve: ({ done }) => (done.saved ? (done.facts[0]?.id ?? null) : null),
    }),
  }),
  paths: { 'of.event': 'of.subject.event' },
  read: ({ plan, of, on, happened, supersedes, note }) => ({
    plan,
    command: {
      type: 'RECORD_MILESTONE',
      of: eventOf(of),
      on,
      happened,
      ...present({ supersedes, note }),
    },
  }),
})
