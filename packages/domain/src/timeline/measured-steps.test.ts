import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicator, milestone, smallPlan } from '../../test/small-plan.ts'
import { factsAfter } from '../../test/year.ts'
import type { IsoDate } from '../calendar/date.ts'
import { addDays } from '../calendar/day-arithmetic.ts'
import type { PlanFacts } from '../fact/fact.ts'
import type { Policy } from '../policy/policy.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import { scoreOf } from '../score/score.ts'
import { dates, planFacts } from '../testing/arbitrary-facts.ts'
import {
  LATER,
  report,
  testFacts,
  testIndicator,
  testPlan,
  testProject,
  testRule,
} from '../testing/facts-builder.ts'
import type { PlanView } from '../view/plan-view.ts'
import { viewOf } from '../view/view-of.ts'
import type { Measured } from './measured-by.ts'
import { measuredSteps } from './measured-steps.ts'
import { projectSteps } from './project-steps.ts'
import type { Step, StepsSince } from './steps-since.ts'
import { timelinesOf } from './timeline-of.ts'
import { touchedBy } from './touched-by.ts'
import { firstChangedBy, projectsTouchedBy } from './touched-projects.ts'

const engine = createRuleEngine()
const days = fc.array(dates, { minLength: 5, maxLength: 20 })

function stepOn<T>(steps: readonly Step<T>[], date: IsoDate): T | null {
  return steps.find(({ from, to }) => from <= date && date <= to)?.value ?? null
}

/** What is wrong with the order of the steps; '' where nothing is. */
function flawOf(steps: readonly Step<unknown>[]): string {
  for (const [at, { from, to, value }] of steps.entries()) {
    const next = steps[at + 1]
    if (from > to) return `${from} after ${to}`
    if (next !== undefined && next.from <= to) return `${to} then ${next.from}`
    const adjoins = next?.from === addDays(to, 1)
    if (adjoins && JSON.stringify(next.value) === JSON.stringify(value)) return `twice on ${from}`
  }
  return ''
}

/** What a view says of a commitment that is measured. */
function measuredIn(view: PlanView | undefined, id: string): Measured | null {
  const assessment = view?.assessment(id)
  const commitment = view?.commitment(id)
  if (view === undefined || assessment === undefined || commitment === undefined) return null
  const { weight = '1' } = commitment.definition
  const points = scoreOf(view, id)?.points ?? '0'
  const common = {
    weight: Number(weight) === 1 || Number(weight) < 0 ? null : weight,
    daysLate: assessment.status === 'MET_LATE' ? assessment.daysLate : null,
    points: points === '0' ? null : points,
  }
  if (commitment.kind === 'INDICATOR') {
    const { target, actual, achievedClamped: achieved } = assessment
    const unit = findMeasureUnit(commitment.definition.unit, view.plan.measureUnits)
    return { unit, target, actual, achieved, ...common }
  }
  const figures = { unit: null, target: null, actual: null, achieved: null }
  return Object.values(common).every((value) => value === null) ? null : { ...figures, ...common }
}

function projectIn(view: PlanView | undefined, code: string) {
  const project = view?.project(code)
  if (view === undefined || project === undefined) return null
  const { investment } = project
  return {
    kind: project.kind ?? null,
    stage: view.stage(code)?.stage ?? null,
    unit: investment ? findMeasureUnit(investment.unit, view.plan.measureUnits) : null,
    total: investment?.total ?? null,
    thisYear: investment?.thisYear ?? null,
    done: view.investmentDone(code),
  }
}

function codesOf({ facts }: PlanFacts): readonly string[] {
  const codes = facts.flatMap((fact) =>
    fact.type === 'DEFINITION' && 'set' in fact.change && fact.change.set.kind === 'PROJECT'
      ? fact.change.set.code
      : [],
  )
  return [...new Set(codes)]
}

/** Steps with those that a later change gives in the place of theirs. */
function patched<T>(before: readonly Step<T>[], { since, steps }: StepsSince<T>) {
  return since === null ? steps : [...before.filter(({ from }) => from < since), ...steps]
}

/** The facts of a plan, and the same without the last ones. */
const histories = fc.tuple(planFacts, fc.integer({ min: 1, max: 4 })).map(([facts, last]) => ({
  facts,
  before: { ...facts, revision: facts.revision - 1, facts: facts.facts.slice(0, -last) },
  added: facts.facts.slice(-last),
}))

describe('what is measured of a commitment from day to day', () => {
  it('is what every day’s view says, in steps that differ', () => {
    fc.assert(
      fc.property(planFacts, days, (facts, asOfs) => {
        for (const id of timelinesOf(facts, { engine }).keys()) {
          const { since, steps } = measuredSteps(facts, id, engine)
          expect([id, since, flawOf(steps)]).toEqual([id, null, ''])
          for (const asOf of asOfs) {
            const view = viewOf(facts, { asOf, knownAt: LATER }, engine)
            expect([id, asOf, stepOn(steps, asOf)]).toEqual([id, asOf, measuredIn(view, id)])
          }
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('is before a change what it was, and from there on told again', () => {
    fc.assert(
      fc.property(histories, ({ facts, before, added }) => {
        const changed = firstChangedBy(added)
        const touched = touchedBy(facts, added, engine)
        for (const id of timelinesOf(facts, { engine }).keys()) {
          const later = measuredSteps(facts, id, engine, changed)
          const whole = measuredSteps(facts, id, engine).steps
          const earlier = measuredSteps(before, id, engine).steps
          expect(patched(earlier, later)).toEqual(whole)
          const isTouched = touched === 'ALL' || touched.has(id)
          expect(isTouched ? whole : earlier).toEqual(whole)
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

it('asks anew about the days that nobody had asked about, because nothing was known to change on them', () => {
  const plan = testPlan({
    projects: [testProject()],
    rules: [testRule({ require: 'asOf < "2022-06-01"', due: { on: '2025-12-31' } })],
  })
  const started = {
    type: 'STAGE_CHANGE',
    on: '2026-01-01',
    project: 'x',
    stage: 'STARTED',
  } as const
  const id = 'obligation/r/x'
  const before = measuredSteps(testFacts(plan), id, engine).steps
  const after = testFacts(plan, started)
  const whole = measuredSteps(after, id, engine).steps
  const isMetIn2023 = (steps: typeof whole) => stepOn(steps, '2023-01-01')?.points === '10'
  expect([isMetIn2023(before), isMetIn2023(whole)]).toEqual([true, false])
  expect(patched(before, measuredSteps(after, id, engine, '2026-01-01'))).toEqual(whole)
})

describe('a unit of measure of the plan’s own', () => {
  const unit = (factor: string) => ({
    code: 'own',
    label: { zh: '打' },
    dimension: 'COUNT',
    factor,
  })
  const plan = testPlan({
    measureUnits: [unit('12')],
    indicators: [testIndicator({ unit: 'own' })],
    projects: [testProject({ investment: { unit: 'own', total: '3' } })],
  })
  const facts = testFacts(
    plan,
    report('03-31', '30'),
    {
      type: 'DEFINITION',
      on: '06-01',
      change: { set: { kind: 'MEASURE_UNIT', code: 'own', order: 0, value: unit('10') } },
    },
    { type: 'DEFINITION', on: '09-01', change: { remove: { kind: 'MEASURE_UNIT', code: 'own' } } },
  )
  const factorsOf = (steps: readonly Step<{ readonly unit: MeasureUnit | null }>[]) =>
    steps.map(({ from, value }) => [from, value.unit?.factor ?? null])

  it('is the one of the day, and none once it is taken out', () => {
    const { steps } = measuredSteps(facts, 'indicator/i', engine)
    const factors = factorsOf(steps).slice(0, 4)
    expect(factors).toEqual([
      ['2020-01-01', '12'],
      ['2020-03-31', '12'],
      ['2020-06-01', '10'],
      ['2020-09-01', null],
    ])
    expect(factorsOf(projectSteps(facts, 'x').steps)).toEqual([
      ['2020-01-01', '12'],
      ['2020-06-01', '10'],
      ['2020-09-01', null],
    ])
  })
})

describe('points from day to day', () => {
  const policyOf = (...lines: readonly (readonly [string, string])[]): Policy => ({
    code: 'own',
    version: '1',
    title: { zh: '办法' },
    lights: [{ light: 'GREEN', when: 'true' }],
    scores: lines.map(([when, cel], at) => ({
      code: `s${at}`,
      title: { zh: '分' },
      when,
      points: { cel },
    })),
  })

  it.each([
    ['months', policyOf(['monthsLate > 0', '-1.0 * double(monthsLate)'])],
    ['the first months', policyOf(['monthsLate >= 2', '-1.0'], ['monthsLate == 5', '-7.0'])],
    ['months behind', policyOf(['monthsBehind > 0', '-1.0 * double(monthsBehind)'])],
    ['days', policyOf(['daysLate > 0', '-0.1 * double(daysLate)'])],
    ['the pace', policyOf(['kind == "INDICATOR" && gapPoints < -10.0', '-2.0'])],
    ['the value', policyOf(['kind == "INDICATOR" && achieved > 0.1', '10.0 * achieved'])],
    ['peers', policyOf(['kind == "INDICATOR" && achieved > peers.average', '3.0'])],
  ])('are what every day’s view says under a policy that looks at %s', (_name, policy) => {
    const plan = smallPlan({
      policy: 'own',
      policies: [policy],
      indicators: [indicator('i1', { dueOn: '2020-09-30' }), indicator('i2', { weight: '2' })],
      milestones: [milestone('m1', { dueOn: '2020-05-31', weight: '0.5' }), milestone('m2')],
    })
    const facts = factsAfter(
      plan,
      ['i1', '2020-03-31', '25.1'],
      ['i1', '2020-04-30', '30'],
      ['i2', '2020-05-31', '20'],
    )
    const told = new Set<unknown>()
    for (const id of ['indicator/i1', 'indicator/i2', 'milestone/m1', 'milestone/m2']) {
      const { steps } = measuredSteps(facts, id, engine)
      expect([id, flawOf(steps)]).toEqual([id, ''])
      for (let asOf = '2020-01-01'; asOf < '2021-09-01'; asOf = addDays(asOf, 1) ?? '9999') {
        const view = viewOf(facts, { asOf, knownAt: LATER }, engine)
        const step = stepOn(steps, asOf)
        told.add(step?.points)
        expect([id, asOf, step]).toEqual([id, asOf, measuredIn(view, id)])
      }
    }
    expect(told.size).toBeGreaterThan(1)
  })
})

describe('what a project is from day to day', () => {
  it('is what every day’s view says, in steps that differ', () => {
    fc.assert(
      fc.property(planFacts, days, (facts, asOfs) => {
        for (const code of codesOf(facts)) {
          const { steps } = projectSteps(facts, code)
          expect([code, flawOf(steps)]).toEqual([code, ''])
          for (const asOf of asOfs) {
            const view = viewOf(facts, { asOf, knownAt: LATER }, engine)
            if (view === undefined) continue
            expect([code, asOf, stepOn(steps, asOf)]).toEqual([code, asOf, projectIn(view, code)])
          }
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('is before a change what it was, and from there on told again', () => {
    fc.assert(
      fc.property(histories, ({ facts, before, added }) => {
        const changed = firstChangedBy(added)
        const touched = projectsTouchedBy(facts, added)
        for (const code of codesOf(facts)) {
          const later = projectSteps(facts, code, changed)
          const whole = projectSteps(facts, code).steps
          const earlier = projectSteps(before, code).steps
          expect(patched(earlier, later)).toEqual(whole)
          const isDefined = added.some(({ type }) => type === 'DEFINITION')
          expect(isDefined || touched.has(code) ? whole : earlier).toEqual(whole)
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
