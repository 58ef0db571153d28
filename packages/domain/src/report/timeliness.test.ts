import { describe, expect, it } from 'vitest'
import { deskOf } from '../../test/desk.ts'
import { indicator, smallPlan } from '../../test/small-plan.ts'
import { reportsDue } from './timeliness.ts'

const plan = smallPlan({
  indicators: [
    indicator('i1'),
    indicator('i2', { accumulation: 'DERIVED', derivation: { aggregate: 'COUNT' } }),
    indicator('i3', { responsible: [{ unit: 'roads', role: 'SUPPORT' }] }),
    indicator('i4', { dueOn: '2020-02-15', responsible: [{ unit: 'roads', role: 'LEAD' }] }),
  ],
  milestones: [],
})
const monthly = { every: 'MONTH', withinDays: 5 } as const

function desk() {
  const desk = deskOf(plan)
  const report = (month: string, now: string, state: 'DRAFT' | 'SUBMITTED' = 'SUBMITTED') =>
    desk.give(
      {
        type: 'REPORT_OBSERVATIONS',
        observations: [
          {
            of: { kind: 'INDICATOR', code: 'i1' },
            value: '1',
            effectiveOn: `2020-${month}-28`,
            reporter: 'housing',
            state,
          },
        ],
      },
      { now },
    )
  return { desk, report }
}

describe('timeliness of reports', () => {
  it('is on time to the end of the last day in the plan’s own zone, then late, and missing without any', () => {
    const { desk: at, report } = desk()
    report('01', '2020-02-05T15:59:59.999Z')
    report('02', '2020-03-05T16:00:00.000Z')
    const draft = report('04', '2020-05-01T00:00:00.000Z', 'DRAFT')
    const observation = draft.ok ? (draft.facts[0]?.id ?? '') : ''
    at.give(
      { type: 'REVIEW_OBSERVATIONS', reviews: [{ observation, state: 'SUBMITTED' }] },
      { now: '2020-05-07T00:00:00.000Z' },
    )
    const due = reportsDue(at.facts(), plan, monthly, {
      today: '2020-05-20',
      knownAt: '2020-05-20T00:00:00.000Z',
    })
    expect(
      due
        .filter(({ indicator: code }) => code === 'i1')
        .map(({ span, dueOn, timeliness }) => [span.end, dueOn, timeliness]),
    ).toEqual([
      ['2020-01-31', '2020-02-05', 'ON_TIME'],
      ['2020-02-29', '2020-03-05', 'LATE'],
      ['2020-03-31', '2020-04-05', 'MISSING'],
      ['2020-04-30', '2020-05-05', 'LATE'],
      ['2020-05-31', '2020-06-05', 'OPEN'],
    ])
    const drafted = reportsDue(at.facts(), plan, monthly, {
      today: '2020-05-06',
      knownAt: '2020-05-06T00:00:00.000Z',
    })
    expect(drafted.find(({ span }) => span.end === '2020-04-30')?.timeliness).toBe('MISSING')
  })

  it('is asked of the units in the lead of what takes reports, until it is due', () => {
    const { desk: at } = desk()
    const due = reportsDue(
      at.facts(),
      plan,
      { every: 'QUARTER', withinDays: 10 },
      {
        today: '2020-12-31',
        knownAt: '2020-12-31T00:00:00.000Z',
      },
    )
    expect(due.map(({ unit, indicator: code, span }) => `${unit} ${code} ${span.end}`)).toEqual([
      'housing i1 2020-03-31',
      'housing i1 2020-06-30',
      'housing i1 2020-09-30',
      'housing i1 2020-12-31',
      'roads i4 2020-03-31',
    ])
  })
})
