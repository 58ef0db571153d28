import type { PlanFacts } from '@duban/domain'
import { appendFacts } from '@duban/domain/decide'
import type { Storage } from '@duban/storage'

/** Plans as the domain leaves them, with no database between: only what a question about one plan needs. */
export function memoryStorage(base: Storage): Storage {
  const plans = new Map<string, PlanFacts>()
  return {
    ...base,
    loadPlan: async (code) => plans.get(code) ?? null,
    loadPlans: async (codes) => codes.map((code) => plans.get(code) ?? null),
    textsOf: async () => [],
    update: async (code, decide) => {
      const before = plans.get(code) ?? { code, revision: 0, facts: [] }
      const decided = decide(before.revision === 0 ? null : before)
      if ('refusal' in decided) return { outcome: 'REFUSED', refusal: decided.refusal }
      const after = appendFacts(before, [...decided.commit.facts])
      plans.set(code, after)
      return { outcome: 'COMMITTED', revision: after.revision }
    },
  }
}
