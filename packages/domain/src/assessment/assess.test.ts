import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../policy/policy.ts'
import { COMPILED_YINCHUAN_2025 } from '../policy/yinchuan-2025-compiled.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import { dates, instants, planFacts } from '../testing/arbitrary-facts.ts'
import {
  type FactFields,
  LATER,
  report,
  testFacts,
  testIndicator,
  testMilestone,
  testPlan,
} from '../testing/facts-builder.ts'
import { codesOf, look } from '../testing/look.ts'
import { viewOf } from '../view/view-of.ts'
import { assess } from './assess.ts'
import { plainAssessment } from './assess-track.ts'

const engine = createRuleEngine()
const plan = testPlan({ indicators: [testIndicator()], milestones: [testMilestone()] })

describe('5.1 Lights: the default policy', () => {
  const waived: FactFields = {
    type: 'WAIVER',
    on: '01-02',
    commitment: 'milestone/m',
    approved: true,
    reason: '',
  }
  const done: FactFields = {
    type: 'MILESTONE_RECORD',
    on: '07-02',
    subject: { kind: 'MILESTONE', code: 'm' },
    event: 'met',
    happened: true,
  }

  it.each([
    ['GREY', 'milestone/m', '03-01', [waived]],
    ['GREY', 'indicator/i', '03-01', []],
    ['GREEN', 'milestone/m', '07-02', [done]],
    ['RED', 'milestone/m', '09-01', []],
    ['YELLOW', 'milestone/m', '08-31', []],
    ['YELLOW', 'milestone/m', '07-01', []],
    ['BLUE', 'milestone/m', '06-15', []],
    ['GREEN', 'milestone/m', '03-01', []],
    ['RED', 'indicator/i', '06-30', [report('06-30', '19.99')]],
    ['YELLOW', 'indicator/i', '06-30', [report('06-30', '20')]],
    ['YELLOW', 'indicator/i', '06-30', [report('06-30', '40')]],
    ['BLUE', 'indicator/i', '06-30', [report('06-30', '40.01')]],
    ['BLUE', 'indicator/i', '06-30', [report('06-30', '49.99')]],
    ['GREEN', 'indicator/i', '06-30', [report('06-30', '50')]],
    ['YELLOW', 'indicator/i', '2021-01-01', [report('12-31', '99')]],
    ['BLUE', 'indicator/i', '12-15', []],
  ] as const)('%s: %s on %s', (light, id, day, facts) => {
    expect(look(testFacts(plan, ...facts), id, day).light).toBe(light)
  })

  it('names the policy, the version and the condition that fired', () => {
    expect(look(testFacts(plan), 'milestone/m', '09-01').policy).toEqual({
      code: 'yinchuan-2025',
      version: '1',
      condition: 'kind != "INDICATOR" && status == "OVERDUE" && monthsLate >= 3',
    })
  })
})

describe('5.2 a plan is lit by the policy it names', () => {
  const own: Policy = {
    code: 'own',
    version: '7',
    title: { zh: '自定' },
    lights: [
      { light: 'RED', when: 'daysLate > 5' },
      { light: 'GREEN', when: 'true' },
    ],
  }
  const named = (policy: string, fields: Partial<Policy> = {}) =>
    testFacts(
      testPlan({ milestones: [testMilestone()], policies: [{ ...own, ...fields }], policy }),
    )

  it('compiles it with an engine', () => {
    expect(look(named('own'), 'milestone/m', '07-05', engine).light).toBe('GREEN')
    const late = look(named('own'), 'milestone/m', '07-06', engine)
    expect([late.light, late.policy.code, late.policy.version]).toEqual(['RED', 'own', '7'])
  })

  it.each([
    ['POLICY_NOT_LOADED', named('own'), undefined],
    ['POLICY_UNKNOWN', named('other'), engine],
    ['POLICY_NOT_VALID', named('own', { validTo: '2020-07-05' }), engine],
    ['POLICY_INVALID', named('own', { lights: [{ light: 'RED', when: 'nothing > 5' }] }), engine],
  ] as const)('%s: falls back to the default one, and says so', (code, facts, rules) => {
    const found = look(facts, 'milestone/m', '07-06', rules)
    expect([found.light, found.policy.code]).toEqual(['YELLOW', 'yinchuan-2025'])
    expect(codesOf(found)).toContain(code)
  })

  it('takes a policy that is handed in', () => {
    const compiled = engine.compilePolicy({ ...own, lights: [{ light: 'BLUE', when: 'true' }] })
    const view = viewOf(testFacts(plan), { asOf: '2020-03-01', knownAt: LATER })
    expect(compiled.ok && view && assess(view, 'milestone/m', compiled.value)?.light).toBe('BLUE')
    expect(view && assess(view, 'milestone/m', COMPILED_YINCHUAN_2025)).toBe(
      view && assess(view, 'milestone/m'),
    )
  })
})

describe('5.3 policies may look at peers, at months in a row and at last year', () => {
  const lit = (when: string, facts: readonly FactFields[], day: string, code = 'i') => {
    const policy = engine.compilePolicy({
      code: 't',
      version: '1',
      title: { zh: '试' },
      lights: [
        { light: 'RED', when },
        { light: 'GREEN', when: 'true' },
      ],
    })
    if (!policy.ok) throw new Error(JSON.stringify(policy.issues))
    const peers = testPlan({
      indicators: [
        testIndicator(),
        testIndicator({ code: 'j' }),
        testIndicator({ code: 'k', unit: 'MU' }),
      ],
    })
    const view = viewOf(testFacts(peers, ...facts), { asOf: day, knownAt: LATER }, engine)
    return view && assess(view, `indicator/${code}`, policy.value)?.light
  }
  const of = (code: string) => ({ of: { kind: 'INDICATOR' as const, code } })

  it('peers: the mean of the others of the same kind, unit and comparator', () => {
    const facts = [
      report('06-30', '30'),
      report('06-30', '50', of('j')),
      report('06-30', '90', of('k')),
    ]
    expect(lit('peers.average == 0.5 && peers.count == 1', facts, '2020-06-30')).toBe('RED')
    expect(lit('peers.average == 0.3', facts, '2020-06-30', 'j')).toBe('RED')
    expect(lit('peers.count == 0', facts, '2020-06-30', 'k')).toBe('RED')
  })

  it('monthsBehind: consecutive month ends behind or overdue', () => {
    const facts = [report('01-31', '20'), report('02-29', '10'), report('05-31', '10')]
    expect(lit('monthsBehind == 1', facts, '2020-03-30')).toBe('RED')
    expect(lit('monthsBehind == 2', facts, '2020-03-31')).toBe('RED')
    expect(lit('monthsBehind == 4', facts, '2020-06-29')).toBe('RED')
  })

  it('lastYear: the value on the same date of the year before, and the change from it', () => {
    const facts = [
      report('2019-03-31', '20'),
      report('2019-06-30', '40'),
      report('2020-05-31', '30'),
    ]
    const year = 'lastYear.actual == 20.0 && lastYear.changePercent == 50.0'
    expect(lit(year, facts, '2020-06-29')).toBe('RED')
    expect(lit('lastYear.changePercent == -25.0', facts, '2020-06-30')).toBe('RED')
    expect(lit('has(assessment.lastYear.actual)', facts, '2020-03-30')).toBe('GREEN')
  })
})

describe('5.4 a human’s judgement is recorded beside the computed light and never replaces it', () => {
  it('leaves the light as it is', () => {
    const facts = testFacts(plan, {
      type: 'JUDGEMENT',
      on: '02-01',
      commitment: 'milestone/m',
      light: 'RED',
      reason: '现场',
    })
    const view = viewOf(facts, { asOf: '2020-03-01', knownAt: LATER })
    expect(view && assess(view, 'milestone/m')?.light).toBe('GREEN')
    expect(view?.judgement('milestone/m')).toMatchObject({ light: 'RED', reason: '现场' })
  })
})

describe('9.1 Every assessment carries reasons from which it can be recomputed by hand', () => {
  it('gives codes, parameters and the ids of the facts used', () => {
    const found = look(testFacts(plan, report('06-30', '40.5')), 'indicator/i', '06-30')
    expect(found.reasons).toEqual([
      { code: 'PENDING', params: { due: '2020-12-31', days: 184 }, facts: ['def-2'] },
      { code: 'SHORT', params: { due: '2020-12-31' }, facts: ['f3'] },
      { code: 'ACTUAL_LATEST', params: { actual: '40.5', unit: 'COUNT', count: 1 }, facts: ['f3'] },
      {
        code: 'TARGET',
        params: { target: '100', comparator: 'AT_LEAST', unit: 'COUNT' },
        facts: ['def-2'],
      },
      {
        code: 'BEHIND',
        params: { achieved: '0.405', expected: '0.5', gapPoints: '-9.5' },
        facts: ['f3'],
      },
      {
        code: 'LIGHT',
        params: {
          light: 'BLUE',
          policy: 'yinchuan-2025',
          version: '1',
          condition: 'kind == "INDICATOR" && gapPoints < 0.0',
        },
        facts: [],
      },
    ])
  })

  it('has reasons for every status, with facts that are in view, and no NaN or Infinity anywhere', () => {
    fc.assert(
      fc.property(planFacts, dates, instants, (facts, asOf, knownAt) => {
        const view = viewOf(facts, { asOf, knownAt }, engine)
        const ids = new Set(
          facts.facts
            .filter((fact) => fact.recordedAt <= knownAt && fact.effectiveOn <= asOf)
            .map(({ id }) => id),
        )
        for (const { id } of view?.commitments ?? []) {
          const found = view && assess(view, id)
          if (found === undefined) throw new Error(`${id} is in view and has no assessment`)
          const { reasons } = found
          expect(reasons[0]?.code).toBe(found.status)
          expect(
            reasons.flatMap((reason) => reason.facts).filter((fact) => !ids.has(fact)),
          ).toEqual([])
          expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity|null,null\]/)
          expect(JSON.parse(JSON.stringify(found))).toEqual(plainAssessment(found))
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
