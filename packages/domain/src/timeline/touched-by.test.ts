import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PlanFacts } from '../fact/fact.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import { planFacts } from '../testing/arbitrary-facts.ts'
import { viewOf } from '../view/view-of.ts'
import { commitmentSteps } from './commitment-steps.ts'
import { timelinesOf } from './timeline-of.ts'
import { touchedBy } from './touched-by.ts'

const engine = createRuleEngine()

/** The facts without their last ones. */
function without(facts: PlanFacts, count: number): PlanFacts {
  return { ...facts, facts: facts.facts.slice(0, facts.facts.length - count) }
}

it('names every commitment whose timeline or whose terms new facts change', () => {
  fc.assert(
    fc.property(planFacts, fc.integer({ min: 1, max: 3 }), (after, wanted) => {
      const count = Math.min(wanted, after.facts.filter(({ type }) => type !== 'DEFINITION').length)
      const before = without(after, count)
      const touched = touchedBy(after, after.facts.slice(after.facts.length - count), engine)
      if (touched === 'ALL') return
      const was = timelinesOf(before, { engine })
      const is = timelinesOf(after, { engine })
      const others = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !touched.has(id))
      const all = (facts: PlanFacts, timelines: typeof was) =>
        others.map((id) => [id, timelines.get(id), commitmentSteps(facts, id, engine)])
      expect(all(after, is)).toEqual(all(before, was))
    }),
    { numRuns: 40 },
  )
}, 60_000)

it('touches only what reads an indicator when it is reported', () => {
  fc.assert(
    fc.property(planFacts, (facts) => {
      const last = facts.facts.at(-1)
      if (last?.type !== 'OBSERVATION' || last.supersedes !== undefined) return
      if (last.of.code !== 'j') return
      const touched = touchedBy(facts, [last], engine)
      expect(touched).toEqual(
        new Set(['indicator/j', 'indicator/ratio', 'obligation/pace/j', 'obligation/pace/ratio']),
      )
    }),
    { numRuns: 300 },
  )
})

it('touches only what looks at what has been invested when that is reported', () => {
  fc.assert(
    fc.property(planFacts, (facts) => {
      const last = facts.facts.at(-1)
      if (last?.type !== 'OBSERVATION' || last.supersedes !== undefined) return
      if (last.of.kind !== 'PROJECT') return
      const derived = ['sum', 'done', 'planned']
      expect(touchedBy(facts, [last], engine)).toEqual(
        new Set([
          ...derived.flatMap((code) => [`indicator/${code}`, `obligation/pace/${code}`]),
          `obligation/invested/${last.of.code}`,
        ]),
      )
    }),
    { numRuns: 300 },
  )
})

it('steps through a commitment as the views show it', () => {
  fc.assert(
    fc.property(
      planFacts,
      fc.date({ min: new Date('2019-11-01'), max: new Date('2021-07-01'), noInvalidDate: true }),
      (facts, date) => {
        const asOf = date.toISOString().slice(0, 10)
        const view = viewOf(facts, { asOf, knownAt: '9999-12-31T00:00:00.000Z' }, engine)
        for (const commitment of view?.commitments ?? []) {
          const steps = commitmentSteps(facts, commitment.id, engine)
          expect(steps.findLast(({ from }) => from <= asOf)?.commitment).toEqual(commitment)
        }
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)
