import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Fact, PlanFacts } from './fact.ts'
import { countFacts, factAt, factsFrom, factsNamed, grownFacts } from './fact-list.ts'

let ids = 0
function someFacts(count: number): readonly Fact[] {
  return Array.from({ length: count }, () => ({
    type: 'PERIOD_LOCK',
    id: `f${ids++}`,
    effectiveOn: '2020-06-30',
    recordedAt: '2020-06-30T12:00:00.000Z',
    recordedBy: 'test',
    through: '2020-05-31',
    open: false,
    reason: '',
  }))
}

interface Append {
  /** How far back lies what it appends to, mostly nothing; else an assumption, or a commit that came to nothing. */
  readonly back: number
  readonly count: number
  readonly looks: boolean
}

const appends: fc.Arbitrary<readonly Append[]> = fc.array(
  fc.record({
    back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })),
    count: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 30 })),
    looks: fc.boolean(),
  }),
  { maxLength: 60 },
)

/** Facts grown from each other, each with the list that it stands for. */
function grow(start: number, steps: readonly Append[]) {
  const first = someFacts(start)
  const facts: PlanFacts = { code: 'p', revision: 1, facts: first }
  const grown = [{ facts, list: [...first] }]
  for (const { back, count, looks } of steps) {
    const base = grown.at(-1 - (back % grown.length))
    if (base === undefined) continue
    const more = someFacts(count)
    const list = looks ? base.facts.facts : base.list
    grown.push({ facts: grownFacts(base.facts, more), list: [...list, ...more] })
  }
  return grown
}

it('grown facts are the list they grew from and what was appended, whatever else was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), appends, fc.nat(), (start, steps, place) => {
      for (const { facts, list } of grow(start, steps)) {
        const at = place % (list.length + 2)
        expect(countFacts(facts)).toBe(list.length)
        expect(factAt(facts, at)).toBe(list[at])
        expect(factsFrom(facts, at)).toEqual(list.slice(at))
        const named = list.filter((_, each) => each % 7 === place % 7)
        const ids = new Set(named.map(({ id }) => id))
        expect(factsNamed(facts, ids)).toEqual(named.toReversed())
        expect(facts.facts).toEqual(list)
        expect(facts.facts).toBe(facts.facts)
      }
    }),
    { numRuns: 30 },
  )
})

it('grown facts are copied and printed as any others', () => {
  const more = someFacts(1)
  const grown = grownFacts({ code: 'p', revision: 4, facts: someFacts(2) }, more)
  expect({ ...grown }).toEqual({ code: 'p', revision: 5, facts: grown.facts })
  expect(JSON.parse(JSON.stringify(grown))).toEqual({ ...grown })
  expect(structuredClone(grown)).toEqual({ ...grown })
  expect(grown.facts.slice(2)).toEqual(more)
})
