import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskOf } from '../../test/desk.ts'
import { indicator, milestone, project, smallPlan } from '../../test/small-plan.ts'
import { factsAfter, report, viewOn } from '../../test/year.ts'
import { breakdown, breakdownAcross, findCommitments } from './breakdown.ts'
import type { Dimension } from './dimension.ts'

const plan = smallPlan({
  tasks: smallPlan().tasks,
  indicators: [
    indicator('i1', { unit: 'YI_YUAN', target: '1', modality: 'MUST' }),
    indicator('i2', { unit: 'WAN_YUAN', target: '5000', task: 't2' }),
    indicator('i3', {
      unit: 'MU',
      task: 't2',
      responsible: [
        { unit: 'roads', role: 'LEAD' },
        { unit: 'housing', role: 'LEAD' },
        { unit: 'housing', role: 'SUPPORT' },
      ],
    }),
  ],
  milestones: [
    milestone('m1', { project: 'x1', plate: 'p1' }),
    milestone('m2', { project: 'x1', dueOn: '2020-05-31' }),
    milestone('m3', { project: 'x2', dueOn: '2020-05-31', responsible: [] }),
  ],
  projects: [
    project('x1'),
    project('x2', {
      kind: 'CONTINUING',
      stage: 'STARTED',
      investment: { unit: 'YI_YUAN', total: '2' },
    }),
  ],
})

function desk() {
  const desk = deskOf(plan)
  report(desk, 'i1', '2020-05-31', '0.4')
  report(desk, 'i2', '2020-06-01', '1000')
  desk.give(
    {
      type: 'REPORT_OBSERVATIONS',
      observations: [
        {
          of: { kind: 'PROJECT', code: 'x1' },
          value: '1200',
          effectiveOn: '2020-06-01',
          reporter: 'housing',
          state: 'APPROVED',
        },
      ],
    },
    { now: '2020-06-02T00:00:00.000Z' },
  )
  return desk
}
const view = viewOn(desk().facts(), '2020-06-30')

describe('a breakdown', () => {
  it('counts by one dimension, null last, with statuses and lights', () => {
    const rows = breakdown(view, ['TASK'], ['COUNT', 'BY_STATUS', 'ACHIEVED', 'DAYS_LATE'])
    expect(rows.map(({ key, values }) => [key.TASK, values.count, values.daysLate])).toEqual([
      ['t1', 4, 60],
      ['t2', 2, 0],
    ])
    expect(rows[0]?.values.byStatus).toMatchObject({ OVERDUE: 2, DUE_SOON: 1, PENDING: 1 })
    expect(rows[1]?.values.achieved).toEqual({ mean: '0.2', coverage: '0.5' })
    expect(rows[0]?.values.byLight).toBeUndefined()
    const plates = breakdown(view, ['PLATE'], ['COUNT'])
    expect(plates.map(({ key, values }) => [key.PLATE, values.count])).toEqual([
      ['p1', 3],
      [null, 3],
    ])
  })

  it('counts what two units lead under both, and what none leads under null', () => {
    const rows = breakdown(view, ['UNIT'], ['COUNT'])
    expect(rows.map(({ key, values }) => [key.UNIT, values.count])).toEqual([
      ['housing', 5],
      ['roads', 1],
      [null, 1],
    ])
  })

  it('adds targets and values where the units agree, and tells how many are known', () => {
    const [first] = breakdown(view, [], ['TARGET', 'ACTUAL'], { TASK: ['t1'] })
    expect(first?.values).toEqual({
      target: { value: '1', unit: 'YI_YUAN', known: 1, of: 1 },
      actual: { value: '0.4', unit: 'YI_YUAN', known: 1, of: 1 },
    })
    const both = breakdown(view, ['MODALITY'], ['ACTUAL'], {
      KIND: ['INDICATOR'],
      UNIT: ['housing'],
    })
    expect(both.map(({ values }) => values.actual)).toEqual([
      { value: '0.4', unit: 'YI_YUAN', known: 1, of: 1 },
      null,
    ])
    const money = smallPlan({ indicators: plan.indicators.slice(0, 2), milestones: [] })
    const facts = factsAfter(money, ['i1', '2020-05-31', '0.4'])
    expect(breakdown(viewOn(facts, '2020-06-30'), [], ['TARGET', 'ACTUAL'])[0]?.values).toEqual({
      target: { value: '1.5', unit: 'YI_YUAN', known: 2, of: 2 },
      actual: { value: '0.4', unit: 'YI_YUAN', known: 1, of: 2 },
    })
  })

  it('counts the money of a project once, whatever the number of its commitments', () => {
    const [row] = breakdown(view, [], ['INVESTMENT'])
    expect(row?.values.investment).toEqual({
      unit: 'YI_YUAN',
      total: '3',
      thisYear: '0.5',
      done: '0.12',
      projects: 2,
    })
    const stages = breakdown(view, ['PROJECT_STAGE', 'PROJECT_KIND'], ['COUNT'])
    expect(
      stages.map(({ key, values }) => [key.PROJECT_STAGE, key.PROJECT_KIND, values.count]),
    ).toEqual([
      ['PREPARING', 'NEW_START', 2],
      ['STARTED', 'CONTINUING', 1],
      [null, null, 3],
    ])
  })

  it('adds up several plans, each project of each plan once', () => {
    const other = viewOn({ ...desk().facts(), code: 'other' }, '2020-06-30')
    const [row] = breakdownAcross([view, other], [], ['COUNT', 'INVESTMENT', 'ACHIEVED', 'SCORE'])
    expect(row?.values).toMatchObject({
      count: 12,
      investment: { unit: 'YI_YUAN', total: '6', done: '0.24', projects: 4 },
      achieved: breakdown(view, [], ['ACHIEVED'])[0]?.values.achieved,
    })
    const plans = breakdownAcross([view, other], ['PLAN'], ['COUNT', 'SCORE'])
    expect(plans.map(({ key, values }) => [key.PLAN, values.count])).toEqual([
      ['other', 6],
      [view.facts.code, 6],
    ])
    expect(Number(row?.values.score)).toBe(2 * Number(plans[0]?.values.score))
  })

  it('knows due months, districts and years', () => {
    const rows = breakdown(view, ['YEAR', 'DISTRICT', 'DUE_MONTH'], ['COUNT'])
    expect(
      rows.map(({ key, values }) => [key.YEAR, key.DISTRICT, key.DUE_MONTH, values.count]),
    ).toEqual([
      ['2020', 'erqi', '2020-05', 2],
      ['2020', 'erqi', '2020-06', 1],
      ['2020', 'erqi', '2020-12', 3],
    ])
  })

  it('comes with the filter that finds each row’s commitments again', () => {
    const dimensions: readonly Dimension[] = [
      'TASK',
      'PLATE',
      'THEME',
      'UNIT',
      'PROJECT',
      'PROJECT_STAGE',
      'PROJECT_KIND',
      'KIND',
      'STATUS',
      'LIGHT',
      'MODALITY',
      'SEVERITY',
      'DUE_MONTH',
      'RULE',
      'DISTRICT',
      'YEAR',
    ]
    const some = fc.subarray([...dimensions], { maxLength: 3 })
    const filter = fc.constantFrom(
      {},
      { UNIT: ['housing', null] },
      { KIND: ['MILESTONE'] },
      { UNIT: ['roads'] },
    )
    fc.assert(
      fc.property(some, filter, (by, wanted) => {
        const rows = breakdown(view, by, ['COUNT'], wanted)
        for (const row of rows) {
          expect(findCommitments(view, row.filter)).toHaveLength(row.values.count ?? -1)
          for (const dimension of by) expect(row.filter[dimension]).toEqual([row.key[dimension]])
        }
        const ids = rows.flatMap((row) => findCommitments(view, row.filter))
        const found = new Set(ids.map(({ commitment }) => commitment.id))
        expect(found.size).toBe(findCommitments(view, wanted).length)
      }),
    )
  })
})
