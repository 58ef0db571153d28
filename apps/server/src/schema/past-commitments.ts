import type { Condition } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import { type ConnectionOf, connectionOfList } from '../paging/connection.ts'
import { sortedBy } from '../paging/ordered-list.ts'
import { limitVariables } from '../settings/read-settings.ts'
import { type CommitmentShape, commitmentShape } from './commitment.ts'
import type { CommitmentFilterField } from './commitment-filter.ts'
import { type CommitmentListArgs, commitmentsThatFit, orderValue } from './commitment-list.ts'
import type { Context } from './context.ts'
import { loadPlanAt } from './load-plan.ts'
import { orderOf } from './order.ts'
import type { PlanAt } from './plan-at.ts'
import { plansNamed } from './plans-named.ts'
import type { ViewChoice } from './view-choice.ts'

/** Commitments across plans as they were known at an instant: computed from the facts of the plans that are named. */
export async function pastCommitments(
  args: CommitmentListArgs,
  condition: Condition<CommitmentFilterField> | undefined,
  choice: ViewChoice,
  context: Context,
): Promise<ConnectionOf<CommitmentShape>> {
  const plans = await loadNamedPlans(plansNamed(condition), choice, context)
  const found = plans.flatMap((at) =>
    commitmentsThatFit(at, at.view.commitments, condition).map((one) => commitmentShape(at, one)),
  )
  const order = orderOf(args.orderBy)
  const list = sortedBy(
    found,
    order.length === 0 ? [{ field: 'dueOn' as const }] : order,
    ({ at, of }, field) => orderValue(at, of, field),
    ({ at, of }) => JSON.stringify([at.facts.code, of.id]),
  )
  return connectionOfList(list, args, context.limits)
}

/** The plans that a filter names, or all where there are few enough; throws the refusal of too many. */
export async function loadNamedPlans(
  named: readonly string[] | undefined,
  choice: ViewChoice,
  context: Context,
): Promise<readonly PlanAt[]> {
  const plans = await loadFewPlans(named, choice, context)
  if (!('actual' in plans)) return plans
  const { pastPlans: limit } = context.limits
  throw refuse('PAST_PLANS_LIMIT', { ...plans, limit, setting: limitVariables.pastPlans })
}

/** The same; of too many only how many they are. */
export async function loadFewPlans(
  named: readonly string[] | undefined,
  choice: ViewChoice,
  context: Context,
): Promise<readonly PlanAt[] | { readonly actual: number }> {
  const { pastPlans: limit } = context.limits
  const actual = named?.length ?? (await context.storage.countPlans())
  if (actual > limit) return { actual }
  const codes = named ?? (await allCodes(context, limit))
  const plans = await Promise.all(codes.map((code) => loadPlanAt(context, code, choice)))
  return plans.filter((at) => at !== null)
}

async function allCodes({ storage }: Context, limit: number): Promise<readonly string[]> {
  const page = await storage.findPlans({ page: { first: limit } })
  return page.edges.map(({ row }) => row.code)
}
