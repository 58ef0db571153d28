import type { CommitmentTimeline, ComputeTimelines } from '../../src/index.ts'
import { timeline } from '../samples.ts'

/** Timelines that follow from the facts: one segment a commitment, its task the last value reported. */
export const timelinesOf: ComputeTimelines = ({ facts }) => {
  const last = new Map<string, string>()
  for (const fact of facts) if (fact.type === 'OBSERVATION') last.set(fact.of.code, fact.value)
  return [...last]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, task]): CommitmentTimeline => timeline(`indicator/${code}`, { code, task }))
}
