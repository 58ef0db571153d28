import fc from 'fast-check'
import { expect, it } from 'vitest'
import { appendFacts } from '../decide/decide.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import { planFacts } from '../testing/arbitrary-facts.ts'
import { timelinesOf } from '../timeline/timeline-of.ts'
import type { PlanFacts } from './fact.ts'
import { type FactIndex, indexOf } from './fact-index.ts'
import { MapOver } from './map-over.ts'

const engine = createRuleEngine()

/** The same facts as new objects, of which nothing is remembered. */
function reread(facts: PlanFacts): PlanFacts {
  return JSON.parse(JSON.stringify(facts))
}

it('what is kept from commit to commit changes nothing: facts added one by one give the same timelines', () => {
  fc.assert(
    fc.property(planFacts, fc.nat(), fc.array(fc.boolean()), (all, from, asked) => {
      const start = from % all.facts.length
      let grown: PlanFacts = { ...all, facts: all.facts.slice(0, start) }
      all.facts.slice(start).forEach((fact, at) => {
        if (asked[at] === true) timelinesOf(grown, { engine })
        grown = appendFacts(grown, [fact])
      })
      expect(timelinesOf(grown, { engine })).toEqual(timelinesOf(reread(grown), { engine }))
    }),
    { numRuns: 100 },
  )
}, 60_000)

/** All that an index holds, in its order; whatever kind of map holds it. */
function asLists({ topics, superseders, ...others }: Omit<FactIndex, 'source'>): unknown {
  const listed = (value: unknown): unknown =>
    value instanceof Map || value instanceof MapOver
      ? [...value].map(([key, held]: [unknown, unknown]) => [key, listed(held)])
      : value
  return Object.values({ ...others, ...topics, superseders: new Map(superseders) }).map(listed)
}

it('an index that has grown holds what one made at once holds', () => {
  fc.assert(
    fc.property(planFacts, fc.nat(), fc.nat(), (all, from, some) => {
      const start = from % all.facts.length
      const middle = start + (some % (all.facts.length - start))
      const before: PlanFacts = { ...all, facts: all.facts.slice(0, start) }
      indexOf(before)
      const between = appendFacts(before, all.facts.slice(start, middle))
      const { source: grownFrom, ...grown } = indexOf(appendFacts(between, all.facts.slice(middle)))
      const { source: madeFrom, ...made } = indexOf(reread(all))
      expect(grownFrom.facts).toEqual(madeFrom.facts)
      expect(asLists(grown)).toEqual(asLists(made))
    }),
  )
})

it('an index grows over several commits without the list of all facts', () => {
  fc.assert(
    fc.property(planFacts, (all) => {
      const before: PlanFacts = { ...all, facts: all.facts.slice(0, -2) }
      const [first, second] = all.facts.slice(-2)
      fc.pre(first !== undefined && second !== undefined && before.facts.length > 4)
      indexOf(before)
      const after = appendFacts(appendFacts(before, [first]), [second])
      Object.defineProperty(after, 'facts', {
        get: () => {
          throw new Error('the list was asked for')
        },
      })
      expect(indexOf(after).size).toBe(all.facts.length)
    }),
    { numRuns: 20 },
  )
})

it('facts appended leave the list before them as it was', () => {
  fc.assert(
    fc.property(planFacts, (all) => {
      const before = { ...all, facts: all.facts.slice(0, -1) }
      const copy = [...before.facts]
      const after = appendFacts(before, all.facts.slice(-1))
      expect(before.facts).toEqual(copy)
      expect(after).toEqual({ ...all, revision: before.revision + 1 })
    }),
    { numRuns: 20 },
  )
})
