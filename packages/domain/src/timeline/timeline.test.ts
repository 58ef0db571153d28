import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import { addDays } from '../calendar/day-arithmetic.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import type { CompiledPolicy } from '../rule/engine.ts'
import { dates, instants, planFacts } from '../testing/arbitrary-facts.ts'
import {
  LATER,
  report,
  testFacts,
  testIndicator,
  testMilestone,
  testPlan,
} from '../testing/facts-builder.ts'
import { viewOf } from '../view/view-of.ts'
import type { Segment } from './timeline.ts'
import { timelineOf, timelinesOf } from './timeline-of.ts'

const engine = createRuleEngine()

function policyOf(
  ...lights: readonly (readonly ['RED' | 'YELLOW' | 'BLUE' | 'GREEN', string])[]
): CompiledPolicy {
  const compiled = engine.compilePolicy({
    code: 't',
    version: '1',
    title: { zh: '试' },
    lights: lights.map(([light, when]) => ({ light, when })),
  })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  return compiled.value
}

const policies = fc.constantFrom(
  undefined,
  policyOf(['RED', 'daysLate > 10'], ['BLUE', 'daysToDue < 20'], ['GREEN', 'true']),
  policyOf(['RED', 'monthsLate >= 5'], ['YELLOW', 'monthsBehind >= 2'], ['GREEN', 'true']),
  policyOf(
    ['RED', 'gapPoints < peers.average * -50.0'],
    ['BLUE', 'peers.count > 0'],
    ['GREEN', 'true'],
  ),
  policyOf(
    ['RED', 'lastYear.changePercent < 0.0'],
    ['YELLOW', 'expected > 0.4'],
    ['GREEN', 'true'],
  ),
)

function segmentOn(segments: readonly Segment[], date: string): Segment | undefined {
  return segments.find(({ from, to }) => from <= date && date <= to)
}

/** What is wrong with the order of the segments; '' where nothing is. Gaps are days out of the plan. */
function flawOf(segments: readonly Segment[]): string {
  for (const [at, { from, to, status, light }] of segments.entries()) {
    const next = segments[at + 1]
    if (from > to) return `${from} after ${to}`
    if (next === undefined) return ''
    if (next.from <= to) return `${to} then ${next.from}`
    const adjoins = next.from === addDays(to, 1)
    if (adjoins && next.status === status && next.light === light)
      return `twice ${status} on ${from}`
  }
  return ''
}

function expectEqualsAssess(
  facts: PlanFacts,
  asOfs: readonly string[],
  knownAt: string,
  policy: CompiledPolicy | undefined,
): void {
  const timelines = timelinesOf(facts, {
    knownAt,
    engine,
    ...(policy === undefined ? {} : { policy }),
  })
  for (const asOf of asOfs) {
    const view = viewOf(facts, { asOf, knownAt }, engine)
    const held: unknown[] = []
    const assessed: unknown[] = []
    for (const [id, segments] of timelines) {
      const assessment = view === undefined ? undefined : assess(view, id, policy)
      const segment = segmentOn(segments, asOf)
      held.push([id, asOf, segment?.status, segment?.light, flawOf(segments)])
      assessed.push([id, asOf, assessment?.status, assessment?.light, ''])
    }
    expect(held).toEqual(assessed)
  }
}

describe('4 a status is a function of the date: the timeline', () => {
  it('equals assess in every day’s view, covers the days without gap or overlap, and its neighbours differ', () => {
    fc.assert(
      fc.property(
        planFacts,
        fc.array(dates, { minLength: 5, maxLength: 20 }),
        instants,
        policies,
        expectEqualsAssess,
      ),
      { numRuns: 100 },
    )
  }, 60_000)

  it('has no gap while the commitment is in the plan', () => {
    fc.assert(
      fc.property(planFacts, instants, (facts, knownAt) => {
        for (const [id, segments] of timelinesOf(facts, { knownAt })) {
          expect([id, segments.at(-1)?.to]).toEqual([id, '9999-12-31'])
          const starts = segments.slice(1).map(({ from }) => from)
          expect(starts).toEqual(segments.slice(0, -1).map(({ to }) => addDays(to, 1)))
        }
      }),
    )
  })

  it('holds the days to come', () => {
    const facts = testFacts(testPlan({ milestones: [testMilestone()] }))
    expect(timelineOf(facts, 'milestone/m', { knownAt: LATER })).toEqual([
      {
        from: '2020-01-01',
        to: '2020-05-30',
        status: 'PENDING',
        light: 'GREEN',
        reasons: ['PENDING', 'NOT_YET'],
      },
      {
        from: '2020-05-31',
        to: '2020-06-30',
        status: 'DUE_SOON',
        light: 'BLUE',
        reasons: ['DUE_SOON', 'NOT_YET'],
      },
      {
        from: '2020-07-01',
        to: '2020-08-31',
        status: 'OVERDUE',
        light: 'YELLOW',
        reasons: ['OVERDUE', 'NOT_YET'],
      },
      {
        from: '2020-09-01',
        to: '9999-12-31',
        status: 'OVERDUE',
        light: 'RED',
        reasons: ['OVERDUE', 'NOT_YET'],
      },
    ])
  })

  it('keeps the colours that a commitment had before it was met', () => {
    const facts = testFacts(
      testPlan({ indicators: [testIndicator()] }),
      report('03-31', '30'),
      report('06-30', '100'),
    )
    const lights = timelineOf(facts, 'indicator/i').map(({ from, light }) => [from, light])
    expect(lights).toEqual([
      ['2020-01-01', 'GREY'],
      ['2020-03-31', 'GREEN'],
      ['2020-04-19', 'BLUE'],
      ['2020-05-25', 'YELLOW'],
      ['2020-06-30', 'GREEN'],
    ])
  })

  it('is empty for a commitment that is in no view', () => {
    expect(timelineOf(testFacts(testPlan()), 'indicator/none')).toEqual([])
  })
})
