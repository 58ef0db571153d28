import type { Plan } from '@duban/domain'
import type { Storage } from '@duban/storage'
import { adoptPlan, generatePlan, generateYear, planAfterYear } from '@duban/synthetic'
import { importPlan } from '../../src/import-plan.ts'
import { storeReportedYear } from './reported-year.ts'

/** Codes of the plans that `storeSeveralPlans` stores. */
export const severalPlans = ['erqi-2020', 'east-2020', 'west-2020']

/**
 * Stores Erqi's reported year beside two generated ones of other districts. Their units and projects have the same
 * codes, and one counts some of its indicators in a unit of measure of its own.
 */
export async function storeSeveralPlans(storage: Storage): Promise<void> {
  await storeReportedYear(storage)
  for (const [seed, district] of ['east', 'west'].entries()) {
    const generated = generatePlan({
      seed,
      code: `${district}-2020`,
      year: 2020,
      district: { code: district, name: { zh: `${district}区`, en: `${district} District` } },
      projects: 8,
      indicators: 12,
      milestones: 6,
      rules: 2,
      subdistricts: 2,
    })
    const plan = district === 'west' ? withOwnUnit(generated) : generated
    const year = generateYear(plan, { seed })
    let ids = 0
    const { outcome } = await importPlan(
      storage,
      { plan: planAfterYear(plan, year), facts: [...adoptPlan(plan), ...year] },
      { now: '2021-03-01T00:00:00.000Z', newId: () => `${district}-${++ids}`, actor: 'test' },
    )
    if (outcome !== 'IMPORTED') throw new Error(`${plan.code} is ${outcome}`)
  }
}

function withOwnUnit(plan: Plan): Plan {
  const dozen = { code: 'DOZEN', label: { zh: '打' }, dimension: 'COUNT', factor: '12' }
  return {
    ...plan,
    measureUnits: [dozen],
    indicators: plan.indicators.map((one, at) => (at % 3 === 0 ? { ...one, unit: 'DOZEN' } : one)),
  }
}
