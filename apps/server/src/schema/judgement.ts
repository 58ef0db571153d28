import type { Judgement, Waiver } from '@duban/domain'
import { AssessmentRef } from './assessment.ts'
import { builder } from './builder.ts'
import { LightEnum } from './commitment-enums.ts'

const JudgementRef = builder.objectRef<Judgement>('Judgement').implement({
  description:
    'A person’s judgement, beside the computed light, which it never replaces (人工研判).',
  fields: (t) => ({
    light: t.expose('light', { type: LightEnum, description: 'The light (灯).' }),
    reason: t.exposeString('reason', { description: 'Why (理由).' }),
    on: t.expose('effectiveOn', { type: 'Date', description: 'The day judged (研判日期).' }),
    by: t.exposeString('recordedBy', { description: 'Who judged (研判人).' }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was recorded (记录时刻).',
    }),
  }),
})

const WaiverRef = builder.objectRef<Waiver>('Waiver').implement({
  description: 'A commitment is excused from a day on, or no longer is (豁免).',
  fields: (t) => ({
    approved: t.exposeBoolean('approved', { description: 'Whether it is excused (是否豁免).' }),
    reason: t.exposeString('reason', { description: 'Why (理由).' }),
    from: t.expose('effectiveOn', { type: 'Date', description: 'From when (生效日期).' }),
    by: t.exposeString('recordedBy', { description: 'Who recorded it (记录人).' }),
  }),
})

builder.objectFields(AssessmentRef, (t) => ({
  judgement: t.field({
    type: JudgementRef,
    nullable: true,
    description: 'The latest judgement of a person (人工研判); null where there is none.',
    resolve: ({ at, of }) => at.view.judgement(of.commitment) ?? null,
  }),
  waivers: t.field({
    type: [WaiverRef],
    description: 'What excuses it, or ends that (豁免).',
    resolve: ({ at, of }) => [...at.view.waivers(of.commitment)],
  }),
}))
