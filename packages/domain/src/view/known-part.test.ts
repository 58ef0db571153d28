import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../calendar/day-arithmetic.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import {
  type FactFields,
  report,
  testFacts,
  testIndicator,
  testMilestone,
  testPlan,
  testProject,
  testRule,
} from '../testing/facts-builder.ts'
import { viewOf } from './view-of.ts'

const engine = createRuleEngine()
const plan = testPlan({
  indicators: [
    testIndicator(),
    testIndicator({ code: 'held', accumulation: 'LEVEL', comparator: 'AT_MOST' }),
    testIndicator({
      code: 'sum',
      accumulation: 'DERIVED',
      unit: 'WAN_YUAN',
      derivation: { aggregate: 'SUM', field: 'investment.done' },
    }),
    testIndicator({
      code: 'count',
      accumulation: 'DERIVED',
      derivation: { aggregate: 'COUNT', where: 'has(project.events.started)' },
    }),
    testIndicator({ code: 'all', accumulation: 'DERIVED', derivation: { aggregate: 'COUNT' } }),
  ],
  milestones: [testMilestone({ subject: { kind: 'PROJECT', code: 'x' }, event: 'started' })],
  projects: [
    testProject({ stage: 'PREPARING', investment: { unit: 'WAN_YUAN' } }),
    testProject({ code: 'y' }),
  ],
  rules: [
    testRule(),
    testRule({ code: 'spent', require: 'project.investment.done >= 100.0' }),
    testRule({ code: 'late', when: 'project.stage == "PREPARING"', due: { cel: 'asOf' } }),
    testRule({ code: 'begun', when: 'project.stage == "STARTED"', require: 'false' }),
    testRule({ code: 'dated', require: 'asOf > "2020-03-01"' }),
  ],
})

const project = testProject({ stage: 'COMPLETED', investment: { unit: 'WAN_YUAN' } })

/** What is recorded next, some days after or before the last and some hours after it was recorded. */
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('i', 'held', 'invested', 'stage', 'record', 'definition'),
    days: fc.constantFrom(0, 0, 1, 1, 20, 40, -15),
    hours: fc.constantFrom(0, 1, 300),
    value: fc.integer({ min: 0, max: 200 }),
  }),
  { minLength: 2, maxLength: 12 },
)

type Step = typeof steps extends fc.Arbitrary<readonly (infer S)[]> ? S : never

function fieldsOf({ what, value }: Step, on: string): FactFields {
  if (what === 'stage') {
    const stage = value > 100 ? 'STARTED' : 'PREPARING'
    return { type: 'STAGE_CHANGE', on, project: 'x', stage }
  }
  if (what === 'record') {
    const subject = { kind: 'MILESTONE', code: 'm' } as const
    return { type: 'MILESTONE_RECORD', on, subject, event: 'met', happened: value > 50 }
  }
  if (what === 'definition') {
    const set = { kind: 'PROJECT', code: 'x', order: 0, value: project } as const
    return { type: 'DEFINITION', on, change: { set } }
  }
  if (what === 'invested') return report(on, String(value), { of: { kind: 'PROJECT', code: 'x' } })
  return report(on, String(value), { of: { kind: 'INDICATOR', code: what } })
}

function factsOf(list: readonly Step[]): PlanFacts {
  let on = '2020-01-10'
  let recorded = Date.UTC(2021, 0, 1)
  const fields = list.map((step): FactFields => {
    on = addDays(on, step.days) ?? on
    recorded += step.hours * 3_600_000
    return { ...fieldsOf(step, on), recordedAt: new Date(recorded).toISOString() }
  })
  return testFacts(plan, ...fields)
}

function seen(facts: PlanFacts, asOf: string, knownAt: string) {
  const view = viewOf(facts, { asOf, knownAt }, engine)
  return view?.commitments.map(({ id }) => [id, view.assessment(id)])
}

it('a view of the past is that of the facts recorded by then, whatever came afterwards', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const all = factsOf(list)
      for (const { recordedAt } of all.facts.slice(-list.length)) {
        const known = all.facts.filter((fact) => fact.recordedAt <= recordedAt)
        const only: PlanFacts = { ...all, facts: structuredClone(known) }
        for (const { effectiveOn: asOf } of all.facts.slice(-list.length)) {
          expect(seen(all, asOf, recordedAt)).toEqual(seen(only, asOf, '2030-01-01T00:00:00.000Z'))
        }
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
