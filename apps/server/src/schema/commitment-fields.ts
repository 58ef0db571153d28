import type { Commitment } from '@duban/domain'
import type { Limits } from '../settings/settings.ts'
import { builder } from './builder.ts'
import { CommitmentConnection, CommitmentRef, commitmentShape } from './commitment.ts'
import { type CommitmentListArgs, commitmentList, commitmentListArgs } from './commitment-list.ts'
import { pageCost } from './connection.ts'
import { PlanRef } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { PlateRef } from './plate.ts'
import { ProjectRef } from './project.ts'
import { TaskRef } from './task.ts'
import { ThemeRef } from './theme.ts'
import { UnitRef } from './unit.ts'

const listOf = (
  at: PlanAt,
  commitments: readonly Commitment[],
  args: CommitmentListArgs,
  limits: Limits,
) => commitmentList(at, commitments, (one) => commitmentShape(at, one), args, limits)

/** Prefixes of ids, in the order in which a bare code is looked for. */
const kinds = ['', 'indicator/', 'milestone/', 'obligation/']

builder.objectFields(PlanRef, (t) => ({
  commitments: t.connection(
    {
      type: CommitmentRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Everything it promises: indicators, milestones and obligations (承诺事项).',
      resolve: ({ at }, args, { limits }) => listOf(at, at.view.commitments, args, limits),
    },
    CommitmentConnection,
  ),
  commitment: t.field({
    type: CommitmentRef,
    nullable: true,
    args: {
      code: t.arg.string({
        required: true,
        description: 'Its code (代码), alone or with its kind before it: `indicator/investment`.',
      }),
    },
    description: 'The commitment with a code (按代码取承诺事项); null where there is none.',
    resolve: ({ at }, { code }) => {
      for (const kind of kinds) {
        const found = at.view.commitment(kind + code)
        if (found) return commitmentShape(at, found)
      }
      return null
    },
  }),
}))

builder.objectField(TaskRef, 'commitments', (t) =>
  t.connection(
    {
      type: CommitmentRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Everything it promises, subtasks’ included (承诺事项).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, at.view.byTask(of.code, true), args, limits),
    },
    CommitmentConnection,
  ),
)

builder.objectField(PlateRef, 'commitments', (t) =>
  t.connection(
    {
      type: CommitmentRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Everything promised for it (承诺事项).',
      resolve: ({ at, of }, args, { limits }) => listOf(at, at.view.byPlate(of.code), args, limits),
    },
    CommitmentConnection,
  ),
)

builder.objectField(ProjectRef, 'commitments', (t) =>
  t.connection(
    {
      type: CommitmentRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Everything promised of it (承诺事项).',
      resolve: ({ at, of }, args, { limits }) =>
        listOf(at, at.view.byProject(of.code), args, limits),
    },
    CommitmentConnection,
  ),
)

builder.objectField(ThemeRef, 'commitments', (t) =>
  t.connection(
    {
      type: CommitmentRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Everything that serves it (承诺事项).',
      resolve: ({ at, of }, args, { limits }) => listOf(at, at.view.byTheme(of.code), args, limits),
    },
    CommitmentConnection,
  ),
)

builder.objectField(UnitRef, 'commitments', (t) =>
  t.connection(
    {
      type: CommitmentRef,
      args: commitmentListArgs,
      complexity: pageCost,
      description: 'Everything it has a part in (承诺事项).',
      resolve: ({ at, of }, args, { limits }) => listOf(at, at.view.byUnit(of.code), args, limits),
    },
    CommitmentConnection,
  ),
)
