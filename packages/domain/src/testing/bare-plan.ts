import { planWith } from '../plan/definitions-of.ts'
import type { Plan } from '../plan/plan.ts'

/** A plan with nothing in it, for tests that need one. */
export const BARE_PLAN: Plan = planWith(
  {
    code: 'bare',
    title: { zh: '空计划' },
    district: { code: 'erqi', name: { zh: '二七区' } },
    period: { start: '2020-01-01', end: '2020-12-31' },
    timeZone: 'Asia/Shanghai',
  },
  () => [],
)
