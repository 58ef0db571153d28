import { type Segment, timelineOf } from '@duban/domain'
import { ruleEngine } from '../rule-engine.ts'
import { AssessmentRef } from './assessment.ts'
import { builder } from './builder.ts'
import { LightEnum, StatusEnum } from './commitment-enums.ts'

const SegmentRef = builder.objectRef<Segment>('Segment').implement({
  description: 'A stretch of days over which status and light stay the same (时段).',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'Its first day (起).' }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its last day (止); null where it goes on without end.',
      resolve: ({ to }) => (to === lastDay ? null : to),
    }),
    status: t.expose('status', { type: StatusEnum, description: 'The status then (状态).' }),
    light: t.expose('light', { type: LightEnum, description: 'The light then (灯).' }),
    reasons: t.stringList({
      description: 'Codes of the reasons on its first day (理由).',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
})

const lastDay = '9999-12-31'

builder.objectField(AssessmentRef, 'statusHistory', (t) =>
  t.field({
    type: [SegmentRef],
    complexity: { field: 20, multiplier: 5 },
    description:
      'Status and light day by day, as known at the view’s instant (状态沿革); future days as they follow from the facts so far.',
    resolve: ({ at: { facts, choice }, of }) => [
      ...timelineOf(facts, of.commitment, {
        ...(choice.knownAt === null ? {} : { knownAt: choice.knownAt }),
        includeSubmitted: choice.includeSubmitted,
        engine: ruleEngine,
      }),
    ],
  }),
)
