import { planAt } from '../plan-views.ts'
import type { Context } from './context.ts'
import { readNodeId } from './node-id.ts'
import { defaultChoice } from './view-choice.ts'

/** The key of an object that an input names, by its global id in any view or by the key itself. */
export function keyOf(plan: string, given: string, ...typenames: readonly string[]): string {
  const id = readNodeId(given)
  return id !== null && id.plan === plan && typenames.includes(id.typename) ? id.key : given
}

const kinds = ['indicator/', 'milestone/', 'obligation/']

/** Id of the commitment that an input names: by its global id, its code with its kind before it, or its code alone. */
export async function commitmentIdOf(
  context: Context,
  plan: string,
  given: string,
): Promise<string> {
  const key = keyOf(plan, given, 'Indicator', 'Milestone', 'Obligation')
  if (kinds.some((kind) => key.startsWith(kind))) return key
  const facts = await context.loadPlanFacts(plan)
  const view = facts && planAt(facts, defaultChoice, context.now)?.view
  const kind = kinds.find((one) => view?.commitment(one + key) !== undefined)
  return (kind ?? '') + key
}
