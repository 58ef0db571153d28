import { loadErqi2020 } from '@duban/erqi-2020'
import type { Storage } from '@duban/storage'
import { simulateErqi } from '@duban/synthetic'
import { type ImportContext, type ImportOutcome, importPlan } from './import-plan.ts'

/**
 * Loads the plans that ship with the server: Erqi's for 2020, which has commitments and no reports, anew where its file
 * has changed; and, where it is wanted and not there yet, the same plan with a simulated year of reports.
 */
export async function loadShippedPlans(
  storage: Storage,
  context: ImportContext,
  wants: { readonly simulated: boolean },
): Promise<ImportOutcome> {
  const plan = await loadErqi2020()
  const loaded = await importPlan(storage, { plan, facts: [] }, context)
  if (loaded.outcome === 'REFUSED' || !wants.simulated) return loaded
  const code = `${plan.code}-simulated`
  if ((await storage.revisions([code])).has(code)) return loaded
  const simulated = await importPlan(storage, simulateErqi(plan), context)
  return simulated.outcome === 'REFUSED' ? simulated : loaded
}
