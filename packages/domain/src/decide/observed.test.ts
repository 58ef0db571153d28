import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Observation } from '../fact/fact.ts'
import { newObserved } from './observed.ts'

const observations = fc.array(
  fc.record({
    of: fc.record({
      kind: fc.constantFrom('INDICATOR' as const, 'PROJECT' as const),
      code: fc.constantFrom('i', 'j'),
    }),
    effectiveOn: fc.integer({ min: 1, max: 9 }).map((day) => `2020-01-0${day}`),
    asks: fc.boolean(),
  }),
  { maxLength: 30 },
)

function expectAsLookedThrough(
  fields: typeof observations extends fc.Arbitrary<infer T> ? T : never,
) {
  const observed = newObserved()
  const all: Observation[] = []
  fields.forEach(({ of, effectiveOn, asks }, at) => {
    const fact: Observation = {
      type: 'OBSERVATION',
      id: `a${at}`,
      effectiveOn,
      recordedAt: '2020-02-01T00:00:00.000Z',
      recordedBy: 'test',
      of,
      value: '1',
      reporter: 'u',
      state: 'APPROVED',
    }
    observed.add(fact)
    all.push(fact)
    for (const day of asks ? ['2020-01-01', effectiveOn, '2020-01-09', '2020-02-30'] : []) {
      const expected = all.filter(
        (each) => each.of.kind === of.kind && each.of.code === of.code && each.effectiveOn === day,
      )
      expect(observed.on(of, day)).toEqual(expected)
    }
  })
  expect(observed.on({ kind: 'PROJECT', code: 'k' }, '2020-01-01')).toEqual([])
}

it('finds the observations of a subject and a day, in the order of days or in any other', () => {
  fc.assert(fc.property(observations, expectAsLookedThrough))
  const inOrder = observations.map((all) =>
    all.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)),
  )
  fc.assert(fc.property(inOrder, expectAsLookedThrough))
})
