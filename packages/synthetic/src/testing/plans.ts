import fc from 'fast-check'
import type { PlanOptions } from '../plan/options.ts'
import type { YearOptions } from '../year/options.ts'

const district = { code: 'yunxi', name: { zh: '云溪区', en: 'Yunxi District' } }

/** Plans of all small sizes, empty ones among them. */
export const planOptions: fc.Arbitrary<PlanOptions> = fc.record({
  seed: fc.oneof(fc.integer(), fc.string()),
  code: fc.constant('yunxi-2021'),
  year: fc.integer({ min: 1999, max: 2040 }),
  district: fc.constant(district),
  tasks: fc.integer({ min: 0, max: 23 }),
  plates: fc.integer({ min: 0, max: 10 }),
  projects: fc.integer({ min: 0, max: 25 }),
  indicators: fc.integer({ min: 0, max: 60 }),
  milestones: fc.integer({ min: 0, max: 40 }),
  rules: fc.integer({ min: 0, max: 5 }),
  subdistricts: fc.integer({ min: 0, max: 30 }),
})

export const yearOptions: fc.Arbitrary<YearOptions> = fc.record({
  seed: fc.oneof(fc.integer(), fc.string()),
  reports: fc.constantFrom('MONTHLY', 'WEEKLY', 'QUARTERLY'),
  complete: fc.boolean(),
})

/** A plan of the usual size. */
export const usual: PlanOptions = { seed: 1, code: 'yunxi-2020', year: 2020, district }
