import { expect, it } from 'vitest'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import {
  report,
  testFacts,
  testIndicator,
  testPlan,
  testProject,
  withFacts,
} from '../testing/facts-builder.ts'
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
