import { describe, expect, it } from 'vitest'
import { deskOf } from '../../test/desk.ts'
import { indicator, milestone, smallPlan } from '../../test/small-plan.ts'
import { factsAfter, report, viewOn } from '../../test/year.ts'
import { changesSince } from './changes-since.ts'
import { history } from './history.ts'

const plan = smallPlan({
  indicators: [indicator('i1')],
  milestones: [milestone('m1')],
})
const now = '2030-01-01T00:00:00.000Z'

describe('the history of a plan', () => {
  it('tells what it came to at each month’s end up to the date asked for', () => {
    const facts = factsAfter(plan, ['i1', '2020-02-15', '10'])
    const points = history(facts, 'MONTH', { asOf: '2020-07-10', knownAt: now })
    expect(points.map(({ on }) => on)).toEqual([
      '2020-01-31',
      '2020-02-29',
      '2020-03-31',
      '2020-04-30',
      '2020-05-31',
      '2020-06-30',
      '2020-07-10',
    ])
    expect(points.map(({ rollUp }) => rollUp.byStatus.OVERDUE)).toEqual([0, 0, 0, 0, 0, 0, 1])
    expect(points.map(({ rollUp }) => rollUp.coverage)).toEqual([
      '0.5',
      '1',
      '1',
      '1',
      '1',
      '1',
      '1',
    ])
    expect(points[1]?.rollUp.achieved).toBe('0.05')
  })

  it('may be that of some commitments only', () => {
    const facts = factsAfter(plan, ['i1', '2020-02-15', '10'])
    const filter = { KIND: ['MILESTONE'] }
    const points = history(facts, 'QUARTER', { asOf: '2020-12-31', knownAt: now, filter })
    expect(points.map(({ rollUp }) => rollUp.count)).toEqual([1, 1, 1, 1])
  })

  it('is empty where there is no plan in view', () => {
    const empty = { code: 'none', revision: 0, facts: [] }
    expect(history(empty, 'MONTH', { asOf: '2020-07-10', knownAt: now })).toEqual([])
  })
})

describe('the changes between two views', () => {
  it('are what was met, slipped, moved, corrected, retargeted and added', () => {
    const desk = deskOf(
      smallPlan({
        indicators: [indicator('i1'), indicator('i2'), indicator('i3')],
        milestones: [milestone('m1'), milestone('m2'), milestone('m3', { dueOn: '2020-12-31' })],
      }),
    )
    const old = report(desk, 'i1', '2020-05-31', '45')
    report(desk, 'i2', '2020-05-31', '90')
    const before = viewOn(desk.facts(), '2020-06-15')
    const may = { now: '2020-06-20T00:00:00.000Z' }
    const given = [
      desk.give({ type: 'RECORD_MILESTONE', of: { milestone: 'm1' }, on: '2020-06-18' }, may),
      desk.give(
        {
          type: 'CORRECT_OBSERVATION',
          observation: old,
          value: '44',
          reason: 'recount',
          state: 'APPROVED',
        },
        may,
      ),
      desk.give(
        { type: 'AMEND_TARGET', indicator: 'i2', field: 'target', value: '120', reason: 'more' },
        may,
      ),
      desk.give(
        {
          type: 'REQUEST_EXTENSION',
          commitment: 'milestone/m3',
          dueOn: '2021-01-31',
          reason: 'late',
        },
        may,
      ),
    ]
    const asked = given.at(-1)
    const request = asked?.ok === true ? (asked.facts[0]?.id ?? '') : ''
    given.push(desk.give({ type: 'DECIDE_EXTENSION', request, approved: true }, may))
    expect(given.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
    const changes = changesSince(before, viewOn(desk.facts(), '2020-07-15'))
    expect(changes.map(({ commitment, kinds }) => `${commitment} ${kinds.join(' ')}`)).toEqual([
      'indicator/i1 SLIPPED CORRECTED',
      'indicator/i2 RETARGETED',
      'milestone/m1 MET',
      'milestone/m2 SLIPPED',
      'milestone/m3 MOVED',
    ])
    expect(changes.find(({ commitment }) => commitment === 'milestone/m1')).toMatchObject({
      before: { status: 'DUE_SOON' },
      after: { status: 'MET' },
    })
    expect(changes[4]?.facts).toHaveLength(2)
  })

  it('are none between a view and itself, and name parts that came and went', () => {
    const desk = deskOf(plan)
    const before = viewOn(desk.facts(), '2020-03-01')
    expect(changesSince(before, before)).toEqual([])
    desk.give(
      {
        type: 'IMPORT_PLAN',
        plan: { ...plan, milestones: [milestone('m9')] },
        effectiveOn: '2020-02-01',
      },
      { now: '2020-04-01T00:00:00.000Z' },
    )
    const after = viewOn(desk.facts(), '2020-03-01')
    expect(
      changesSince(before, after).map(
        ({ commitment, kinds }) => `${commitment} ${kinds.join(' ')}`,
      ),
    ).toEqual(['milestone/m9 ADDED', 'milestone/m1 REMOVED'])
  })
})
