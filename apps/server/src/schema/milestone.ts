import type { Commitment, MilestoneInView } from '@duban/domain'
import type { Limits } from '../settings/settings.ts'
import { builder } from './builder.ts'
import { CommitmentRef, type MilestoneShape } from './commitment.ts'
import { type CommitmentListArgs, commitmentList, commitmentListArgs } from './commitment-list.ts'
import { connectionType, pageCost } from './connection.ts'
import { EventTypeRef, eventTypeOf } from './event-type.ts'
import { InViewRef, registerNode } from './node.ts'
import { PlanRef } from './plan.ts'
import { inPlan, type PlanAt } from './plan-at.ts'
import { PlateRef } from './plate.ts'
import { ProjectRef } from './project.ts'
import { SubjectRefRef, subjectShape } from './subject.ts'
import { TaskRef } from './task.ts'

export const MilestoneRef = builder.objectRef<MilestoneShape>('Milestone')
export const MilestoneConnection = connectionType(MilestoneRef, '节点')

const isMilestone = (one: Commitment): one is MilestoneInView => one.kind === 'MILESTONE'

const listOf = (
  at: PlanAt,
  commitments: readonly Commitment[],
  args: CommitmentListArgs,
  limits: Limits,
) =>
  commitmentList(
    at,
    commitments.filter(isMilestone),
    (one) => inPlan('Milestone', at, one),
    args,
    limits,
  )

/** The milestone with a code or an id, or null. */
export function milestoneOf(at: PlanAt, code: string): MilestoneShape | null {
  const found = at.view.commitment(`milestone/${code}`) ?? at.view.commitment(code)
  return found && isMilestone(found) ? inPlan('Milestone', at, found) : null
}

registerNode('Milestone', milestoneOf)

builder.objectType(MilestoneRef, {
  description: 'A dated event of a project, plate, task or plan (节点).',
  interfaces: [builder.nodeInterfaceRef(), InViewRef, CommitmentRef],
  fields: (t) => ({
    subject: t.field({
      type: SubjectRefRef,
      description: 'What it is an event of (对象); the plan where nothing else is named.',
      resolve: ({ at, of }) =>
        subjectShape(at, of.definition.subject ?? { kind: 'PLAN', code: at.facts.code }),
    }),
    event: t.field({
      type: EventTypeRef,
      nullable: true,
      description: 'The kind of event it waits for (事件类型); null for one that is its own event.',
      resolve: ({ at, of }) => eventTypeOf(at, of.definition.event),
    }),
  }),
})

builder.objectFields(PlanRef, (t) => ({
  milestones: t.connection(
    {
      type: MilestoneRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its dated events (节点).',
      resolve: ({ at }, args, { limits }) => listOf(at, at.view.milestones, args, limits),
    },
    MilestoneConnection,
  ),
  milestone: t.field({
    type: MilestoneRef,
    nullable: true,
    args: { code: t.arg.string({ required: true, description: 'Its code (代码).' }) },
    description: 'The milestone with a code (按代码取节点); null where there is none.',
    resolve: ({ at }, { code }) => milestoneOf(at, code),
  }),
}))

builder.objectField(TaskRef, 'milestones', (t) =>
  t.connection(
    {
      type: MilestoneRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its milestones, subtasks’ included (节点).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, at.view.byTask(of.code, true), args, limits),
    },
    MilestoneConnection,
  ),
)

builder.objectField(PlateRef, 'milestones', (t) =>
  t.connection(
    {
      type: MilestoneRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its milestones (节点).',
      resolve: ({ at, of }, args, { limits }) => listOf(at, at.view.byPlate(of.code), args, limits),
    },
    MilestoneConnection,
  ),
)

builder.objectField(ProjectRef, 'milestones', (t) =>
  t.connection(
    {
      type: MilestoneRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its milestones (节点).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, at.view.byProject(of.code), args, limits),
    },
    MilestoneConnection,
  ),
)
