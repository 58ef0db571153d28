import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testFacts, testIndicator, testPlan } from '../testing/facts-builder.ts'
import type { ObservationInput } from './command.ts'
import { decide } from './decide.ts'

const facts = testFacts(testPlan({ indicators: [testIndicator()] }))

const inputs: fc.Arbitrary<ObservationInput> = fc.record({
  of: fc.record({
    kind: fc.constantFrom('INDICATOR' as const, 'PROJECT' as const),
    code: fc.constantFrom('i', 'x', ''),
  }),
  value: fc.constant('1'),
  reporter: fc.constantFrom('u', 'u2', '', '2', '2 u', 'u2020-01-0', '12'),
  effectiveOn: fc.constantFrom('2020-01-01', '2020-01-02', '1', '2020-01-02020-01-01', 'u'),
})

function isSame(a: ObservationInput, b: ObservationInput): boolean {
  return (
    a.of.kind === b.of.kind &&
    a.of.code === b.of.code &&
    a.reporter === b.reporter &&
    a.effectiveOn === b.effectiveOn
  )
}

it('names of each report that repeats another in its batch the first one, and of no other', () => {
  fc.assert(
    fc.property(fc.array(inputs, { minLength: 1, maxLength: 30 }), (observations) => {
      const decision = decide(
        facts,
        { type: 'REPORT_OBSERVATIONS', observations },
        {
          now: '2020-06-30T12:00:00.000Z',
          actor: { name: 'test', roles: ['ADMIN'], units: [] },
          newId: () => 'new',
        },
      )
      const refusals = decision.ok ? [] : decision.refusals
      const told = refusals.flatMap(({ code, path, params }) =>
        code === 'DUPLICATE_IN_BATCH' ? [[path, params]] : [],
      )
      const expected = observations.flatMap((input, at) => {
        const first = observations.findIndex((each) => isSame(each, input))
        return first === at ? [] : [[`observations.${at}`, { first }]]
      })
      expect(told).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})
