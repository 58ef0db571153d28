import type { CompiledPolicy } from '../rule/engine.ts'

/** What the light conditions of a policy read, beyond what changes with the facts of a commitment alone. */
export interface PolicyNeeds {
  readonly peers: boolean
  readonly lastYear: boolean
  readonly monthsBehind: boolean
  /** Reads what moves from month to month. */
  readonly monthly: boolean
  /** Reads what an indicator's pace moves from day to day. */
  readonly paced: boolean
  /** Reads what moves every day. */
  readonly daily: boolean
}

const needsByPolicy = new WeakMap<CompiledPolicy, PolicyNeeds>()

/** Told by the text: a name that does not stand in a condition is not read by it. */
export function policyNeeds(policy: CompiledPolicy): PolicyNeeds {
  const known = needsByPolicy.get(policy)
  if (known !== undefined) return known
  const text = policy.policy.lights.map((line) => line.when).join('\n')
  const needs: PolicyNeeds = {
    peers: policy.readsPeers || text.includes('peers'),
    lastYear: text.includes('lastYear'),
    monthsBehind: text.includes('monthsBehind'),
    monthly: text.includes('monthsLate') || text.includes('monthsBehind'),
    paced: text.includes('gapPoints') || text.includes('expected'),
    daily: text.includes('daysLate') || text.includes('daysToDue') || text.includes('lastYear'),
  }
  needsByPolicy.set(policy, needs)
  return needs
}
