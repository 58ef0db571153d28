import fc from 'fast-check'
import { expect, it } from 'vitest'
import { appendFacts } from '../decide/decide.ts'
import type { Fact, PlanFacts } from '../fact/fact.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import {
  report,
  testFacts,
  testIndicator,
  testPlan,
  testProject,
  withFacts,
} from '../testing/facts-builder.ts'
import { timelineOf } from '../timeline/timeline-of.ts'
import { viewOf } from '../view/view-of.ts'

const engine = createRuleEngine()
const codes = Array.from({ length: 12 }, (_, at) => `x${at}`)

const derived = [
  testIndicator({
    code: 'done',
    accumulation: 'DERIVED',
    unit: 'YI_YUAN',
    target: '0.02',
    derivation: { aggregate: 'SUM', field: 'investment.done' },
  }),
  testIndicator({
    code: 'started',
    accumulation: 'DERIVED',
    target: '3',
    derivation: { aggregate: 'COUNT', where: 'has(project.events.started)' },
  }),
  testIndicator({
    code: 'planned',
    accumulation: 'DERIVED',
    unit: 'WAN_YUAN',
    target: '900',
    derivation: {
      aggregate: 'SUM',
      field: 'investment.total',
      where: 'has(project.events.cleared) || project.investment.done > 50.0',
    },
  }),
]

const start = testFacts(
  testPlan({
    indicators: derived,
    projects: codes.map((code) =>
      testProject({ code, investment: { unit: 'WAN_YUAN', total: '100' } }),
    ),
  }),
)

const code = fc.constantFrom(...codes.slice(0, 6), 'y')

/** What facts say, beside what all of them do. */
const said = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('OBSERVATION' as const),
      of: fc.record({ kind: fc.constant('PROJECT' as const), code }),
      value: fc.constantFrom('1', '12', '70', '0.5', '3.125', '123456789012345678'),
      reporter: fc.constantFrom('u', 'v'),
      state: fc.constantFrom('APPROVED' as const, 'APPROVED' as const, 'SUBMITTED' as const),
    }),
  },
  fc.record({
    type: fc.constant('STAGE_CHANGE' as const),
    project: code,
    stage: fc.constantFrom('STARTED' as const, 'SUSPENDED' as const),
  }),
  fc.record({
    type: fc.constant('MILESTONE_RECORD' as const),
    subject: fc.record({ kind: fc.constant('PROJECT' as const), code }),
    event: fc.constantFrom('started', 'cleared'),
    happened: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('REVIEW' as const),
    observation: fc.constant(''),
    state: fc.constantFrom('APPROVED' as const, 'RETURNED' as const),
  }),
  fc.record({
    type: fc.constant('DEFINITION' as const),
    change: fc.oneof(
      fc.record({ remove: fc.record({ kind: fc.constant('PROJECT' as const), code }) }),
      fc.tuple(code, fc.constantFrom('WAN_YUAN', 'YI_YUAN', 'KM')).map(([of, unit]) => ({
        set: {
          kind: 'PROJECT' as const,
          code: of,
          order: 1,
          value: testProject({ code: of, investment: { unit, total: '7.5' } }),
        },
      })),
    ),
  }),
)

const days = fc.constantFrom('2020-01-01', '2020-02-03', '2020-05-06', '2020-05-07', '2020-11-30')

/** Facts, each with how many commits before the last one it is appended to, and whether anyone looks then. */
const steps = fc.array(
  fc.record({
    said,
    effectiveOn: days,
    /** How many facts ago the one was that it reviews or takes the place of. */
    ago: fc.integer({ min: 1, max: 6 }),
    supersedes: fc.constantFrom(true, false, false),
    back: fc.constantFrom(0, 0, 0, 0, 0, 1, 2),
    looks: fc.constantFrom(true, true, false),
    includeSubmitted: fc.constantFrom(true, false, false),
    knownAt: fc.option(fc.nat({ max: 25 }), { nil: undefined, freq: 2 }),
  }),
  { minLength: 1, maxLength: 25 },
)

function instantOf(commit: number): string {
  return `2021-01-01T00:00:${String(commit).padStart(2, '0')}.000Z`
}

/** The same facts as new objects, of which nothing is remembered. */
function reread(facts: PlanFacts): PlanFacts {
  return JSON.parse(JSON.stringify(facts))
}

function told(facts: PlanFacts, knownAt: string | undefined, includeSubmitted: boolean): unknown {
  const view =
    knownAt === undefined ? undefined : viewOf(facts, { asOf: '2020-12-31', knownAt }, engine)
  return derived.map(({ code: each }) => {
    const id = `indicator/${each}`
    const assessment = view?.assessment(id)
    const timeline = timelineOf(facts, id, { engine, includeSubmitted })
    return [timeline, assessment?.actual, assessment?.reasons]
  })
}

it('what was derived of projects before is what is derived of them anew, whatever is recorded or defined between', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const made: PlanFacts[] = [reread(start)]
      all.forEach(({ said: says, effectiveOn, ago, supersedes, back, looks, ...asked }, at) => {
        const before = made[Math.max(0, made.length - 1 - back)] ?? start
        const fact: Fact = {
          id: `a${at}`,
          effectiveOn,
          recordedAt: instantOf(at),
          recordedBy: 'test',
          ...(supersedes ? { supersedes: `a${at - ago}` } : {}),
          ...says,
          ...(says.type === 'REVIEW' ? { observation: `a${at - ago}` } : {}),
        }
        const after = appendFacts(before, [fact])
        made.push(after)
        if (!looks) return
        const { includeSubmitted, knownAt } = asked
        const instant = knownAt === undefined ? undefined : instantOf(knownAt)
        const anew = told(reread(after), instant, includeSubmitted)
        expect(told(after, instant, includeSubmitted)).toEqual(anew)
      })
    }),
    { numRuns: 150 },
  )
}, 60_000)

it('what was reported to more decimals than its correction still counts in the views of before', () => {
  const of = { kind: 'PROJECT' as const, code: 'x0' }
  const facts = withFacts(
    start,
    report('02-03', '7.25', { of, id: 'first' }),
    report('02-03', '8', { of, supersedes: 'first', recordedAt: '2020-03-01T00:00:00.000Z' }),
  )
  const actualAt = (knownAt: string) =>
    viewOf(facts, { asOf: '2020-12-31', knownAt }, engine)?.assessment('indicator/done')?.actual
  expect(actualAt('2020-04-01T00:00:00.000Z')).toBe('0.0008')
  expect(actualAt('2020-02-04T00:00:00.000Z')).toBe('0.000725')
})
