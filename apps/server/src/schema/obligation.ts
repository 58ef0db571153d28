import type { Commitment, Obligation } from '@duban/domain'
import type { Limits } from '../settings/settings.ts'
import { builder } from './builder.ts'
import { CommitmentRef, type ObligationShape } from './commitment.ts'
import { SeverityEnum } from './commitment-enums.ts'
import { type CommitmentListArgs, commitmentList, commitmentListArgs } from './commitment-list.ts'
import { connectionType, pageCost } from './connection.ts'
import { InViewRef, registerNode } from './node.ts'
import { PlanRef } from './plan.ts'
import { inPlan, type PlanAt } from './plan-at.ts'
import { PlateRef } from './plate.ts'
import { ProjectRef } from './project.ts'
import { RuleRef } from './rule.ts'
import { SubjectRefRef, subjectShape } from './subject.ts'
import { TaskRef } from './task.ts'

export const ObligationRef = builder.objectRef<ObligationShape>('Obligation')
export const ObligationConnection = connectionType(ObligationRef, '督办事项')

const isObligation = (one: Commitment): one is Obligation => one.kind === 'OBLIGATION'

const listOf = (
  at: PlanAt,
  commitments: readonly Commitment[],
  args: CommitmentListArgs,
  limits: Limits,
) =>
  commitmentList(
    at,
    commitments.filter(isObligation),
    (one) => inPlan('Obligation', at, one),
    args,
    limits,
  )

/** The obligation with a code (`<rule>/<subject>`) or an id, or null. */
export function obligationOf(at: PlanAt, code: string): ObligationShape | null {
  const found = at.view.commitment(`obligation/${code}`) ?? at.view.commitment(code)
  return found && isObligation(found) ? inPlan('Obligation', at, found) : null
}

registerNode('Obligation', obligationOf)

builder.objectType(ObligationRef, {
  description: 'A rule applied to one subject (督办事项): the commitment that the rule makes.',
  interfaces: [builder.nodeInterfaceRef(), InViewRef, CommitmentRef],
  fields: (t) => ({
    rule: t.field({
      type: RuleRef,
      description: 'The rule that makes it (规则).',
      resolve: ({ at, of }) => inPlan('Rule', at, of.definition),
    }),
    subject: t.field({
      type: SubjectRefRef,
      description: 'What the rule is applied to (对象).',
      resolve: ({ at, of }) => subjectShape(at, of.subject),
    }),
    severity: t.field({
      type: SeverityEnum,
      description: 'How grave its breach is (严重程度).',
      resolve: ({ of }) => of.definition.severity,
    }),
  }),
})

builder.objectFields(PlanRef, (t) => ({
  obligations: t.connection(
    {
      type: ObligationRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'What its rules ask of each of their subjects (督办事项).',
      resolve: ({ at }, args, { limits }) => listOf(at, at.view.obligations, args, limits),
    },
    ObligationConnection,
  ),
  obligation: t.field({
    type: ObligationRef,
    nullable: true,
    args: {
      code: t.arg.string({
        required: true,
        description: 'Its code (代码): the rule’s, a slash, the subject’s.',
      }),
    },
    description: 'The obligation with a code (按代码取督办事项); null where there is none.',
    resolve: ({ at }, { code }) => obligationOf(at, code),
  }),
}))

builder.objectField(TaskRef, 'obligations', (t) =>
  t.connection(
    {
      type: ObligationRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its obligations, subtasks’ included (督办事项).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, at.view.byTask(of.code, true), args, limits),
    },
    ObligationConnection,
  ),
)

builder.objectField(PlateRef, 'obligations', (t) =>
  t.connection(
    {
      type: ObligationRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its obligations (督办事项).',
      resolve: ({ at, of }, args, { limits }) => listOf(at, at.view.byPlate(of.code), args, limits),
    },
    ObligationConnection,
  ),
)

builder.objectField(ProjectRef, 'obligations', (t) =>
  t.connection(
    {
      type: ObligationRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Its obligations (督办事项).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, at.view.byProject(of.code), args, limits),
    },
    ObligationConnection,
  ),
)

builder.objectField(RuleRef, 'obligations', (t) =>
  t.connection(
    {
      type: ObligationRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'What it asks of each of its subjects (督办事项).',
      resolve: ({ at, of }, args, { limits }) => listOf(at, at.view.byRule(of.code), args, limits),
    },
    ObligationConnection,
  ),
)
