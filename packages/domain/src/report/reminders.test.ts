import { expect, it } from 'vitest'
import { deskOf } from '../../test/desk.ts'
import { indicator, milestone, smallPlan } from '../../test/small-plan.ts'
import { report, viewOn } from '../../test/year.ts'
import { remindersOf } from './reminders.ts'

const plan = smallPlan({
  indicators: [
    indicator('i1'),
    indicator('i2', { responsible: [{ unit: 'roads', role: 'LEAD' }] }),
  ],
  milestones: [
    milestone('m1', {
      responsible: [
        { unit: 'housing', role: 'LEAD' },
        { unit: 'roads', role: 'SUPPORT' },
        { unit: 'roads', role: 'SUPERVISE' },
      ],
    }),
    milestone('m2', { dueOn: '2020-07-31' }),
    milestone('m3', { dueOn: '2020-12-31', responsible: [{ unit: 'roads', role: 'SUPERVISE' }] }),
  ],
})

it('tells each unit what is near due, overdue, returned and not reported', () => {
  const desk = deskOf(plan)
  report(desk, 'i2', '2020-06-15', '10', 'roads')
  const given = desk.give(
    {
      type: 'REPORT_OBSERVATIONS',
      observations: [
        {
          of: { kind: 'INDICATOR', code: 'i1' },
          value: '5',
          effectiveOn: '2020-06-20',
          reporter: 'housing',
        },
      ],
    },
    { now: '2020-06-21T00:00:00.000Z' },
  )
  const observation = given.ok ? (given.facts[0]?.id ?? '') : ''
  const returned = desk.give(
    {
      type: 'REVIEW_OBSERVATIONS',
      reviews: [{ observation, state: 'RETURNED', reason: 'no evidence' }],
    },
    { now: '2020-06-22T00:00:00.000Z' },
  )
  const review = returned.ok ? returned.facts[0]?.id : ''
  const view = viewOn(desk.facts(), '2020-07-10')
  const monthly = { every: 'MONTH', withinDays: 5 } as const
  const told = remindersOf(view, monthly).map(
    ({ unit, kind, commitment, dueOn }) => `${unit} ${kind} ${commitment} ${dueOn ?? ''}`,
  )
  const missing = ['02', '03', '04', '05', '06'].map((month) => `2020-${month}-05`)
  expect(told).toEqual([
    'housing OVERDUE milestone/m1 2020-06-30',
    'housing DUE_SOON milestone/m2 2020-07-31',
    'housing RETURNED indicator/i1 2020-12-31',
    ...missing.map((on) => `housing NOT_REPORTED indicator/i1 ${on}`),
    'roads OVERDUE milestone/m1 2020-06-30',
    ...missing.map((on) => `roads NOT_REPORTED indicator/i2 ${on}`),
  ])
  const [, , third] = remindersOf(view)
  expect(third).toMatchObject({ reason: 'no evidence', facts: [observation, review] })
  expect(remindersOf(view).map(({ kind }) => kind)).not.toContain('NOT_REPORTED')
})

it('stops telling of a returned report once another has taken its place', () => {
  const desk = deskOf(plan)
  const given = desk.give({
    type: 'REPORT_OBSERVATIONS',
    observations: [
      {
        of: { kind: 'INDICATOR', code: 'i1' },
        value: '5',
        effectiveOn: '2020-07-31',
        reporter: 'housing',
      },
    ],
  })
  const observation = given.ok ? (given.facts[0]?.id ?? '') : ''
  desk.give({
    type: 'REVIEW_OBSERVATIONS',
    reviews: [{ observation, state: 'RETURNED', reason: 'no evidence' }],
  })
  const kinds = () => remindersOf(viewOn(desk.facts(), '2020-08-01')).map(({ kind }) => kind)
  expect(kinds()).toContain('RETURNED')
  desk.give({ type: 'CORRECT_OBSERVATION', observation, value: '6', reason: 'with evidence' })
  expect(kinds()).not.toContain('RETURNED')
})
