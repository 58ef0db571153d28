import { definitionsOf, type Fact, type Plan, sameValue } from '@duban/domain'
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

test.each(['yaml', 'json'] as const)(
  'what was said with a fact is kept to the letter in %s',
  (as) => {
    const [plan] = fc.sample(anyPlan, { numRuns: 1, seed: 7 })
    if (plan === undefined) throw new Error('no sample')
    const facts = [
      '',
      ' ',
      'a\u0001b',
      '\u0085\u2028',
      'a\r\n b\n',
      '- {a: #',
      '\u0000',
      'true',
    ].map(
      (said, at): Fact => ({
        id: `f${at}`,
        type: 'PERIOD_LOCK',
        effectiveOn: '2020-01-01',
        recordedAt: '2020-01-01T00:00:00.000Z',
        recordedBy: 'x',
        through: '2019-12-31',
        open: true,
        reason: said,
        note: said,
      }),
    )
    expect(read(printPlan(plan, facts, { as })).facts).toEqual(facts)
  },
)

/** The definition of every part of a plan on its first day, and changes of some later on. */
function definitions(plan: Plan, day: string): readonly Fact[] {
  return definitionsOf(plan).map((set, at) => ({
    type: 'DEFINITION',
    id: `${day}/${at}`,
    effectiveOn: day,
    recordedAt: `${day}T00:00:00.000Z`,
    recordedBy: 'import',
    change: { set },
  }))
}

test('printing leaves out definitions where the plan is what they have made it since its first day', () => {
  const [plan] = fc.sample(anyPlan, { numRuns: 1, seed: 7 })
  if (plan === undefined) throw new Error('no sample')
  expect(printPlan(plan, definitions(plan, plan.period.start))).toBe(printPlan(plan))
})

test('a plan that was defined anew is read with all its definitions', () => {
  fc.assert(
    fc.property(anyPlan, anyPlan, both, (plan, before, as) => {
      const gone: Fact = {
        type: 'DEFINITION',
        id: 'gone',
        effectiveOn: '2020-03-01',
        recordedAt: '2020-03-01T00:00:00.000Z',
        recordedBy: 'import',
        change: { remove: { kind: 'PROJECT', code: 'gone' } },
      }
      const facts = [
        ...definitions({ ...before, documents: plan.documents }, '2020-01-01'),
        ...definitions(plan, '2020-02-01'),
        gone,
      ]
      expect(read(printPlan(plan, facts, { as })).facts).toEqual(facts)
    }),
    { numRuns: 50 },
  )
})
