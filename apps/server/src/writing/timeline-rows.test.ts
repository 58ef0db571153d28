import type { Fact, PlanFacts } from '@duban/domain'
import { appendFacts } from '@duban/domain/decide'
import { adoptPlan, generatePlan, generateYear } from '@duban/synthetic'
import { expect, it } from 'vitest'
import { allTimelines, timelinesTouched } from './timeline-rows.ts'

const plan = generatePlan({
  seed: 'rows',
  code: 'rows-2020',
  year: 2020,
  district: { code: 'd', name: { zh: '区' } },
  indicators: 8,
  milestones: 8,
  projects: 6,
})
const adopted: PlanFacts = { code: plan.code, revision: 1, facts: adoptPlan(plan) }
const reports = generateYear(plan, { seed: 'rows' })

/** What changes how a commitment is listed: who answers for it and when it is due. */
const listed = allTimelines(adopted).flatMap(({ commitment }, at): readonly Fact[] => {
  const base = {
    effectiveOn: '2020-03-02',
    recordedAt: '2020-03-02T02:00:00.000Z',
    recordedBy: 't',
  }
  const of = { ...base, commitment, reason: '调整' }
  return [
    { ...of, type: 'ASSIGNMENT', id: `a${at}`, unit: 'u', role: 'LEAD', assigned: at % 2 === 0 },
    { ...of, type: 'EXTENSION_REQUEST', id: `r${at}`, dueOn: '2020-11-11' },
    { ...base, type: 'EXTENSION_DECISION', id: `d${at}`, request: `r${at}`, approved: true },
  ]
})

const year = reports.flatMap((report, at) => [report, listed[at] ?? []].flat())

/** The same facts as new objects, of which nothing is remembered. */
function reread(facts: PlanFacts): PlanFacts {
  return JSON.parse(JSON.stringify(facts))
}

function renamed(facts: readonly Fact[], suffix: string): readonly Fact[] {
  return facts.map((fact) => ({ ...fact, id: fact.id + suffix }))
}

it('rows that go on from those of the commit before are the rows of the whole timelines', () => {
  let facts = adopted
  const rows = new Map(allTimelines(facts).map((one) => [one.commitment, one.segments]))
  for (let at = 0; at < year.length; ) {
    const added = year.slice(at, at + 1 + (at % 5))
    // Now and then another commit is first, and what was computed for this one goes unused.
    if (at % 3 === 0) {
      const lost = renamed(year.slice(at + 7, at + 12), '-lost')
      timelinesTouched(appendFacts(facts, lost), lost, facts)
    }
    const after = appendFacts(facts, added)
    const { timelines = [] } = timelinesTouched(after, added, facts)
    for (const { commitment, segments } of timelines) rows.set(commitment, segments)
    facts = after
    at += added.length
    for (const { commitment, segments } of allTimelines(reread(facts))) {
      expect([commitment, rows.get(commitment)]).toEqual([commitment, segments])
    }
  }
  expect(facts.facts.length).toBe(adopted.facts.length + year.length)
})
