import fc from 'fast-check'
import { dateOfDay, dayNumber } from '../calendar/day-number.ts'
import type { PlanFacts } from '../fact/fact.ts'
import type { Checkpoint, Indicator } from '../indicator/indicator.ts'
import type { Milestone } from '../milestone/milestone.ts'
import type { Project } from '../project/project.ts'
import type { Rule } from '../rule/rule.ts'
import {
  type FactFields,
  testFacts,
  testIndicator,
  testMilestone,
  testPlan,
  testProject,
  testRule,
} from './facts-builder.ts'

const FIRST = dayNumber('2019-11-01') ?? 0
const LAST = dayNumber('2021-06-30') ?? 0

/** A date around the year 2020. */
export const dates = fc
  .integer({ min: FIRST, max: LAST })
  .map((day) => dateOfDay(day) ?? '2020-01-01')

/** An instant around the year 2020, or the end of time. */
export const instants = fc.oneof(
  { weight: 2, arbitrary: fc.constant('9999-12-31T00:00:00.000Z') },
  { weight: 1, arbitrary: dates.map((date) => `${date}T12:00:00.000Z`) },
)

const values = fc.oneof(
  fc.integer({ min: -20, max: 220 }).map(String),
  fc.integer({ min: -2000, max: 22000 }).map((n) => {
    const digits = String(Math.abs(n)).padStart(3, '0')
    return `${n < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
  }),
  fc.constantFrom('0', '100', '99.99999999999999999999', '123456789012345678901234567890', 'x'),
)

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 })
}

function defined<T extends object>(fields: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  // The entries left are those of T that have a value.
  return Object.fromEntries(entries) as Partial<{ [K in keyof T]: NonNullable<T[K]> }>
}

const checkpoints: fc.Arbitrary<readonly Checkpoint[]> = fc.array(
  fc.record({ on: dates, value: values }),
  { maxLength: 3 },
)

/** Reported indicators of every kind, most of them sensible. */
export function indicators(code: string): fc.Arbitrary<Indicator> {
  return fc
    .record({
      direction: fc.constantFrom('INCREASE' as const, 'DECREASE' as const, 'MAINTAIN' as const),
      comparator: fc.constantFrom(
        'AT_LEAST' as const,
        'AT_LEAST' as const,
        'AT_MOST' as const,
        'EXACTLY' as const,
        'BETWEEN' as const,
      ),
      target: fc.option(values, { nil: undefined, freq: 8 }),
      targetUpper: maybe(values),
      targetFactor: fc.option(fc.constantFrom('0.85', '1.1'), { nil: undefined, freq: 1 }),
      accumulation: fc.constantFrom('CUMULATIVE' as const, 'PERIODIC' as const, 'LEVEL' as const),
      baseline: maybe(values),
      fulfilment: maybe(fc.constantFrom('REACH' as const, 'HOLD' as const, 'THROUGHOUT' as const)),
      pace: maybe(fc.constantFrom('LINEAR' as const, 'CHECKPOINTS' as const, 'AT_DUE' as const)),
      checkpoints: maybe(checkpoints),
      startOn: maybe(dates),
      dueOn: fc.option(dates, { nil: undefined, freq: 6 }),
      warnDays: maybe(fc.integer({ min: -5, max: 90 })),
    })
    .map(({ dueOn, target, ...fields }) => {
      const { dueOn: _due, target: _target, ...rest } = testIndicator({ code })
      return { ...rest, ...defined({ dueOn, target, ...fields }) }
    })
}

/** Milestones of the plan, of a project's stage, or of their own. */
export function milestones(code: string): fc.Arbitrary<Milestone> {
  return fc
    .record({
      dueOn: fc.option(dates, { nil: undefined, freq: 6 }),
      event: maybe(fc.constantFrom('started', 'completed', 'opened')),
      warnDays: maybe(fc.integer({ min: 0, max: 90 })),
    })
    .map(({ dueOn, event, warnDays }) => {
      const { dueOn: _due, ...rest } = testMilestone({ code })
      const subject = event === undefined || event === 'opened' ? undefined : PROJECT
      return { ...rest, ...defined({ dueOn, event, warnDays, subject }) }
    })
}

const PROJECT = { kind: 'PROJECT' as const, code: 'x' }

const projects: fc.Arbitrary<Project> = fc
  .record({ stage: maybe(fc.constantFrom('PROPOSED' as const, 'STARTED' as const)) })
  .map((fields) =>
    testProject({ ...defined(fields), plate: 'q', investment: { unit: 'WAN_YUAN', total: '500' } }),
  )

/** One that is given in another unit. */
const OTHER = testProject({ code: 'y', investment: { unit: 'YI_YUAN', total: '0.0125' } })

const ids = fc.integer({ min: 0, max: 14 }).map((at) => `a${at}`)

const base = { on: dates, recordedAt: maybe(dates.map((date) => `${date}T08:00:00.000Z`)) }

const observations = fc
  .record({
    ...base,
    type: fc.constant('OBSERVATION' as const),
    of: fc.oneof(
      { weight: 5, arbitrary: fc.constant({ kind: 'INDICATOR' as const, code: 'i' }) },
      { weight: 2, arbitrary: fc.constant({ kind: 'INDICATOR' as const, code: 'j' }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'PROJECT' as const, code: 'x' }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'PROJECT' as const, code: 'y' }) },
    ),
    value: values,
    reporter: fc.constantFrom('u', 'u', 'v'),
    state: fc.constantFrom('APPROVED' as const, 'APPROVED' as const, 'SUBMITTED' as const),
    supersedes: fc.option(ids, { nil: undefined, freq: 1 }),
  })
  .map((fields) => fields)

const others = fc.oneof(
  fc.record({
    ...base,
    type: fc.constant('REVIEW' as const),
    observation: ids,
    state: fc.constantFrom('APPROVED' as const, 'RETURNED' as const),
  }),
  fc.record({
    ...base,
    type: fc.constant('MILESTONE_RECORD' as const),
    subject: fc.constantFrom(
      { kind: 'MILESTONE' as const, code: 'm' },
      { kind: 'PLAN' as const, code: 'p' },
      PROJECT,
    ),
    event: fc.constantFrom('met', 'opened', 'started'),
    happened: fc.boolean(),
    supersedes: fc.option(ids, { nil: undefined, freq: 1 }),
  }),
  fc.record({
    ...base,
    type: fc.constant('STAGE_CHANGE' as const),
    project: fc.constant('x'),
    stage: fc.constantFrom(
      'PREPARED' as const,
      'STARTED' as const,
      'COMPLETED' as const,
      'SUSPENDED' as const,
    ),
    supersedes: fc.option(ids, { nil: undefined, freq: 1 }),
  }),
  fc.record({
    ...base,
    type: fc.constant('AMENDMENT' as const),
    indicator: fc.constant('i'),
    field: fc.constantFrom('target' as const, 'targetUpper' as const, 'baseline' as const),
    value: values,
    reason: fc.constant('调整'),
  }),
  fc.record({
    ...base,
    type: fc.constant('EXTENSION_REQUEST' as const),
    commitment: fc.constantFrom('indicator/i', 'milestone/m'),
    dueOn: dates,
    reason: fc.constant('延期'),
  }),
  fc.record({
    ...base,
    type: fc.constant('EXTENSION_DECISION' as const),
    request: ids,
    approved: fc.boolean(),
  }),
  fc.record({
    ...base,
    type: fc.constant('WAIVER' as const),
    commitment: fc.constantFrom('indicator/i', 'milestone/m'),
    approved: fc.boolean(),
    reason: fc.constant('豁免'),
  }),
)

const rules: readonly Rule[] = [
  testRule({ code: 'started', plate: 'q' }),
  testRule({
    code: 'once-started',
    when: 'has(project.events.started)',
    require: 'has(project.events.completed)',
    due: { cel: 'project.events.started' },
  }),
  testRule({
    code: 'invested',
    require: 'project.investment.done >= 50.0',
    due: { on: '2020-09-30' },
  }),
  testRule({ code: 'dated', require: 'asOf < "2020-08-15"', due: { on: '2020-07-15' } }),
  testRule({
    code: 'count',
    subject: 'PLATE',
    require: 'plate.counts.started >= 1',
    due: { on: '2020-05-31' },
  }),
  testRule({
    code: 'pace',
    subject: 'INDICATOR',
    require: 'indicator.gapPoints > -20.0',
    due: { on: '2020-09-30' },
  }),
  testRule({ code: 'open', subject: 'PLAN', require: 'has(plan.events.opened)' }),
]

const computed: readonly Indicator[] = [
  testIndicator({
    code: 'ratio',
    accumulation: 'RATIO',
    numerator: 'i',
    denominator: 'j',
    target: '60',
    unit: 'PERCENT',
  }),
  testIndicator({
    code: 'count',
    accumulation: 'DERIVED',
    target: '1',
    derivation: { aggregate: 'COUNT', where: 'has(project.events.started)' },
  }),
  testIndicator({
    code: 'sum',
    accumulation: 'DERIVED',
    unit: 'YI_YUAN',
    target: '0.01',
    derivation: { aggregate: 'SUM', field: 'investment.done', where: 'asOf > "2020-02-01"' },
  }),
  testIndicator({
    code: 'done',
    accumulation: 'DERIVED',
    unit: 'YI_YUAN',
    target: '0.02',
    derivation: { aggregate: 'SUM', field: 'investment.done' },
  }),
  testIndicator({
    code: 'planned',
    accumulation: 'DERIVED',
    unit: 'WAN_YUAN',
    target: '600',
    derivation: {
      aggregate: 'SUM',
      field: 'investment.total',
      where: 'has(project.events.started) || project.investment.done > 50.0',
    },
  }),
]

/**
 * Facts about a small plan: indicators reported, divided and derived, a milestone, a project, a plate, rules, and up to
 * fifteen facts with ids a0, a1, ...
 */
export const planFacts: fc.Arbitrary<PlanFacts> = fc
  .record({
    first: indicators('i'),
    second: indicators('j'),
    milestone: milestones('m'),
    project: projects,
    facts: fc.array(
      fc.oneof({ weight: 3, arbitrary: observations }, { weight: 2, arbitrary: others }),
      {
        maxLength: 15,
      },
    ),
  })
  .map(({ first, second, milestone, project, facts }) => {
    const plan = testPlan({
      indicators: [first, second, ...computed],
      plates: [{ code: 'q', name: { zh: '板块' }, goals: [], locators: [] }],
      rules,
      milestones: [milestone],
      projects: [project, OTHER],
      eventTypes: [{ code: 'opened', subject: 'PLAN', title: { zh: '开放' } }],
    })
    const fields = facts.map((fact, at) => ({ ...defined(fact), id: `a${at}` }) as FactFields)
    return testFacts(plan, ...fields)
  })
