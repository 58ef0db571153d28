import type { CommitmentTimeline, Derive, MeasuredRows } from '../../src/index.ts'
import { measured, projectRow, timeline } from '../samples.ts'

/** What follows from the facts: of a commitment one segment, its task the last value reported, and a step for each value. */
export const derivedOf: Derive = ({ facts }) => {
  const values = new Map<string, string[]>()
  for (const fact of facts) {
    if (fact.type !== 'OBSERVATION') continue
    const before = values.get(fact.of.code)
    if (before === undefined) values.set(fact.of.code, [fact.value])
    else before.push(fact.value)
  }
  const all = [...values].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    timelines: all.map(
      ([code, reported]): CommitmentTimeline =>
        timeline(`indicator/${code}`, { code, task: reported.at(-1) ?? null }),
    ),
    measured: all.map(
      ([code, reported]): MeasuredRows => ({
        commitment: `indicator/${code}`,
        since: null,
        rows: reported.slice(-9).map((actual, at) => measured(`202${at}-01-01`, { actual })),
      }),
    ),
    projects: [{ project: 'x', since: null, rows: [projectRow({ done: `${facts.length}` })] }],
  }
}
