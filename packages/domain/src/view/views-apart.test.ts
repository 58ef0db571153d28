import fc from 'fast-check'
import { expect, it } from 'vitest'
import { appendFacts } from '../decide/decide.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import { dates, instants, planFacts } from '../testing/arbitrary-facts.ts'
import { viewOf } from './view-of.ts'

const engine = createRuleEngine()

const looks = fc.array(
  fc.record({
    asOf: dates,
    knownAt: instants,
    includeSubmitted: fc.boolean(),
    /** How many facts are added before it. */
    added: fc.constantFrom(0, 0, 0, 1, 3),
  }),
  { minLength: 2, maxLength: 6 },
)

/** The same facts as new objects, of which nothing is remembered. */
function reread(facts: PlanFacts): PlanFacts {
  return JSON.parse(JSON.stringify(facts))
}

function seen(facts: PlanFacts, at: Parameters<typeof viewOf>[1]) {
  const view = viewOf(facts, at, engine)
  return view?.commitments.map(({ id }) => [id, view.assessment(id)])
}

it('what earlier views asked for, of these facts or of fewer, changes nothing in a later one', () => {
  fc.assert(
    fc.property(planFacts, fc.nat(), looks, (all, from, asked) => {
      const rest = [...all.facts]
      let facts: PlanFacts = { ...all, facts: rest.splice(0, from % (all.facts.length + 1)) }
      for (const { added, ...at } of asked) {
        const before = facts
        if (added > 0) facts = appendFacts(facts, rest.splice(0, added))
        expect(seen(facts, at)).toEqual(seen(reread(facts), at))
        expect(seen(before, at)).toEqual(seen(reread(before), at))
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
