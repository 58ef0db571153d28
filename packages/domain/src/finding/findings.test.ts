import { describe, expect, it } from 'vitest'
import { deskOf } from '../../test/desk.ts'
import { indicator, smallPlan } from '../../test/small-plan.ts'
import { report, viewOn } from '../../test/year.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { findings } from './findings.ts'

const plan = smallPlan({
  milestones: [],
  indicators: [
    indicator('total', { unit: 'YI_YUAN', parts: ['east', 'west'] }),
    indicator('east', { unit: 'YI_YUAN' }),
    indicator('west', { unit: 'WAN_YUAN' }),
    indicator('rate', {
      unit: 'PERCENT',
      accumulation: 'LEVEL',
      numerator: 'east',
      denominator: 'total',
    }),
  ],
})

function codesOf(facts: PlanFacts): string[] {
  return findings(viewOn(facts, '2020-12-31')).map(
    ({ code, facts: ids }) => `${code} ${ids.join(' ')}`,
  )
}

describe('10 the reconciliation of reports', () => {
  it('finds parts that do not add up to a reported total, in whatever unit, and names all of them', () => {
    const desk = deskOf(plan)
    const total = report(desk, 'total', '2020-05-31', '10')
    const east = report(desk, 'east', '2020-05-31', '6')
    const west = report(desk, 'west', '2020-05-31', '40000')
    expect(codesOf(desk.facts())).toEqual([])
    const wrong = desk.give({
      type: 'CORRECT_OBSERVATION',
      observation: west,
      value: '39999',
      reason: 'recount',
      state: 'APPROVED',
    })
    const corrected = wrong.ok ? wrong.facts[0]?.id : ''
    expect(findings(viewOn(desk.facts(), '2020-12-31'))).toEqual([
      {
        code: 'PARTS_DO_NOT_ADD_UP',
        severity: 'WARNING',
        params: { indicator: 'indicator/total', reported: '10', sum: '9.9999', on: '2020-05-31' },
        facts: [total, east, corrected],
      },
    ])
  })

  it('holds a total against its parts only on a day for which all are reported', () => {
    const desk = deskOf(plan)
    report(desk, 'total', '2020-05-31', '10')
    report(desk, 'east', '2020-05-31', '3')
    report(desk, 'west', '2020-06-30', '3')
    expect(codesOf(desk.facts())).toEqual([])
  })

  it('finds a reported rate that its own inputs do not give, to the digits reported', () => {
    const desk = deskOf(plan)
    const total = report(desk, 'total', '2020-05-31', '9')
    const east = report(desk, 'east', '2020-05-31', '6')
    report(desk, 'rate', '2020-05-31', '66.7')
    expect(codesOf(desk.facts())).toEqual([])
    const wrong = report(desk, 'rate', '2020-06-30', '66.6')
    const [finding, ...rest] = findings(viewOn(desk.facts(), '2020-12-31'))
    expect(rest).toEqual([])
    expect(finding).toMatchObject({
      code: 'RATE_DOES_NOT_FOLLOW',
      params: { reported: '66.6', computed: '66.667', on: '2020-06-30' },
    })
    expect(finding?.facts).toEqual([wrong, east, total])
  })

  it('finds a running total that falls, each reporter by itself', () => {
    const desk = deskOf(plan)
    const first = report(desk, 'east', '2020-03-31', '6')
    report(desk, 'east', '2020-04-30', '2', 'roads')
    const second = report(desk, 'east', '2020-05-31', '5')
    expect(codesOf(desk.facts())).toEqual([`CUMULATIVE_FALLS ${first} ${second}`])
  })

  it('finds a value recorded after its period was closed, not one of before or of a period opened again', () => {
    const desk = deskOf(plan)
    report(desk, 'east', '2020-03-31', '6')
    const close = { type: 'CLOSE_PERIOD', through: '2020-04-30', reason: 'quarter' } as const
    const closed = desk.give(close, { now: '2020-05-02T00:00:00.000Z' })
    const lock = closed.ok ? (closed.facts[0]?.id ?? '') : ''
    const { facts, ...rest } = desk.facts()
    const late = {
      type: 'OBSERVATION',
      id: 'late',
      effectiveOn: '2020-04-15',
      recordedAt: '2020-05-03T00:00:00.000Z',
      recordedBy: 'import',
      of: { kind: 'INDICATOR', code: 'east' },
      value: '7',
      reporter: 'housing',
      state: 'APPROVED',
    } as const
    expect(codesOf({ ...rest, facts: [...facts, late] })).toEqual([
      `REPORTED_AFTER_CLOSE late ${lock}`,
    ])
    const open = {
      type: 'PERIOD_LOCK',
      id: 'open',
      effectiveOn: '2020-05-02',
      recordedAt: '2020-05-02T12:00:00.000Z',
      recordedBy: 'import',
      through: '2020-04-30',
      open: true,
      reason: 'a mistake',
    } as const
    expect(codesOf({ ...rest, facts: [...facts, open, late] })).toEqual([])
  })

  it('stands beside the lint of the plan in view', () => {
    const desk = deskOf(
      smallPlan({ indicators: [indicator('i1', { locators: [] })], milestones: [] }),
    )
    expect(codesOf(desk.facts())).toEqual(['NO_LOCATOR indicator/i1'])
  })
})
