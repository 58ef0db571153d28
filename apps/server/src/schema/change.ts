import { type Change, type ChangeSide, changesSince } from '@duban/domain'
import { refuse } from '../errors/refuse.ts'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { planAt } from '../plan-views.ts'
import { builder } from './builder.ts'
import { CommitmentRef, commitmentShape } from './commitment.ts'
import { LightEnum, StatusEnum } from './commitment-enums.ts'
import { connectionType, pageCost } from './connection.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan } from './plan-at.ts'
import { chooseView } from './view-choice.ts'

const ChangeKindEnum = builder.enumType('ChangeKind', {
  description: 'What happened to a commitment between two views (变化类型).',
  values: {
    MET: { description: 'It was fulfilled (完成).' },
    SLIPPED: { description: 'It became overdue, fell back, or is lit worse (退步).' },
    IMPROVED: { description: 'It is lit better (好转).' },
    MOVED: { description: 'Its due date changed (期限变动).' },
    RETARGETED: { description: 'Its target changed (目标变动).' },
    CORRECTED: { description: 'A fact about it was corrected (数据更正).' },
    ADDED: { description: 'It was not there before (新增).' },
    REMOVED: { description: 'It is no longer there (取消).' },
  } as const,
})

const ChangeSideRef = builder.objectRef<ChangeSide>('ChangeSide').implement({
  description: 'What a commitment was in one of the two views (变化一侧).',
  fields: (t) => ({
    status: t.expose('status', { type: StatusEnum, description: 'Its status (状态).' }),
    light: t.expose('light', { type: LightEnum, description: 'Its light (灯).' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was due (完成期限).',
    }),
    target: t.expose('target', {
      type: 'Decimal',
      nullable: true,
      description: 'Its target (目标值).',
    }),
    actual: t.expose('actual', {
      type: 'Decimal',
      nullable: true,
      description: 'Its value (实际值).',
    }),
  }),
})

const ChangeRef = builder.objectRef<InPlan<'Change', Change>>('Change')
const ChangeConnection = connectionType(ChangeRef, '变化')

builder.objectType(ChangeRef, {
  description: 'A commitment that is not what it was (变化).',
  fields: (t) => ({
    commitmentCode: t.string({
      description: 'Its id within the plan (承诺事项代码), also where it is no longer there.',
      resolve: ({ of }) => of.commitment,
    }),
    commitment: t.field({
      type: CommitmentRef,
      nullable: true,
      description:
        'The commitment as it is in the later view (承诺事项); null where it was removed.',
      resolve: ({ at, of }) => {
        const found = at.view.commitment(of.commitment)
        return found ? commitmentShape(at, found) : null
      },
    }),
    kinds: t.field({
      type: [ChangeKindEnum],
      description: 'What happened to it (变化类型).',
      resolve: ({ of }) => [...of.kinds],
    }),
    before: t.field({
      type: ChangeSideRef,
      nullable: true,
      description: 'What it was in the earlier view (变化前).',
      resolve: ({ of }) => of.before,
    }),
    after: t.field({
      type: ChangeSideRef,
      nullable: true,
      description: 'What it is in the later view (变化后).',
      resolve: ({ of }) => of.after,
    }),
    facts: t.stringList({
      description: 'Ids of the facts about it that only the later view holds (新增事实).',
      resolve: ({ of }) => [...of.facts],
    }),
  }),
})

builder.objectField(PlanRef, 'changesSince', (t) =>
  t.connection(
    {
      type: ChangeRef,
      args: {
        asOf: t.arg({
          type: 'Date',
          description: 'The date of the earlier view (对比日期); this view’s own unless given.',
        }),
        knownAt: t.arg({
          type: 'DateTime',
          description:
            'The instant of the earlier view (对比已知时刻); this view’s own unless given.',
        }),
      },
      complexity: (args) => ({ ...pageCost(args), field: 100 }),
      description:
        'What was met, slipped, moved and corrected since an earlier view (变化): another date, another instant, or both.',
      resolve: ({ at }, { asOf, knownAt, ...page }, { limits, now }) => {
        if (!asOf && !knownAt) throw refuse('NOTHING_TO_COMPARE', {})
        const { includeSubmitted } = at.choice
        const choice = chooseView(
          { asOf: asOf ?? at.asOf, knownAt: knownAt ?? at.choice.knownAt, includeSubmitted },
          now,
        )
        const before = planAt(at.facts, choice, now)
        // Nothing was in view then: there is nothing that could have changed.
        const changes = before ? changesSince(before.view, at.view) : []
        const nodes = changes.map((one) => inPlan('Change', at, one))
        return connectionOfList(
          inOrderGiven(nodes, ({ of }) => of.commitment),
          page,
          limits,
        )
      },
    },
    ChangeConnection,
  ),
)
