import { todayIn } from '@duban/domain'
import type { CommitmentField, CommitmentQuery, Condition } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { conditionOf } from '../filtering/condition.ts'
import { connectionOfPage } from '../paging/connection.ts'
import { readPage, storagePage } from '../paging/page-request.ts'
import { builder } from './builder.ts'
import {
  CommitmentConnection,
  CommitmentRef,
  type CommitmentShape,
  commitmentShape,
} from './commitment.ts'
import { commitmentFields } from './commitment-filter.ts'
import { type CommitmentListArgs, commitmentListArgs } from './commitment-list.ts'
import { pageCost } from './connection.ts'
import type { Context } from './context.ts'
import { loadPlanAt } from './load-plan.ts'
import { orderOf } from './order.ts'
import { pastCommitments } from './past-commitments.ts'
import { viewArgs } from './view.ts'
import { chooseView, type ViewChoice } from './view-choice.ts'

/** The day that lists across plans are of, where none is chosen: the plans’ own zone has it. */
export const homeZone = 'Asia/Shanghai'

builder.queryField('commitments', (t) =>
  t.connection(
    {
      type: CommitmentRef,
      args: { ...commitmentListArgs, ...viewArgs },
      complexity: pageCost,
      description:
        'The commitments of all plans that fit (跨计划承诺事项). With a past knownAt or includeSubmitted they are worked out from the facts: of the plans that the filter names, or of all where they are few.',
      resolve: (_root, args, context) => {
        const choice = chooseView(args, context.now)
        const condition = conditionOf(args.filter, commitmentFields)
        return choice.knownAt === null && !choice.includeSubmitted
          ? presentCommitments(args, condition, choice, context)
          : pastCommitments(args, condition, choice, context)
      },
    },
    CommitmentConnection,
  ),
)

async function presentCommitments(
  args: CommitmentListArgs,
  where: Condition<CommitmentField> | undefined,
  choice: ViewChoice,
  context: Context,
) {
  const asOf = choice.asOf ?? todayIn(homeZone, context.now)
  if (asOf === null) throw refuse('INVALID_DATE', { value: context.now })
  const query: CommitmentQuery = {
    asOf,
    ...(where ? { where } : {}),
    orderBy: orderOf(args.orderBy),
    page: storagePage(readPage(args, context.limits)),
  }
  const page = await context.storage.findCommitments(query)
  const nodes = await Promise.all(
    page.edges.map(async ({ row }): Promise<CommitmentShape | null> => {
      const at = await loadPlanAt(context, row.plan, choice)
      const commitment = at?.view.commitment(row.commitment)
      // A plan may have changed between the two statements.
      return at && commitment ? commitmentShape(at, commitment) : null
    }),
  )
  return connectionOfPage(page, nodes, () =>
    context.storage.countCommitments({ asOf, ...(where ? { where } : {}) }),
  )
}
