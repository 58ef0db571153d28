import type { CompiledPolicy } from '../rule/engine.ts'
import { monthsTold } from './months-told.ts'

/** What conditions of a policy read, beyond what changes with the facts of a commitment alone. */
export interface PolicyNeeds {
  readonly peers: boolean
  readonly lastYear: boolean
  readonly monthsBehind: boolean
  /** The most months late that it tells from fewer; 0 where it does not read them, infinity where all count. */
  readonly monthsTold: number
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
  const sources = sourcesOf(compiled.policy)
  const text = sources.join('\n')
  const needs = {
    peers: compiled.readsPeers || text.includes('peers'),
    lastYear: text.includes('lastYear'),
    monthsBehind: text.includes('monthsBehind'),
    monthsTold: Math.max(0, ...sources.map(monthsTold)),
    paced: text.includes('gapPoints') || text.includes('expected'),
    daily: text.includes('daysLate') || text.includes('daysToDue') || text.includes('lastYear'),
    valued: text.includes('achieved') || text.includes('actual') || text.includes('gapPoints'),
  }
  const { monthsTold: _, ...others } = needs
  const plain = !text.includes('target') && !Object.values(others).includes(true)
  const all: PolicyNeeds = { ...needs, plain }
  kept.set(compiled, all)
  return all
}

/** What decides on which days conditions are asked. */
export type DayNeeds = Pick<
  PolicyNeeds,
  'peers' | 'monthsBehind' | 'monthsTold' | 'paced' | 'daily'
>

/** What is read by any of several. */
export function jointNeeds(all: readonly PolicyNeeds[]): DayNeeds {
  const isRead = (need: Exclude<keyof DayNeeds, 'monthsTold'>): boolean =>
    all.some((each) => each[need])
  return {
    peers: isRead('peers'),
    monthsBehind: isRead('monthsBehind'),
    monthsTold: Math.max(0, ...all.map((each) => each.monthsTold)),
    paced: isRead('paced'),
    daily: isRead('daily'),
  }
}
