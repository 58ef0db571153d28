import fc from 'fast-check'
import { expect, it } from 'vitest'
import { appendFacts } from '../decide/decide.ts'
import type { Fact, PlanFacts } from '../fact/fact.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import type { CompiledPolicy } from '../rule/engine.ts'
import { planFacts } from '../testing/arbitrary-facts.ts'
import {
  report,
  testFacts,
  testIndicator,
  testMilestone,
  testPlan,
  testProject,
  testRule,
} from '../testing/facts-builder.ts'
import { timelineAfter } from './timeline-after.ts'
import { timelineOf, timelinesOf } from './timeline-of.ts'

const engine = createRuleEngine()

function policyOf(...conditions: readonly string[]): CompiledPolicy {
  const lights = ['RED', 'YELLOW', 'BLUE'] as const
  const compiled = engine.compilePolicy({
    code: 't',
    version: '1',
    title: { zh: '试' },
    lights: conditions.map((when, at) => ({ light: lights[at] ?? 'GREEN', when })),
  })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  return compiled.value
}

const policies = fc.constantFrom(
  undefined,
  undefined,
  policyOf('daysLate > 10', 'daysToDue < 20'),
  policyOf('monthsLate >= 5', 'monthsBehind >= 2'),
  policyOf('gapPoints < peers.average * -50.0', 'peers.count > 0'),
  policyOf('lastYear.changePercent < 0.0', 'expected > 0.4'),
)

/** The facts, some of them years later: past the days about which time alone is asked. */
const lateFacts: fc.Arbitrary<PlanFacts> = fc
  .tuple(planFacts, fc.array(fc.constantFrom(0, 0, 0, 1, 2, 4, 15), { minLength: 60 }))
  .map(([all, years]) => ({
    ...all,
    facts: all.facts.map((fact, at) =>
      fact.type === 'DEFINITION' ? fact : later(fact, years[at]),
    ),
  }))

function later(fact: Fact, years = 0): Fact {
  const year = Number(fact.effectiveOn.slice(0, 4)) + years
  const monthAndDay = fact.effectiveOn.slice(5)
  return { ...fact, effectiveOn: `${year}-${monthAndDay === '02-29' ? '02-28' : monthAndDay}` }
}

function expectAsComputedWhole(
  all: PlanFacts,
  [from, commit]: readonly [number, number],
  policy: CompiledPolicy | undefined,
): void {
  const options = policy === undefined ? { engine } : { engine, policy }
  const defined = all.facts.filter(({ type }) => type === 'DEFINITION').length
  const start = defined + (from % (all.facts.length - defined))
  const before: PlanFacts = { ...all, facts: all.facts.slice(0, start) }
  const added = all.facts.slice(start, start + commit)
  const [first = ''] = added.map(({ effectiveOn }) => effectiveOn).toSorted()
  const after = appendFacts(before, added)
  const timelines = timelinesOf(before, options)
  const whole = timelinesOf(after, options)
  const ids = [...new Set([...timelines.keys(), ...whole.keys()])]
  const grown = ids.map((id) => {
    const known = timelines.get(id) ?? []
    return [id, timelineAfter(after, id, known, first, options)]
  })
  expect(grown).toEqual(ids.map((id) => [id, whole.get(id) ?? []]))
}

it('a timeline that goes on from the one before some facts is the one computed whole', () => {
  const commits = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 15 }))
  const some = fc
    .oneof(planFacts, lateFacts)
    .filter(({ facts }) => facts.at(-1)?.type !== 'DEFINITION')
  fc.assert(fc.property(some, commits, policies, expectAsComputedWhole), { numRuns: 40 })
}, 60_000)

it('keeps the segments of the days before the facts, and looks at no earlier day', () => {
  const facts = testFacts(testPlan({ indicators: [testIndicator()] }), report('03-31', '30'))
  const before = timelineOf(facts, 'indicator/i')
  const spoilt = before.map((segment, at) =>
    at === 0 ? { ...segment, reasons: ['KEPT'] } : segment,
  )
  const added = testFacts(testPlan(), report('06-30', '100')).facts.slice(-1)
  const after = timelineAfter(appendFacts(facts, added), 'indicator/i', spoilt, '2020-06-30')
  expect(after[0]).toBe(spoilt[0])
  expect(after.slice(1)).toEqual(timelineOf(appendFacts(facts, added), 'indicator/i').slice(1))
})

it('begins anew where the facts are true from its first day on', () => {
  const plan = testPlan({ indicators: [testIndicator()] })
  const before = testFacts(plan)
  const after = testFacts(plan, report('01-01', '100'))
  const known = timelineOf(before, 'indicator/i')
  expect(known[0]?.from).toBe('2020-01-01')
  expect(timelineAfter(after, 'indicator/i', known, '2020-01-01')).toEqual(
    timelineOf(after, 'indicator/i'),
  )
})

it('asks anew about the days that nobody had asked about, because nothing was known to change on them', () => {
  const plan = testPlan({
    milestones: [testMilestone()],
    projects: [testProject()],
    rules: [testRule({ require: 'asOf < "2022-06-01"', due: { on: '2025-12-31' } })],
  })
  const met = { type: 'MILESTONE_RECORD', event: 'met', happened: true } as const
  const before = testFacts(plan)
  const after = testFacts(
    plan,
    { ...met, on: '2026-01-01', subject: { kind: 'MILESTONE', code: 'm' } },
    { type: 'STAGE_CHANGE', on: '2026-01-01', project: 'x', stage: 'STARTED' },
  )
  const policy = policyOf('monthsLate > 40')
  for (const id of ['milestone/m', 'obligation/r/x']) {
    const known = timelineOf(before, id, { engine, policy })
    const whole = timelineOf(after, id, { engine, policy })
    expect(known.some(({ to }) => to > '2022-05-30' && to < '2026-01-01')).toBe(false)
    expect(whole.some(({ to }) => to > '2022-05-30' && to < '2026-01-01')).toBe(true)
    expect(timelineAfter(after, id, known, '2026-01-01', { engine, policy })).toEqual(whole)
  }
})

it('asks no longer than a policy tells months late apart, and misses nothing', () => {
  const months = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(fc.oneof(planFacts, lateFacts), months, months, (facts, red, blue) => {
      const told = policyOf(`monthsLate >= ${red}`, 'false', `monthsLate == ${blue}`)
      // The text of a sum does not show how many months matter, and it is asked as long as any is.
      const whole = policyOf(`monthsLate + 0 >= ${red}`, 'false', `monthsLate + 0 == ${blue}`)
      expect(timelinesOf(facts, { engine, policy: told })).toEqual(
        timelinesOf(facts, { engine, policy: whole }),
      )
    }),
    { numRuns: 100 },
  )
}, 60_000)
