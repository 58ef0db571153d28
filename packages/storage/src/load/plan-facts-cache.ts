import type { PlanFacts } from '@duban/domain'

/** PlanFacts kept in memory, the latest revision of each plan, the least recently used going first. */
export interface PlanFactsCache {
  get(plan: string): PlanFacts | undefined
  /** Keeps it with its cost in bytes, and answers what is kept: an equal revision that came first stays. */
  keep(facts: PlanFacts, bytes: number): PlanFacts
  /** Cost of what is kept for a plan; 0 where nothing is. */
  bytesOf(plan: string): number
  readonly bytes: number
}

/** A PlanFactsCache that holds at most so many bytes. One plan that is larger by itself is not kept. */
export function planFactsCache(limit: number): PlanFactsCache {
  // A Map iterates in the order of insertion, so its first key is the least recently used.
  const kept = new Map<string, { readonly facts: PlanFacts; readonly bytes: number }>()
  let total = 0
  const drop = (plan: string) => {
    total -= kept.get(plan)?.bytes ?? 0
    kept.delete(plan)
  }
  return {
    get: (plan) => {
      const found = kept.get(plan)
      if (found === undefined) return undefined
      kept.delete(plan)
      kept.set(plan, found)
      return found.facts
    },
    keep: (facts, bytes) => {
      const before = kept.get(facts.code)
      if (before !== undefined && before.facts.revision >= facts.revision) {
        return before.facts.revision === facts.revision ? before.facts : facts
      }
      drop(facts.code)
      if (bytes > limit) return facts
      kept.set(facts.code, { facts, bytes })
      total += bytes
      for (const plan of kept.keys()) {
        if (total <= limit) break
        drop(plan)
      }
      return facts
    },
    bytesOf: (plan) => kept.get(plan)?.bytes ?? 0,
    get bytes() {
      return total
    },
  }
}
