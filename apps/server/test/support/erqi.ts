import { loadErqi2020 } from '@duban/erqi-2020'
import type { Storage } from '@duban/storage'
import { importPlan } from '../../src/import-plan.ts'

/** Imports Erqi's plan as if on the day it was published. */
export async function importErqi(storage: Storage): Promise<void> {
  const plan = await loadErqi2020()
  let ids = 0
  const outcome = await importPlan(
    storage,
    { plan, facts: [] },
    { now: '2020-01-10T00:00:00.000Z', newId: () => `erqi-${++ids}`, actor: 'test' },
  )
  if (outcome.outcome === 'REFUSED') throw new Error(JSON.stringify(outcome.refusals, null, 1))
}
