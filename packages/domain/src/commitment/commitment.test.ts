import { describe, expect, it } from 'vitest'
import type { Assessment } from '../assessment/assessment.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Milestone } from '../milestone/milestone.ts'
import {
  type FactFields,
  LATER,
  noonOf,
  report,
  testFacts,
  testIndicator,
  testMilestone,
  testPlan,
  testProject,
} from '../testing/facts-builder.ts'
import { codesOf, look } from '../testing/look.ts'
import { viewOf } from '../view/view-of.ts'

function indicator(
  day: string,
  fields: Partial<Indicator>,
  ...facts: readonly FactFields[]
): Assessment {
  return look(
    testFacts(testPlan({ indicators: [testIndicator(fields)] }), ...facts),
    'indicator/i',
    day,
  )
}

function milestone(day: string, ...facts: readonly FactFields[]): Assessment {
  return look(testFacts(testPlan({ milestones: [testMilestone()] }), ...facts), 'milestone/m', day)
}

function met(
  day: string,
  fields: Partial<Extract<FactFields, { type: 'MILESTONE_RECORD' }>> = {},
): FactFields {
  return {
    type: 'MILESTONE_RECORD',
    on: day,
    subject: { kind: 'MILESTONE', code: 'm' },
    event: 'met',
    happened: true,
    ...fields,
  }
}

function waiver(day: string, approved: boolean): FactFields {
  return { type: 'WAIVER', on: day, commitment: 'milestone/m', approved, reason: '停工' }
}

describe('4.1 Status: the first row that fits', () => {
  it.each([
    ['WAIVED', '07-05', [waiver('07-01', true)]],
    ['WAIVED', '07-05', [met('06-01'), waiver('07-01', true)]],
    ['OVERDUE', '07-05', [waiver('07-01', true), waiver('07-03', false)]],
    ['OVERDUE', '07-05', [waiver('07-01', false)]],
    ['MET', '07-05', [met('06-30')]],
    ['MET_LATE', '07-05', [met('07-01')]],
    ['OVERDUE', '07-01', []],
    ['DUE_SOON', '06-30', []],
    ['DUE_SOON', '05-31', []],
    ['PENDING', '05-30', []],
  ] as const)('%s on %s', (status, day, facts) => {
    expect(milestone(day, ...facts).status).toBe(status)
  })

  it('warns within the window that is set: the commitment’s, the plan’s, or 30 days', () => {
    const on = (plan: Partial<Milestone>, warnDays: number | undefined, day: string) =>
      look(
        testFacts(
          testPlan({
            milestones: [testMilestone(plan)],
            ...(warnDays === undefined ? {} : { warnDays }),
          }),
        ),
        'milestone/m',
        day,
      ).status
    expect([on({}, 10, '06-19'), on({}, 10, '06-20')]).toEqual(['PENDING', 'DUE_SOON'])
    expect([on({ warnDays: 5 }, 10, '06-24'), on({ warnDays: 5 }, 10, '06-25')]).toEqual([
      'PENDING',
      'DUE_SOON',
    ])
  })

  it('is UNKNOWN for an indicator with nothing in view, DUE_SOON in the window, OVERDUE with NO_DATA past it', () => {
    expect(indicator('11-30', {}).status).toBe('UNKNOWN')
    expect(indicator('12-01', {}).status).toBe('DUE_SOON')
    const late = indicator('2021-01-01', {})
    expect([late.status, codesOf(late).slice(0, 2)]).toEqual(['OVERDUE', ['OVERDUE', 'NO_DATA']])
  })

  it('takes no record of a milestone as not yet', () => {
    expect(codesOf(milestone('05-01'))).toContain('NOT_YET')
  })
})

describe('4.2 Fulfilment: REACH', () => {
  it('is met as soon as it holds', () => {
    const found = indicator('03-31', {}, report('03-31', '100'))
    expect(found).toMatchObject({
      status: 'MET',
      metOn: '2020-03-31',
      daysLate: null,
      monthsLate: 0,
    })
  })

  it.each([
    ['AT_LEAST', '518', '518.00', 'MET'],
    ['AT_LEAST', '518', '517.99999999999999999999', 'PENDING'],
    ['EXACTLY', '100', '100', 'MET'],
    ['EXACTLY', '100', '100.01', 'PENDING'],
  ] as const)('%s %s with %s is %s', (comparator, target, actual, status) => {
    expect(indicator('06-30', { comparator, target }, report('06-01', actual)).status).toBe(status)
  })

  it('is no longer met when it falls back', () => {
    const facts = [report('03-31', '100'), report('05-31', '90')]
    expect(indicator('05-30', {}, ...facts).status).toBe('MET')
    const fallen = indicator('06-01', {}, ...facts)
    expect([fallen.status, fallen.metOn]).toEqual(['PENDING', null])
    expect(codesOf(fallen)).toContain('FELL_BACK')
    expect(indicator('2021-01-01', {}, ...facts).status).toBe('OVERDUE')
    const undone = milestone('07-05', met('06-01'), met('06-15', { happened: false }))
    expect([undone.status, codesOf(undone)[1]]).toEqual(['OVERDUE', 'FELL_BACK'])
  })

  it('counts from the day from which it has held through asOf', () => {
    const again = milestone('09-01', met('06-01'), met('06-15', { happened: false }), met('07-10'))
    expect(again).toMatchObject({
      status: 'MET_LATE',
      metOn: '2020-07-10',
      daysLate: 10,
      monthsLate: 1,
    })
  })
})

describe('4.3 Fulfilment: HOLD at the due date, judged only from then on', () => {
  const level: Partial<Indicator> = { accumulation: 'LEVEL' }

  it.each([
    ['a level', level],
    ['a ceiling', { comparator: 'AT_MOST', target: '200' }],
    ['a range', { comparator: 'BETWEEN', target: '90', targetUpper: '110' }],
    ['what is to be maintained', { direction: 'MAINTAIN' }],
  ] as const)('%s', (_, fields) => {
    const facts = [report('03-31', '100')]
    expect(indicator('06-30', fields, ...facts).status).toBe('PENDING')
    expect(codesOf(indicator('06-30', fields, ...facts))).toContain('JUDGED_AT_DUE')
    expect(indicator('12-30', fields, ...facts).status).toBe('DUE_SOON')
    expect(indicator('12-31', fields, ...facts)).toMatchObject({
      status: 'MET',
      metOn: '2020-03-31',
    })
  })

  it('takes both bounds of a range in', () => {
    const range = { comparator: 'BETWEEN', target: '90', targetUpper: '110' } as const
    const status = (value: string) => indicator('12-31', range, report('12-01', value)).status
    expect(['89.9', '90', '110', '110.1'].map(status)).toEqual([
      'DUE_SOON',
      'MET',
      'MET',
      'DUE_SOON',
    ])
  })

  it('is MET_LATE when it holds only after the due date, and stays MET when it held on it', () => {
    const late = [report('12-01', '90'), report('2021-01-10', '100')]
    expect(indicator('2021-01-05', level, ...late).status).toBe('OVERDUE')
    expect(indicator('2021-01-10', level, ...late)).toMatchObject({
      status: 'MET_LATE',
      daysLate: 10,
    })
    const kept = [report('12-01', '100'), report('2021-01-10', '90')]
    expect(indicator('2021-02-10', level, ...kept)).toMatchObject({
      status: 'MET',
      metOn: '2020-12-01',
    })
  })

  it('is what a declared fulfilment says, whatever the default', () => {
    expect(
      indicator('06-30', { ...level, fulfilment: 'REACH' }, report('06-01', '100')).status,
    ).toBe('MET')
    expect(indicator('06-30', { fulfilment: 'HOLD' }, report('06-01', '100')).status).toBe(
      'PENDING',
    )
  })
})

describe('4.4 Fulfilment: THROUGHOUT', () => {
  const always: Partial<Indicator> = {
    accumulation: 'LEVEL',
    comparator: 'AT_MOST',
    target: '50',
    fulfilment: 'THROUGHOUT',
  }

  it('is OVERDUE from the day of one breach, with the reason BREACHED', () => {
    const facts = [report('03-31', '40'), report('05-10', '51'), report('05-20', '40')]
    expect(indicator('05-09', always, ...facts).status).toBe('PENDING')
    const breached = indicator('05-10', always, ...facts)
    expect(breached).toMatchObject({ status: 'OVERDUE', daysLate: null, monthsLate: 0 })
    const reason = breached.reasons.find(({ code }) => code === 'BREACHED')
    expect(reason).toEqual({
      code: 'BREACHED',
      params: { on: '2020-05-10', actual: '51' },
      facts: ['f3'],
    })
    expect(indicator('2021-01-01', always, ...facts)).toMatchObject({
      status: 'OVERDUE',
      daysLate: 1,
      monthsLate: 1,
    })
  })

  it('is met on the due date without one', () => {
    const facts = [report('03-31', '40')]
    expect(indicator('12-30', always, ...facts).status).toBe('DUE_SOON')
    expect(indicator('12-31', always, ...facts)).toMatchObject({
      status: 'MET',
      metOn: '2020-12-31',
    })
  })

  it('does not mind what was before its span or after its due date', () => {
    const before = [report('2019-12-01', '60'), report('2019-12-30', '40')]
    expect(indicator('12-31', always, ...before).status).toBe('MET')
    expect(
      indicator('2021-02-01', always, report('03-31', '40'), report('2021-01-05', '60')).status,
    ).toBe('MET')
    const into = [report('2019-12-01', '60'), report('01-20', '40')]
    const breached = indicator('02-01', always, ...into)
    expect(breached.reasons.find(({ code }) => code === 'BREACHED')?.params).toMatchObject({
      on: '2020-01-01',
    })
  })

  it('is OVERDUE with NO_DATA past the due date when nobody reported', () => {
    expect(codesOf(indicator('2021-01-01', always))).toEqual(
      expect.arrayContaining(['OVERDUE', 'NO_DATA']),
    )
  })
})

describe('4.5 metOn, daysLate, daysToDue, monthsLate', () => {
  it('counts days to and past the due date', () => {
    expect(milestone('06-20')).toMatchObject({ daysToDue: 10, daysLate: null, monthsLate: 0 })
    expect(milestone('06-30')).toMatchObject({ daysToDue: 0, daysLate: null, monthsLate: 0 })
    expect(milestone('07-10')).toMatchObject({ daysToDue: -10, daysLate: 10, monthsLate: 1 })
  })

  it.each([
    ['06-30', 0],
    ['07-01', 1],
    ['07-31', 1],
    ['08-01', 2],
    ['09-01', 3],
  ] as const)(
    'monthsLate counts the month ends at which it stood unfulfilled: on %s %i',
    (day, months) => {
      expect(milestone(day).monthsLate).toBe(months)
    },
  )

  it('counts no month end at which it held', () => {
    const facts = [met('07-10'), met('08-10', { happened: false })]
    expect(milestone('10-05', ...facts)).toMatchObject({
      status: 'OVERDUE',
      daysLate: 97,
      monthsLate: 3,
    })
  })

  it('counts none on the day it falls back after it held at all of them', () => {
    const facts = [met('06-01'), met('10-01', { happened: false })]
    expect(milestone('10-01', ...facts)).toMatchObject({ status: 'OVERDUE', monthsLate: 0 })
    expect(milestone('11-01', ...facts)).toMatchObject({ status: 'OVERDUE', monthsLate: 1 })
  })

  it('keeps the lateness of what was met late', () => {
    expect(milestone('12-31', met('09-05'))).toMatchObject({
      status: 'MET_LATE',
      daysLate: 67,
      monthsLate: 3,
    })
  })
})

describe('4.6 late and rescheduled are different things, and both are told', () => {
  const facts = testFacts(
    testPlan({ milestones: [testMilestone()] }),
    {
      type: 'EXTENSION_REQUEST',
      id: 'ask',
      on: '06-20',
      commitment: 'milestone/m',
      dueOn: '2020-09-30',
      reason: '汛期',
    },
    { type: 'EXTENSION_DECISION', id: 'grant', on: '07-05', request: 'ask', approved: true },
    met('10-10'),
  )

  it('shows the old date in a past view, and the new one from the decision on', () => {
    expect(look(facts, 'milestone/m', '07-04')).toMatchObject({ status: 'OVERDUE', daysLate: 4 })
    expect(look(facts, 'milestone/m', '07-05')).toMatchObject({ status: 'PENDING', daysToDue: 87 })
    const view = viewOf(facts, { asOf: '2020-07-05', knownAt: LATER })
    expect(view?.commitment('milestone/m')).toMatchObject({
      dueOn: '2020-09-30',
      dueOriginally: '2020-06-30',
      timesRescheduled: 1,
    })
    const past = viewOf(facts, { asOf: '2020-07-04', knownAt: LATER })
    expect(past?.commitment('milestone/m')).toMatchObject({
      dueOn: '2020-06-30',
      timesRescheduled: 0,
    })
  })

  it('is late against the date in force', () => {
    const late = look(facts, 'milestone/m', '10-10')
    expect(late).toMatchObject({ status: 'MET_LATE', daysLate: 10, monthsLate: 1 })
    expect(late.reasons.find(({ code }) => code === 'RESCHEDULED')).toEqual({
      code: 'RESCHEDULED',
      params: { from: '2020-06-30', to: '2020-09-30', times: 1 },
      facts: ['def-1', 'grant'],
    })
  })

  it('does not heed a request that is refused, or not decided', () => {
    const refused = testFacts(
      testPlan({ milestones: [testMilestone()] }),
      {
        type: 'EXTENSION_REQUEST',
        id: 'ask',
        on: '06-20',
        commitment: 'milestone/m',
        dueOn: '2020-09-30',
        reason: '汛期',
      },
      { type: 'EXTENSION_DECISION', on: '06-25', request: 'ask', approved: false },
    )
    const view = viewOf(refused, { asOf: '2020-07-05', knownAt: LATER })
    expect(view?.commitment('milestone/m')?.dueOn).toBe('2020-06-30')
    expect(view?.extensions('milestone/m')).toMatchObject([
      { request: { id: 'ask' }, decision: { approved: false } },
    ])
  })
})

describe('4.7 without a due date nothing is late', () => {
  it('is PENDING, MET or UNKNOWN, and says that there is no due date', () => {
    const { dueOn: _, ...open } = testIndicator()
    const on = (day: string, ...facts: readonly FactFields[]) =>
      look(testFacts(testPlan({ indicators: [open] }), ...facts), 'indicator/i', day)
    expect(on('2021-06-30').status).toBe('UNKNOWN')
    expect(on('2021-06-30', report('06-30', '40'))).toMatchObject({
      status: 'PENDING',
      daysToDue: null,
      daysLate: null,
    })
    expect(on('2021-06-30', report('06-30', '100')).status).toBe('MET')
    expect(codesOf(on('2021-06-30', report('06-30', '40')))).toContain('NO_DUE_DATE')
  })

  it('takes a due date that does not exist as none', () => {
    const facts = testFacts(testPlan({ milestones: [testMilestone({ dueOn: '2020-06-31' })] }))
    expect(look(facts, 'milestone/m', '2021-01-01')).toMatchObject({
      status: 'PENDING',
      daysToDue: null,
    })
  })
})

describe('4.8 milestones look at events', () => {
  const plan = testPlan({
    projects: [
      testProject({ stage: 'PREPARING' }),
      testProject({ code: 'running', stage: 'STARTED' }),
    ],
    eventTypes: [{ code: 'opened', subject: 'PLAN', title: { zh: '开放' } }],
    milestones: [
      testMilestone({ code: 'start', subject: { kind: 'PROJECT', code: 'x' }, event: 'started' }),
      testMilestone({
        code: 'running',
        subject: { kind: 'PROJECT', code: 'running' },
        event: 'started',
      }),
      testMilestone({ code: 'open', event: 'opened' }),
    ],
  })

  it('is met by the stage of its project, or by a later one', () => {
    const facts = testFacts(plan, {
      type: 'STAGE_CHANGE',
      on: '05-10',
      project: 'x',
      stage: 'COMPLETED',
    })
    expect(look(facts, 'milestone/start', '05-09').status).toBe('PENDING')
    expect(look(facts, 'milestone/start', '05-10')).toMatchObject({
      status: 'MET',
      metOn: '2020-05-10',
    })
  })

  it('is undone when the project falls back, not when it is suspended', () => {
    const facts = testFacts(
      plan,
      { type: 'STAGE_CHANGE', on: '05-10', project: 'x', stage: 'STARTED' },
      { type: 'STAGE_CHANGE', on: '05-20', project: 'x', stage: 'SUSPENDED' },
      { type: 'STAGE_CHANGE', on: '06-10', project: 'x', stage: 'CLEARED' },
    )
    expect(look(facts, 'milestone/start', '05-25').status).toBe('MET')
    expect(look(facts, 'milestone/start', '06-10').status).toBe('DUE_SOON')
  })

  it('is met from the start by the stage a project had when the plan was adopted', () => {
    expect(look(testFacts(plan), 'milestone/running', '02-01')).toMatchObject({
      status: 'MET',
      metOn: '2020-01-01',
    })
  })

  it('is met by an event of the plan, and by a record of its own', () => {
    const event: FactFields = {
      type: 'MILESTONE_RECORD',
      on: '05-10',
      subject: { kind: 'PLAN', code: 'p' },
      event: 'opened',
      happened: true,
    }
    expect(look(testFacts(plan, event), 'milestone/open', '05-10').status).toBe('MET')
    const own: FactFields = { ...event, subject: { kind: 'MILESTONE', code: 'open' }, event: 'met' }
    expect(look(testFacts(plan, own), 'milestone/open', '05-10').status).toBe('MET')
  })

  it('follows a correction of the day: what was recorded too early is late after all', () => {
    const facts = testFacts(
      testPlan({ milestones: [testMilestone()] }),
      met('06-28', { id: 'early', recordedAt: noonOf('06-28') }),
      met('07-15', { supersedes: 'early', recordedAt: noonOf('07-20') }),
    )
    expect(look(facts, 'milestone/m', '08-01')).toMatchObject({
      status: 'MET_LATE',
      metOn: '2020-07-15',
    })
    expect(look(facts, 'milestone/m', '08-01', undefined, noonOf('07-01')).status).toBe('MET')
  })
})
