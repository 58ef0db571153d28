import type { ExtensionInView } from '@duban/domain'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { builder } from './builder.ts'
import { CommitmentRef, commitmentShape } from './commitment.ts'
import { connectionType, pageCost } from './connection.ts'
import { nodeType } from './node.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'

export type ExtensionShape = InPlan<'Extension', ExtensionInView>

export const ExtensionRef = builder.objectRef<ExtensionShape>('Extension')
const ExtensionConnection = connectionType(ExtensionRef, '延期')

/** The extension with the id of its request, or null. */
export function extensionOf(at: PlanAt, id: string | undefined): ExtensionShape | null {
  const found = at.view.extensions().find(({ request }) => request.id === id)
  return found ? inPlan('Extension', at, found) : null
}

nodeType(ExtensionRef, {
  description: 'More time that was asked for, and what was decided (延期).',
  keyOf: ({ of }) => of.request.id,
  find: extensionOf,
})

const ExtensionStateEnum = builder.enumType('ExtensionState', {
  description: 'What has come of a wish for more time (延期状态).',
  values: {
    REQUESTED: { description: 'Not decided yet (待审批).' },
    GRANTED: { description: 'The new date applies (同意).' },
    REFUSED: { description: 'The old date stays (不同意).' },
  } as const,
})

builder.objectFields(ExtensionRef, (t) => ({
  state: t.field({
    type: ExtensionStateEnum,
    description: 'What has come of it (状态).',
    resolve: ({ of: { decision } }) =>
      decision === null ? 'REQUESTED' : decision.approved ? 'GRANTED' : 'REFUSED',
  }),
  commitment: t.field({
    type: CommitmentRef,
    nullable: true,
    description: 'The commitment (承诺事项).',
    resolve: ({ at, of }) => {
      const found = at.view.commitment(of.request.commitment)
      return found ? commitmentShape(at, found) : null
    },
  }),
  dueOn: t.field({
    type: 'Date',
    description: 'The date asked for (申请期限).',
    resolve: ({ of }) => of.request.dueOn,
  }),
  reason: t.string({ description: 'Why (理由).', resolve: ({ of }) => of.request.reason }),
  requestedOn: t.field({
    type: 'Date',
    description: 'The day it was asked for (申请日期).',
    resolve: ({ of }) => of.request.effectiveOn,
  }),
  requestedAt: t.field({
    type: 'DateTime',
    description: 'When it was recorded (申请时刻).',
    resolve: ({ of }) => of.request.recordedAt,
  }),
  requestedBy: t.string({
    description: 'Who asked (申请人).',
    resolve: ({ of }) => of.request.recordedBy,
  }),
  decidedOn: t.field({
    type: 'Date',
    nullable: true,
    description: 'The day it was decided (审批日期); null while it is not.',
    resolve: ({ of }) => of.decision?.effectiveOn ?? null,
  }),
  decidedBy: t.string({
    nullable: true,
    description: 'Who decided (审批人).',
    resolve: ({ of }) => of.decision?.recordedBy ?? null,
  }),
  decisionReason: t.string({
    nullable: true,
    description: 'Why it was decided so (审批意见).',
    resolve: ({ of }) => of.decision?.reason ?? null,
  }),
}))

builder.interfaceField(CommitmentRef, 'extensions', (t) =>
  t.field({
    type: [ExtensionRef],
    description: 'More time that was asked for, earliest first (延期).',
    resolve: ({ at, of }) => at.view.extensions(of.id).map((one) => inPlan('Extension', at, one)),
  }),
)

builder.objectField(PlanRef, 'extensions', (t) =>
  t.connection(
    {
      type: ExtensionRef,
      args: {
        undecided: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Only those that are not decided yet (仅待审批).',
        }),
      },
      complexity: pageCost,
      description: 'More time that was asked for (延期).',
      resolve: ({ at }, args, { limits }) =>
        connectionOfList(
          inOrderGiven(
            at.view
              .extensions()
              .filter(({ decision }) => !args.undecided || decision === null)
              .map((one) => inPlan('Extension', at, one)),
            ({ of }) => of.request.id,
          ),
          args,
          limits,
        ),
    },
    ExtensionConnection,
  ),
)
