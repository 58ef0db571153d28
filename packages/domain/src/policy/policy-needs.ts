import type { CompiledPolicy } from '../rule/engine.ts'

/** What conditions of a policy read, beyond what changes with the facts of a commitment alone. */
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
  /** Reads what follows from an indicator's value. */
  readonly valued: boolean
  /** Reads nothing but the kind, the status, the months late and what the definition and the due date's changes say. */
  readonly plain: boolean
}

type NeedsByPolicy = WeakMap<CompiledPolicy, PolicyNeeds>

const ofLights: NeedsByPolicy = new WeakMap()
const ofScores: NeedsByPolicy = new WeakMap()

/** What the light conditions of a policy read. */
export function policyNeeds(policy: CompiledPolicy): PolicyNeeds {
  return keptNeeds(ofLights, policy, ({ lights }) => lights.map((line) => line.when))
}

/** What the score lines of a policy read. */
export function scoreNeeds(policy: CompiledPolicy): PolicyNeeds {
  return keptNeeds(ofScores, policy, ({ scores = [] }) =>
    scores.flatMap(({ when, points }) =>
      typeof points === 'string' ? [when] : [when, points.cel],
    ),
  )
}

/** Told by the text: a name that does not stand in a condition is not read by it. */
function keptNeeds(
  kept: NeedsByPolicy,
  compiled: CompiledPolicy,
  sourcesOf: (policy: CompiledPolicy['policy']) => readonly string[],
): PolicyNeeds {
  const known = kept.get(compiled)
  if (known !== undefined) return known
  const text = sourcesOf(compiled.policy).join('\n')
  const needs = {
    peers: compiled.readsPeers || text.includes('peers'),
    lastYear: text.includes('lastYear'),
    monthsBehind: text.includes('monthsBehind'),
    monthly: text.includes('monthsLate') || text.includes('monthsBehind'),
    paced: text.includes('gapPoints') || text.includes('expected'),
    daily: text.includes('daysLate') || text.includes('daysToDue') || text.includes('lastYear'),
    valued: text.includes('achieved') || text.includes('actual') || text.includes('gapPoints'),
  }
  const { monthly: _, ...others } = needs
  const plain = !text.includes('target') && !Object.values(others).includes(true)
  const all: PolicyNeeds = { ...needs, plain }
  kept.set(compiled, all)
  return all
}

/** What is read by any of several. */
export function jointNeeds(all: readonly PolicyNeeds[]): PolicyNeeds {
  return {
    peers: all.some((each) => each.peers),
    lastYear: all.some((each) => each.lastYear),
    monthsBehind: all.some((each) => each.monthsBehind),
    monthly: all.some((each) => each.monthly),
    paced: all.some((each) => each.paced),
    daily: all.some((each) => each.daily),
    valued: all.some((each) => each.valued),
    plain: all.every((each) => each.plain),
  }
}
