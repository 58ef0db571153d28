import { builder } from './builder.ts'
import { writeFields } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'

writeMutation({
  name: 'closePeriod',
  command: 'CLOSE_PERIOD',
  description: 'Ends reporting for the days up to a date (关闭报期).',
  input: builder.inputType('ClosePeriodInput', {
    description: 'The days that are closed (关闭报期).',
    fields: (t) => ({
      ...writeFields(t),
      through: t.field({ type: 'Date', required: true, description: 'The last day (截止日).' }),
      reason: t.string({ required: true, description: 'Why (理由).' }),
    }),
  }),
  read: ({ plan, through, reason }) => ({
    plan,
    command: { type: 'CLOSE_PERIOD', through, reason },
  }),
})

writeMutation({
  name: 'reopenPeriod',
  command: 'REOPEN_PERIOD',
  description: 'Opens reporting for the days up to a date again (重开报期): logged, with a reason.',
  input: builder.inputType('ReopenPeriodInput', {
    description: 'The days that are opened again (重开报期).',
    fields: (t) => ({
      ...writeFields(t),
      through: t.field({ type: 'Date', required: true, description: 'The last day (截止日).' }),
      reason: t.string({ required: true, description: 'Why (理由).' }),
    }),
  }),
  read: ({ plan, through, reason }) => ({
    plan,
    command: { type: 'REOPEN_PERIOD', through, reason },
  }),
})
