import { type Fact, type Plan, sameValue } from '@duban/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffPlans, parsePlan, printPlan } from '../src/index.ts'
import { anyFacts } from './arbitrary-facts.ts'
import { anyPlan } from './arbitrary-plan.ts'

const both = fc.constantFrom('yaml' as const, 'json' as const)

function read(text: string): { readonly plan: Plan; readonly facts: readonly Fact[] } {
  const parsed = parsePlan(text)
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.issues, null, 1)}\n${text}`)
  return parsed
}

test('a plan and its facts are read as they were printed, in YAML and in JSON', () => {
  fc.assert(
    fc.property(anyPlan, anyFacts, both, (plan, facts, as) => {
      const parsed = read(printPlan(plan, facts, { as }))
      expect(parsed.plan).toEqual(plan)
      expect(parsed.facts).toEqual(facts)
    }),
    { numRuns: 200 },
  )
})

test('what is read prints as before, whatever the order of its keys', () => {
  fc.assert(
    fc.property(anyPlan, anyFacts, both, (plan, facts, as) => {
      const text = printPlan(plan, facts, { as })
      const backwards = Object.fromEntries(Object.entries(plan).toReversed())
      // The same keys and values in another order.
      expect(printPlan(backwards as unknown as Plan, facts, { as })).toBe(text)
      const parsed = read(text)
      expect(printPlan(parsed.plan, parsed.facts, { as })).toBe(text)
    }),
    { numRuns: 100 },
  )
})

test('two plans differ where and only where a difference is told', () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, (a, b) => {
      expect(diffPlans(a, a)).toEqual([])
      expect(diffPlans(a, b).length === 0).toBe(sameValue(a, b))
    }),
    { numRuns: 100 },
  )
})

test('printing leaves out the definitions among the facts, for the plan is what they define', () => {
  const [plan] = fc.sample(anyPlan, { numRuns: 1, seed: 7 })
  if (plan === undefined) throw new Error('no sample')
  const definition: Fact = {
    id: 'd',
    type: 'DEFINITION',
    effectiveOn: '2020-01-01',
    recordedAt: '2020-01-01T00:00:00.000Z',
    recordedBy: 'import',
    change: { remove: { kind: 'PROJECT', code: 'gone' } },
  }
  expect(printPlan(plan, [definition])).toBe(printPlan(plan))
})
