import { type EventType, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { SubjectKindEnum } from './commitment-enums.ts'
import { PlanRef } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'

export const EventTypeRef = builder.objectRef<EventType>('EventType').implement({
  description:
    'Something that can happen to a subject and be dated (事件类型), for example its urban design finished.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, unique in the plan (代码).' }),
    subject: t.expose('subject', {
      type: SubjectKindEnum,
      description: 'What it can happen to (对象类型).',
    }),
    title: t.string({
      args: langArgs,
      description: 'Its name (名称).',
      resolve: ({ title }, { lang }) => textIn(title, lang),
    }),
  }),
})

/** The event type with a code, or null. */
export function eventTypeOf(at: PlanAt, code: string | undefined): EventType | null {
  return at.plan.eventTypes.find((one) => one.code === code) ?? null
}

builder.objectField(PlanRef, 'eventTypes', (t) =>
  t.field({
    type: [EventTypeRef],
    description:
      'The kinds of events that its milestones and rules look at (事件类型), beside the stages of projects.',
    resolve: ({ at }) => [...at.plan.eventTypes],
  }),
)
