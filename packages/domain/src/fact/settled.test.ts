import fc from 'fast-check'
import { expect, it } from 'vitest'
import { appendFacts } from '../decide/decide.ts'
import { testFacts, testIndicator, testPlan } from '../testing/facts-builder.ts'
import type { Fact, ReviewState } from './fact.ts'
import { indexOf, isInOrder } from './fact-index.ts'
import { settledIn } from './settled.ts'

const plan = testFacts(testPlan({ indicators: [testIndicator()] }))
const days = fc.integer({ min: 1, max: 9 }).map((day) => `2020-05-0${day}`)
const states = fc.constantFrom<ReviewState>('APPROVED', 'APPROVED', 'APPROVED', 'SUBMITTED')

/** Reports of one indicator, some of which correct or review the first one. */
const reports = fc.array(
  fc.record({
    effectiveOn: days,
    recordedAt: days.map((day) => `${day}T08:00:00.000Z`),
    state: states,
    about: fc.constantFrom('none', 'none', 'none', 'none', 'corrects', 'reviews'),
  }),
  { minLength: 1, maxLength: 8 },
)

type Report = typeof reports extends fc.Arbitrary<readonly (infer T)[]> ? T : never

function factOf({ effectiveOn, recordedAt, state, about }: Report, at: number): Fact {
  const base = { id: `a${at}`, effectiveOn, recordedAt, recordedBy: 'test' }
  if (about === 'reviews') {
    return { ...base, type: 'REVIEW', observation: 'a0', state: 'RETURNED' }
  }
  return {
    ...base,
    type: 'OBSERVATION',
    of: { kind: 'INDICATOR', code: 'i' },
    value: '1',
    reporter: 'u',
    state,
    ...(about === 'corrects' ? { supersedes: 'a0' } : {}),
  }
}

it('tells which facts of a list stand for good, and whether they were recorded in order, however it grew', () => {
  fc.assert(
    fc.property(reports, fc.nat(), (all, from) => {
      const facts = all.map(factOf)
      const start = from % facts.length
      const before = appendFacts(plan, facts.slice(0, start))
      indexOf(before)
      const index = indexOf(appendFacts(before, facts.slice(start)))
      const list = index.topics.indicatorObservations.get('i') ?? []
      const listed = list.map(({ day }) => day)
      expect(listed).toEqual(listed.toSorted((a, b) => a - b))
      const instants = list.map(({ fact }) => fact.recordedAt)
      expect(isInOrder(list)).toBe(String(instants) === String(instants.toSorted()))
      const knowledge = { index, knownAt: null, knownCount: null, includeSubmitted: false }
      const { standing } = settledIn(knowledge, 'indicatorObservations', list)
      const isMeant = all.some(({ about }) => about !== 'none')
      for (const each of list) {
        const isFree = !(isMeant && each.fact.id === 'a0')
        expect(standing.includes(each)).toBe(isFree && each.fact.state === 'APPROVED')
      }
    }),
    { numRuns: 500 },
  )
})
