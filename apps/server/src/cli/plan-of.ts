import type { Storage } from '@duban/storage'
import { planAt } from '../plan-views.ts'
import type { PlanAt } from '../schema/plan-at.ts'
import { defaultChoice, type ViewChoice } from '../schema/view-choice.ts'
import { type CommandResult, refused, type Terminal } from './terminal.ts'

/** A stored plan in a view, or the refusal that says there is none. */
export async function planOf(
  storage: Storage,
  code: string,
  terminal: Terminal,
  choice: Partial<ViewChoice> = {},
): Promise<PlanAt | { readonly refusal: CommandResult }> {
  const facts = await storage.loadPlan(code)
  const at = facts && planAt(facts, { ...defaultChoice, ...choice }, terminal.now().toISOString())
  return at ?? { refusal: refused('UNKNOWN_PLAN', unknownPlan(code)) }
}

/** Says that there is no such plan. */
export function unknownPlan(code: string): { readonly zh: string; readonly en: string } {
  return { zh: `没有计划 ${code}`, en: `there is no plan ${code}` }
}
