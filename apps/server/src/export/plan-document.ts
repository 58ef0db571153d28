import type { PlanFacts } from '@duban/domain'
import { printPlan } from '@duban/plan-file'
import { planAt } from '../plan-views.ts'
import { defaultChoice, type ViewChoice } from '../schema/view-choice.ts'

/** The last day there is: a definition that lies ahead belongs to the plan too. */
const lastDay = '9999-12-31'

/**
 * The plan with all its facts as a plan document, as an export at `knownAt` would have given it; null where there was no
 * plan by then. Importing it gives the same plan and the same facts.
 */
export function planDocument(
  facts: PlanFacts,
  as: 'yaml' | 'json',
  { knownAt }: Pick<ViewChoice, 'knownAt'>,
  now: string,
): string | null {
  const at = planAt(facts, { ...defaultChoice, asOf: lastDay, knownAt }, now)
  if (at === null) return null
  const known =
    knownAt === null ? facts.facts : facts.facts.filter(({ recordedAt }) => recordedAt <= knownAt)
  return printPlan(at.plan, known, { as })
}
