import { type ScoreLine, type ScoreTotal, scores } from '@duban/domain'
import { builder } from './builder.ts'
import { DimensionEnum } from './dimension.ts'
import { labelOfKey } from './key-label.ts'
import { PlanRef } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'

const ScoreLineRef = builder.objectRef<ScoreLine>('ScoreLine').implement({
  description: 'The points of one line of the policy (得分项).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the line (代码).' }),
    points: t.expose('points', {
      type: 'Decimal',
      description: 'Points, negative ones taken off (分值).',
    }),
  }),
})

interface ScoreShape extends ScoreTotal {
  readonly at: PlanAt
  readonly by: typeof DimensionEnum.$inferType
}

const ScoreRef = builder.objectRef<ScoreShape>('Score').implement({
  description: 'The points of one unit, task, plate or other group (得分).',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description: 'Code of the group (代码); null gathers what has none.',
    }),
    label: t.string({
      args: langArgs,
      nullable: true,
      description: 'Its name (名称).',
      resolve: ({ at, by, key }, { lang }) => labelOfKey([at], by, key, lang),
    }),
    points: t.expose('points', { type: 'Decimal', description: 'All its points (总分).' }),
    lines: t.field({
      type: [ScoreLineRef],
      description: 'The same by line of the policy (得分项).',
      resolve: ({ lines }) => [...lines],
    }),
    commitments: t.exposeInt('commitments', {
      description: 'How many commitments it has (事项数).',
    }),
    rank: t.exposeInt('rank', {
      description: '1 for the most points; equal points share a rank (名次).',
    }),
  }),
})

builder.objectField(PlanRef, 'scores', (t) =>
  t.field({
    type: [ScoreRef],
    args: {
      by: t.arg({
        type: DimensionEnum,
        required: true,
        defaultValue: 'UNIT',
        description: 'Per what (维度).',
      }),
    },
    description: 'Points by the plan’s policy, most points first (得分排名).',
    resolve: ({ at }, { by }) => scores(at.view, by).map((total) => ({ ...total, at, by })),
  }),
)
