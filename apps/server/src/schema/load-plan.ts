import { planAt } from '../plan-views.ts'
import type { Context } from './context.ts'
import type { PlanAt } from './plan-at.ts'
import type { ViewChoice } from './view-choice.ts'

/** A plan in a view; null where there is no such plan, or none yet in that view. */
export async function loadPlanAt(
  context: Context,
  code: string,
  choice: ViewChoice,
): Promise<PlanAt | null> {
  const facts = await context.loadPlanFacts(code)
  const at = facts && planAt(facts, choice, context.now)
  if (at && choice.asOf === null) context.reads.days.set(at.plan.timeZone, at.asOf)
  return at
}
