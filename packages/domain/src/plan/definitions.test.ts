import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicators, milestones } from '../testing/arbitrary-facts.ts'
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
import { changedDefinitions } from './changed-definitions.ts'
import { definitionsOf } from './definitions-of.ts'
import { planOf } from './plan-of.ts'

const plans = fc
  .record({ indicator: indicators('i'), other: indicators('j'), milestone: milestones('m') })
  .map(({ indicator, other, milestone }) =>
    testPlan({ indicators: [indicator, other], milestones: [milestone] }),
  )

function shuffledKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(shuffledKeys) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, shuffledKeys(each)]),
  ) as T
}

describe('a plan and its definitions', () => {
  it('are put together again', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(planOf([...definitionsOf(plan)].reverse())).toEqual(plan)
      }),
    )
    expect(planOf([])).toBeUndefined()
  })

  it('do not change with the order of keys', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const changes = changedDefinitions(definitionsOf(plan), definitionsOf(shuffledKeys(plan)))
        expect(changes).toEqual({ set: [], removed: [] })
      }),
    )
  })

  it('tell what is set anew and what is taken out', () => {
    const before = definitionsOf(
      testPlan({ indicators: [testIndicator(), testIndicator({ code: 'j' })] }),
    )
    const after = definitionsOf(
      testPlan({ indicators: [testIndicator({ target: '120' })], milestones: [testMilestone()] }),
    )
    const { set, removed } = changedDefinitions(before, after)
    expect(set.map(({ kind, code }) => `${kind}/${code}`)).toEqual(['MILESTONE/m', 'INDICATOR/i'])
    expect(removed).toEqual([{ kind: 'INDICATOR', code: 'j' }])
  })
})

const redefined = (
  day: string,
  fields: Parameters<typeof testIndicator>[0],
  id = 'again',
): FactFields => ({
  type: 'DEFINITION',
  on: day,
  id,
  change: { set: { kind: 'INDICATOR', code: 'i', order: 0, value: testIndicator(fields) } },
})

describe('1 Definitions are versioned like facts: the latest effective counts, then the latest recorded', () => {
  const plan = testPlan({ indicators: [testIndicator()] })

  it('shows each view its own', () => {
    const facts = testFacts(plan, redefined('05-01', { title: { zh: '新名' } }))
    const title = (day: string) =>
      viewOf(facts, { asOf: day, knownAt: LATER })?.indicators[0]?.title.zh
    expect([title('2020-04-30'), title('2020-05-01')]).toEqual(['指标', '新名'])
  })

  it('of one day, takes the one recorded last', () => {
    const facts = testFacts(
      plan,
      { ...redefined('05-01', { target: '150' }, 'b'), recordedAt: '2020-05-03T00:00:00.000Z' },
      { ...redefined('05-01', { target: '140' }, 'c'), recordedAt: '2020-05-02T00:00:00.000Z' },
    )
    expect(look(facts, 'indicator/i', '05-01').target).toBe('150')
  })

  it('takes a part out of the plan, and lets it come back', () => {
    const facts = testFacts(
      plan,
      { type: 'DEFINITION', on: '05-01', change: { remove: { kind: 'INDICATOR', code: 'i' } } },
      redefined('07-01', {}),
      report('03-01', '30'),
    )
    expect(() => look(facts, 'indicator/i', '06-30')).toThrow('no indicator')
    expect(look(facts, 'indicator/i', '07-01').actual).toBe('30')
  })

  it('orders commitments as the plan does', () => {
    const two = testPlan({
      indicators: [testIndicator({ code: 'z' }), testIndicator({ code: 'a' })],
      milestones: [testMilestone()],
    })
    const view = viewOf(testFacts(two), { asOf: '2020-02-01', knownAt: LATER })
    expect(view?.commitments.map(({ id }) => id)).toEqual([
      'indicator/z',
      'indicator/a',
      'milestone/m',
    ])
    expect(view?.plan).toEqual(two)
  })
})

describe('8.2 Amendment of a target: dated, reasoned, the original kept', () => {
  const plan = testPlan({ indicators: [testIndicator()] })
  const amend = (on: string, value: string, id: string): FactFields => ({
    type: 'AMENDMENT',
    on,
    id,
    indicator: 'i',
    field: 'target',
    value,
    reason: '疫情',
    document: 'doc',
  })

  it('applies from its day on; a past view shows the old target', () => {
    const facts = testFacts(plan, report('03-31', '90'), amend('06-01', '90', 'a1'))
    expect(look(facts, 'indicator/i', '05-31')).toMatchObject({ target: '100', status: 'PENDING' })
    expect(look(facts, 'indicator/i', '06-01')).toMatchObject({
      target: '90',
      status: 'MET',
      metOn: '2020-06-01',
    })
  })

  it('targetHistory shows each value, when it took effect, why, and by which document', () => {
    const facts = testFacts(plan, amend('06-01', '90', 'a1'), amend('09-01', '95', 'a2'))
    const history = (day: string) =>
      viewOf(facts, { asOf: day, knownAt: LATER })?.targetHistory('i')
    expect(history('2020-12-31')).toMatchObject([
      { field: 'target', value: '100', from: '2020-01-01', reason: null, fact: 'def-1' },
      {
        field: 'target',
        value: '90',
        from: '2020-06-01',
        reason: '疫情',
        document: 'doc',
        fact: 'a1',
      },
      { field: 'target', value: '95', from: '2020-09-01', fact: 'a2' },
    ])
    expect(history('2020-08-31')).toHaveLength(2)
    const found = look(facts, 'indicator/i', '12-31')
    expect(
      found.reasons.filter(({ code }) => code === 'TARGET_AMENDED').map(({ params }) => params.to),
    ).toEqual(['90', '95'])
  })

  it('outlives a definition that does not touch the target, and shows a quiet change of one that does', () => {
    const kept = testFacts(
      plan,
      amend('03-01', '90', 'a1'),
      redefined('05-01', { title: { zh: '新名' } }),
    )
    expect(look(kept, 'indicator/i', '06-01').target).toBe('90')
    const quiet = testFacts(plan, redefined('05-01', { target: '80' }))
    const found = look(quiet, 'indicator/i', '06-01')
    expect([found.target, codesOf(found).includes('TARGET_REDEFINED')]).toEqual(['80', true])
    const after = testFacts(plan, amend('03-01', '90', 'a1'), redefined('05-01', { target: '80' }))
    expect(look(after, 'indicator/i', '06-01').target).toBe('80')
  })
})

describe('8.3 assignments, waivers, closed periods in view', () => {
  it('shows the units after assignments', () => {
    const plan = testPlan({
      milestones: [testMilestone({ responsible: [{ unit: 'u', role: 'LEAD' }] })],
    })
    const assign = (on: string, unit: string, assigned: boolean): FactFields => ({
      type: 'ASSIGNMENT',
      on,
      commitment: 'milestone/m',
      unit,
      role: 'LEAD',
      assigned,
    })
    const facts = testFacts(plan, assign('03-01', 'v', true), assign('04-01', 'u', false))
    const units = (day: string) =>
      viewOf(facts, { asOf: day, knownAt: LATER })?.commitments[0]?.responsible.map(
        ({ unit }) => unit,
      )
    expect([units('2020-02-01'), units('2020-03-01'), units('2020-04-01')]).toEqual([
      ['u'],
      ['u', 'v'],
      ['v'],
    ])
    const view = viewOf(facts, { asOf: '2020-04-01', knownAt: LATER })
    expect(view?.byUnit('v').map(({ id }) => id)).toEqual(['milestone/m'])
    expect(view?.byUnit('u')).toEqual([])
  })

  it('tells through which day reporting is closed', () => {
    const lock = (on: string, through: string, open: boolean): FactFields => ({
      type: 'PERIOD_LOCK',
      on,
      through,
      open,
      reason: '',
    })
    const facts = testFacts(
      testPlan(),
      lock('04-05', '2020-03-31', false),
      lock('05-05', '2020-04-30', false),
      lock('05-10', '2020-04-30', true),
    )
    const closed = (day: string) => viewOf(facts, { asOf: day, knownAt: LATER })?.closedThrough
    expect([
      closed('2020-04-04'),
      closed('2020-04-05'),
      closed('2020-05-05'),
      closed('2020-05-10'),
    ]).toEqual([null, '2020-03-31', '2020-04-30', null])
  })
})
