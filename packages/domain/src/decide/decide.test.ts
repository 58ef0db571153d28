import { describe, expect, it } from 'vitest'
import { deskOf, person, refusalsOf, system } from '../../test/desk.ts'
import { indicator, milestone, smallPlan } from '../../test/small-plan.ts'
import type { Policy } from '../policy/policy.ts'
import type { Rule } from '../rule/rule.ts'
import type { Command, CommandType, ObservationInput } from './command.ts'
import { decide } from './decide.ts'
import { rolesFor } from './may.ts'

function observation(change: Partial<ObservationInput> = {}): ObservationInput {
  return {
    of: { kind: 'INDICATOR', code: 'i1' },
    value: '40',
    effectiveOn: '2020-06-30',
    reporter: 'housing',
    ...change,
  }
}

function report(...observations: Partial<ObservationInput>[]) {
  return { type: 'REPORT_OBSERVATIONS', observations: observations.map(observation) } as const
}

describe('importing a plan', () => {
  it('turns every part into a definition true from the first day of the plan', () => {
    const facts = deskOf().facts().facts
    expect(facts).toHaveLength(18)
    expect(new Set(facts.map(({ effectiveOn }) => effectiveOn))).toEqual(new Set(['2020-01-01']))
    expect(facts[0]).toMatchObject({
      type: 'DEFINITION',
      recordedAt: '2020-01-01T00:00:00.000Z',
      recordedBy: 'system',
      change: { set: { kind: 'PLAN', code: 'small-2020', value: { timeZone: 'Asia/Shanghai' } } },
    })
  })

  it('does nothing when the plan is equal, whatever the order of keys and however often', () => {
    const desk = deskOf()
    const shuffled = JSON.parse(JSON.stringify(smallPlan()), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    )
    expect(desk.give({ type: 'IMPORT_PLAN', plan: shuffled })).toEqual({ ok: true, facts: [] })
    expect(desk.give({ type: 'IMPORT_PLAN', plan: smallPlan() })).toEqual({ ok: true, facts: [] })
  })

  it('records only what changed, and what is gone as removed', () => {
    const desk = deskOf()
    const { indicators } = smallPlan()
    const plan = smallPlan({
      indicators: [indicator('i1', { target: '120' }), ...indicators.slice(1, 3)],
    })
    const decision = desk.give({ type: 'IMPORT_PLAN', plan })
    expect(decision).toMatchObject({
      ok: true,
      facts: [
        { change: { set: { kind: 'INDICATOR', code: 'i1', value: { target: '120' } } } },
        { change: { remove: { kind: 'INDICATOR', code: 'i4' } } },
      ],
    })
    expect(desk.give({ type: 'IMPORT_PLAN', plan })).toEqual({ ok: true, facts: [] })
  })

  it('is done once even where a part was changed later on', () => {
    const desk = deskOf()
    const changed = smallPlan({ milestones: [milestone('m1', { dueOn: '2020-07-31' })] })
    desk.give({ type: 'IMPORT_PLAN', plan: changed, effectiveOn: '2020-05-01' })
    const back = desk.give({ type: 'IMPORT_PLAN', plan: smallPlan() })
    expect(back.ok && back.facts.map(({ effectiveOn }) => effectiveOn)).toEqual([
      '2020-05-01',
      '2020-05-01',
      '2020-05-01',
    ])
    expect(desk.give({ type: 'IMPORT_PLAN', plan: smallPlan() })).toEqual({ ok: true, facts: [] })
  })

  it('tells everything that is wrong with a plan, each at its path', () => {
    const plan = smallPlan({
      period: { start: '2020-12-31', end: '2020-01-01' },
      timeZone: 'Asia/Erqi',
      indicators: [
        indicator('i1', { dueOn: '2020-02-30' }),
        indicator('i1', { target: '1e3', unit: 'BUSHEL' }),
        indicator('i5', { weight: '-1', responsible: [{ unit: 'nobody', role: 'LEAD' }] }),
      ],
      tasks: smallPlan().tasks.map((task) => ({
        ...task,
        parent: task.code === 't1' ? 't2' : 't1',
      })),
    })
    expect(refusalsOf(deskOf().give({ type: 'IMPORT_PLAN', plan })).sort()).toEqual([
      'CYCLE plan.tasks.0.parent',
      'CYCLE plan.tasks.1.parent',
      'DUPLICATE_CODE plan.indicators.1.code',
      'INVALID_DATE plan.indicators.0.dueOn',
      'INVALID_DECIMAL plan.indicators.1.target',
      'INVALID_PERIOD plan.period',
      'INVALID_TIME_ZONE plan.timeZone',
      'NEGATIVE plan.indicators.2.weight',
      'UNKNOWN_CODE plan.indicators.1.unit',
      'UNKNOWN_CODE plan.indicators.2.responsible.0.unit',
    ])
  })

  it('takes the facts of an export as they are, once, and only with a new plan', () => {
    const from = deskOf()
    from.give(report({}))
    from.give(report({ effectiveOn: '2020-07-31', value: '60' }))
    const exported = from.facts().facts
    const empty = { code: 'small-2020', revision: 0, facts: [] }
    const context = { now: '2021-01-01T00:00:00.000Z', actor: system, newId: () => 'new' }
    const command = { type: 'IMPORT_PLAN', plan: smallPlan(), facts: exported } as const
    expect(decide(empty, command, context)).toEqual({ ok: true, facts: exported })
    expect(decide(from.facts(), command, context)).toEqual({ ok: true, facts: [] })
    expect(refusalsOf(deskOf().give({ ...command, facts: exported.slice(-2) }))).toEqual([
      'FACTS_NEED_A_NEW_PLAN facts',
    ])
  })

  it('has known the plan by the time of the first fact that comes with it', () => {
    const from = deskOf()
    from.give(report({}))
    const [fact] = from.facts().facts.slice(-1)
    const decision = decide(
      { code: 'small-2020', revision: 0, facts: [] },
      { type: 'IMPORT_PLAN', plan: smallPlan(), facts: fact === undefined ? [] : [fact] },
      { now: '2021-01-01T00:00:00.000Z', actor: system, newId: () => 'new' },
    )
    expect(decision.ok && decision.facts[0]?.recordedAt).toBe('2020-08-01T02:00:00.000Z')
    expect(decision.ok && decision.facts.at(-1)).toEqual(fact)
  })

  it('refuses facts that are out of order, ahead of the clock, twice, or about nothing', () => {
    const from = deskOf()
    from.give(report({}))
    const fact = from.facts().facts.at(-1)
    if (fact?.type !== 'OBSERVATION') throw new Error('the report is the last fact')
    const facts = [
      fact,
      { ...fact, of: { kind: 'INDICATOR', code: 'none' }, reporter: 'nobody' } as const,
      { ...fact, id: 'a', recordedAt: '2019-01-01T00:00:00.000Z', value: '1.50' },
      { ...fact, id: 'b', recordedAt: '2022-01-01T00:00:00.000Z', supersedes: 'none' },
      { ...fact, id: 'c', recordedAt: 'yesterday', effectiveOn: '2020-02-30' },
    ]
    const decision = decide(
      { code: 'small-2020', revision: 0, facts: [] },
      { type: 'IMPORT_PLAN', plan: smallPlan(), facts },
      { now: '2021-01-01T00:00:00.000Z', actor: system, newId: () => 'new' },
    )
    expect(refusalsOf(decision)).toEqual([
      'UNKNOWN_CODE facts.1.of.code',
      'UNKNOWN_CODE facts.1.reporter',
      'DUPLICATE_ID facts.1.id',
      'INVALID_DECIMAL facts.2.value',
      'OUT_OF_ORDER facts.2.recordedAt',
      'DATE_IN_FUTURE facts.3.recordedAt',
      'UNKNOWN_FACT facts.3.supersedes',
      'INVALID_DATE facts.4.effectiveOn',
      'INVALID_INSTANT facts.4.recordedAt',
    ])
  })
})

describe('reporting (8)', () => {
  it('keeps the value in canonical form, true for its day and recorded now', () => {
    const decision = deskOf().give(report({ value: '040.50', note: 'June' }))
    expect(decision).toMatchObject({
      ok: true,
      facts: [
        {
          type: 'OBSERVATION',
          value: '40.5',
          state: 'SUBMITTED',
          effectiveOn: '2020-06-30',
          recordedAt: '2020-08-01T02:00:00.000Z',
          note: 'June',
        },
      ],
    })
  })

  it('converts a value given in another unit of the same dimension, exactly', () => {
    const of = { kind: 'INDICATOR', code: 'i2' } as const
    const decision = deskOf().give(report({ of, value: '236800', unit: 'WAN_YUAN' }))
    expect(decision).toMatchObject({ ok: true, facts: [{ value: '23.68' }] })
    expect(refusalsOf(deskOf().give(report({ of, unit: 'MU' }, { of, unit: 'BUSHEL' })))).toEqual([
      'UNITS_DO_NOT_CONVERT observations.0.unit',
      'UNKNOWN_CODE observations.1.unit',
      'DUPLICATE_IN_BATCH observations.1',
    ])
  })

  it('refuses a batch whole and names every problem of it', () => {
    const desk = deskOf()
    const before = desk.facts()
    const decision = desk.give(
      report(
        {},
        { of: { kind: 'INDICATOR', code: 'none' }, effectiveOn: '2020-08-02' },
        { of: { kind: 'INDICATOR', code: 'i4' }, value: 'many' },
        { value: 'many', reporter: 'nobody', effectiveOn: '2020-02-30' },
        { effectiveOn: '2015-01-01', note: 'x'.repeat(4001) },
        { of: { kind: 'PROJECT', code: 'x1' }, value: '-1' },
      ),
    )
    expect(refusalsOf(decision)).toEqual([
      'UNKNOWN_CODE observations.1.of.code',
      'DATE_IN_FUTURE observations.1.effectiveOn',
      'NOT_OBSERVABLE observations.2.of.code',
      'INVALID_DECIMAL observations.3.value',
      'UNKNOWN_CODE observations.3.reporter',
      'INVALID_DATE observations.3.effectiveOn',
      'DATE_TOO_EARLY observations.4.effectiveOn',
      'TEXT_TOO_LONG observations.4.note',
      'NEGATIVE observations.5.value',
    ])
    expect(desk.facts()).toBe(before)
  })

  it('is by the plan’s own day: 1 August in Shanghai is still July in UTC', () => {
    const now = '2020-07-31T16:30:00.000Z'
    expect(refusalsOf(deskOf().give(report({ effectiveOn: '2020-08-01' }), { now }))).toEqual([])
    expect(refusalsOf(deskOf().give(report({ effectiveOn: '2020-08-02' }), { now }))).toEqual([
      'DATE_IN_FUTURE observations.0.effectiveOn',
    ])
  })

  it('takes one value of a unit for a day', () => {
    const desk = deskOf()
    desk.give(report({}))
    expect(refusalsOf(desk.give(report({ value: '41' })))).toEqual(['DUPLICATE observations.0'])
    expect(refusalsOf(desk.give(report({ reporter: 'roads' })))).toEqual([])
  })

  it('holds as many as the limit says', () => {
    const many = Array.from({ length: 4 }, (_, at) => ({ effectiveOn: `2020-06-0${at + 1}` }))
    const desk = deskOf()
    const limited = { batchLimit: 3 }
    expect(desk.give(report(...many), limited)).toMatchObject({
      ok: false,
      refusals: [{ code: 'BATCH_TOO_LARGE', params: { limit: 3, size: 4 }, path: 'observations' }],
    })
    expect(refusalsOf(desk.give(report(), limited))).toEqual(['BATCH_EMPTY observations'])
    expect(refusalsOf(desk.give(report(...many.slice(1)), limited))).toEqual([])
  })
})

describe('correcting (8)', () => {
  it('adds a fact that supersedes the old one, whose own correction is then refused', () => {
    const desk = deskOf()
    const first = desk.give(report({}))
    const id = first.ok ? (first.facts[0]?.id ?? '') : ''
    const correct = {
      type: 'CORRECT_OBSERVATION',
      observation: id,
      value: '42',
      reason: 'counted again',
    } as const
    expect(desk.give(correct)).toMatchObject({
      ok: true,
      facts: [{ supersedes: id, value: '42', effectiveOn: '2020-06-30', note: 'counted again' }],
    })
    expect(refusalsOf(desk.give(correct))).toEqual(['SUPERSEDED observation'])
    expect(refusalsOf(desk.give({ ...correct, observation: 'none' }))).toEqual([
      'UNKNOWN_FACT observation',
    ])
    expect(refusalsOf(desk.give({ ...correct, observation: 'f1' }))).toEqual([
      'OTHER_TYPE observation',
    ])
  })

  it('wants a reason, and another day that is free', () => {
    const desk = deskOf()
    const first = desk.give(report({}, { effectiveOn: '2020-07-31' }))
    const id = first.ok ? (first.facts[0]?.id ?? '') : ''
    const decision = desk.give({
      type: 'CORRECT_OBSERVATION',
      observation: id,
      value: '42',
      effectiveOn: '2020-07-31',
      reason: ' ',
    })
    expect(refusalsOf(decision)).toEqual(['REASON_REQUIRED reason', 'DUPLICATE '])
  })
})

describe('reviewing (8)', () => {
  const setup = (state: 'DRAFT' | 'SUBMITTED') => {
    const desk = deskOf()
    const first = desk.give(report({ state }))
    const observation = first.ok ? (first.facts[0]?.id ?? '') : ''
    const review = (to: 'SUBMITTED' | 'APPROVED' | 'RETURNED', reason?: string) =>
      desk.give({
        type: 'REVIEW_OBSERVATIONS',
        reviews: [{ observation, state: to, ...(reason === undefined ? {} : { reason }) }],
      })
    return { desk, review, observation }
  }

  it('goes from draft over submitted to approved or returned, and nowhere else', () => {
    const { review } = setup('DRAFT')
    expect(refusalsOf(review('APPROVED'))).toEqual(['WRONG_STATE reviews.0.state'])
    expect(refusalsOf(review('SUBMITTED'))).toEqual([])
    expect(refusalsOf(review('SUBMITTED'))).toEqual(['WRONG_STATE reviews.0.state'])
    expect(refusalsOf(review('RETURNED'))).toEqual(['REASON_REQUIRED reviews.0.reason'])
    expect(refusalsOf(review('RETURNED', 'no evidence'))).toEqual([])
    expect(refusalsOf(review('APPROVED'))).toEqual(['WRONG_STATE reviews.0.state'])
    expect(refusalsOf(review('SUBMITTED'))).toEqual([])
    expect(refusalsOf(review('APPROVED'))).toEqual([])
    expect(refusalsOf(review('RETURNED', 'found wrong later'))).toEqual([])
  })

  it('is true for the day of the value, so that a look back at that day finds it approved', () => {
    const { review } = setup('SUBMITTED')
    expect(review('APPROVED')).toMatchObject({ ok: true, facts: [{ effectiveOn: '2020-06-30' }] })
  })

  it('refuses a bulk whole', () => {
    const { desk, observation } = setup('SUBMITTED')
    const decision = desk.give({
      type: 'REVIEW_OBSERVATIONS',
      reviews: [
        { observation, state: 'APPROVED' },
        { observation, state: 'APPROVED' },
        { observation: 'none', state: 'APPROVED' },
      ],
    })
    expect(refusalsOf(decision)).toEqual([
      'DUPLICATE_IN_BATCH reviews.1',
      'UNKNOWN_FACT reviews.2.observation',
    ])
  })
})

describe('milestones and stages', () => {
  it('records the event of a milestone under its subject, or under itself', () => {
    const desk = deskOf()
    const record = (code: string, on = '2020-06-20') =>
      desk.give({ type: 'RECORD_MILESTONE', of: { milestone: code }, on })
    expect(record('m1')).toMatchObject({
      ok: true,
      facts: [{ subject: { kind: 'MILESTONE', code: 'm1' }, event: 'met', happened: true }],
    })
    expect(record('m2')).toMatchObject({
      ok: true,
      facts: [{ subject: { kind: 'PLATE', code: 'p1' }, event: 'design' }],
    })
    expect(record('m3')).toMatchObject({
      ok: true,
      facts: [{ type: 'STAGE_CHANGE', project: 'x1', stage: 'STARTED' }],
    })
    expect(refusalsOf(record('m1', '2020-07-01'))).toEqual(['ALREADY_HAPPENED of'])
    expect(refusalsOf(record('m3', '2020-07-01'))).toEqual(['ALREADY_HAPPENED of'])
    expect(refusalsOf(record('none'))).toEqual(['UNKNOWN_CODE of.milestone'])
  })

  it('can say that it no longer holds, and correct the date', () => {
    const desk = deskOf()
    const of = { milestone: 'm1' }
    const undo = { type: 'RECORD_MILESTONE', of, on: '2020-07-10', happened: false } as const
    expect(refusalsOf(desk.give(undo))).toEqual(['NOT_HAPPENED of'])
    const first = desk.give({ type: 'RECORD_MILESTONE', of, on: '2020-06-20' })
    const supersedes = first.ok ? (first.facts[0]?.id ?? '') : ''
    const moved = desk.give({ type: 'RECORD_MILESTONE', of, on: '2020-06-25', supersedes })
    expect(moved).toMatchObject({ ok: true, facts: [{ supersedes, effectiveOn: '2020-06-25' }] })
    expect(refusalsOf(desk.give(undo))).toEqual([])
    const other = { milestone: 'm2' }
    const wrong = { type: 'RECORD_MILESTONE', of: other, on: '2020-06-25' } as const
    const last = moved.ok ? (moved.facts[0]?.id ?? '') : ''
    expect(refusalsOf(desk.give({ ...wrong, supersedes: last }))).toEqual([
      'OTHER_SUBJECT supersedes',
    ])
  })

  it('knows the events of each kind of subject', () => {
    const of = { subject: { kind: 'PROJECT', code: 'x1' }, event: 'design' } as const
    expect(refusalsOf(deskOf().give({ type: 'RECORD_MILESTONE', of, on: '2020-06-20' }))).toEqual([
      'UNKNOWN_EVENT of.event',
    ])
    const nowhere = { subject: { kind: 'PLATE', code: 'p9' }, event: 'design' } as const
    expect(
      refusalsOf(deskOf().give({ type: 'RECORD_MILESTONE', of: nowhere, on: '2020-06-20' })),
    ).toEqual(['UNKNOWN_CODE of.subject'])
  })

  it('moves a project from the stage it stands in on that day', () => {
    const desk = deskOf()
    const move = (stage: 'PREPARING' | 'PREPARED' | 'STARTED', on: string) =>
      desk.give({ type: 'RECORD_PROJECT_STAGE', project: 'x1', stage, on })
    expect(refusalsOf(move('PREPARING', '2020-03-01'))).toEqual(['NO_CHANGE stage'])
    expect(refusalsOf(move('STARTED', '2020-05-01'))).toEqual([])
    expect(refusalsOf(move('PREPARED', '2020-04-01'))).toEqual([])
    expect(refusalsOf(move('STARTED', '2020-06-01'))).toEqual(['NO_CHANGE stage'])
    expect(refusalsOf(move('PREPARED', '2020-08-02'))).toEqual(['DATE_IN_FUTURE on'])
  })
})

describe('amending a target (8)', () => {
  const amend = (change: object) =>
    deskOf().give({
      type: 'AMEND_TARGET',
      indicator: 'i3',
      field: 'target',
      value: '92',
      reason: 'ordered by the city',
      ...change,
    })

  it('holds from a day on, with its reason', () => {
    expect(amend({})).toMatchObject({
      ok: true,
      facts: [{ type: 'AMENDMENT', value: '92', effectiveOn: '2020-08-01', field: 'target' }],
    })
    expect(amend({ effectiveOn: '2020-09-01' })).toMatchObject({
      facts: [{ effectiveOn: '2020-09-01' }],
    })
  })

  it.each([
    [{ value: '96' }, 'BOUNDS_CROSSED value'],
    [{ value: '90.0' }, 'NO_CHANGE value'],
    [{ value: 'more' }, 'INVALID_DECIMAL value'],
    [{ reason: '' }, 'REASON_REQUIRED reason'],
    [{ document: 'none' }, 'UNKNOWN_CODE document'],
    [{ indicator: 'none' }, 'UNKNOWN_CODE indicator'],
    [{ indicator: 'i1', field: 'targetUpper' }, 'FIELD_NOT_APPLICABLE field'],
    [{ effectiveOn: '2099-01-01' }, 'DATE_TOO_LATE effectiveOn'],
  ])('refuses %j', (change, refusal) => {
    expect(refusalsOf(amend(change))).toEqual([refusal])
  })
})

describe('extensions (8)', () => {
  const request = (change: object = {}) =>
    ({
      type: 'REQUEST_EXTENSION',
      commitment: 'indicator/i1',
      dueOn: '2021-03-31',
      reason: 'a wet summer',
      ...change,
    }) as const

  it('are asked for before the due date only', () => {
    expect(refusalsOf(deskOf().give(request()))).toEqual([])
    const at = (now: string) => refusalsOf(deskOf().give(request(), { now }))
    expect(at('2020-12-30T10:00:00.000Z')).toEqual([])
    expect(at('2020-12-30T17:00:00.000Z')).toEqual(['DUE_DATE_PASSED commitment'])
  })

  it('are decided once, and then the new date is the due date', () => {
    const desk = deskOf()
    const first = desk.give(request())
    const id = first.ok ? (first.facts[0]?.id ?? '') : ''
    expect(refusalsOf(desk.give(request()))).toEqual(['ALREADY_REQUESTED commitment'])
    const grant = { type: 'DECIDE_EXTENSION', request: id, approved: true } as const
    expect(refusalsOf(desk.give({ ...grant, approved: false }))).toEqual(['REASON_REQUIRED reason'])
    expect(desk.give(grant)).toMatchObject({
      ok: true,
      facts: [{ type: 'EXTENSION_DECISION', request: id, effectiveOn: '2020-08-01' }],
    })
    expect(refusalsOf(desk.give(grant))).toEqual(['ALREADY_DECIDED request'])
    expect(refusalsOf(desk.give(request()))).toEqual(['NOT_LATER dueOn'])
    const late = { now: '2021-02-01T00:00:00.000Z' }
    expect(refusalsOf(desk.give(request({ dueOn: '2021-06-30' }), late))).toEqual([])
  })

  it('are refused for what has no due date or is not there', () => {
    const plan = smallPlan({ milestones: [{ ...milestone('m1'), dueOn: undefined } as never] })
    expect(refusalsOf(deskOf(plan).give(request({ commitment: 'milestone/m1' })))).toEqual([
      'NO_DUE_DATE commitment',
    ])
    expect(refusalsOf(deskOf().give(request({ commitment: 'indicator/none' })))).toEqual([
      'UNKNOWN_COMMITMENT commitment',
    ])
  })
})

describe('waivers, assignments and judgements', () => {
  it('say something new about a commitment that is there', () => {
    const desk = deskOf()
    const commitment = 'milestone/m1'
    const waive = { type: 'WAIVE_COMMITMENT', commitment, reason: 'flood' } as const
    expect(refusalsOf(desk.give({ ...waive, approved: false }))).toEqual(['NO_CHANGE approved'])
    expect(refusalsOf(desk.give(waive))).toEqual([])
    expect(refusalsOf(desk.give(waive))).toEqual(['NO_CHANGE approved'])
    expect(refusalsOf(desk.give({ ...waive, approved: false }))).toEqual([])

    const assign = { type: 'ASSIGN_UNIT', commitment, unit: 'roads', role: 'SUPPORT' } as const
    expect(refusalsOf(desk.give(assign))).toEqual([])
    expect(refusalsOf(desk.give(assign))).toEqual(['NO_CHANGE assigned'])
    expect(refusalsOf(desk.give({ ...assign, unit: 'none' }))).toEqual(['UNKNOWN_CODE unit'])
    const lead = { ...assign, unit: 'housing', role: 'LEAD' } as const
    expect(refusalsOf(desk.give(lead))).toEqual(['NO_CHANGE assigned'])
    expect(refusalsOf(desk.give({ ...lead, assigned: false }))).toEqual([])

    const judge = { type: 'JUDGE', commitment, light: 'RED', reason: 'seen on site' } as const
    expect(desk.give(judge)).toMatchObject({
      ok: true,
      facts: [{ type: 'JUDGEMENT', light: 'RED' }],
    })
    expect(
      refusalsOf(desk.give({ ...judge, commitment: 'x', reason: '', on: '2020-08-02' })),
    ).toEqual(['UNKNOWN_COMMITMENT commitment', 'REASON_REQUIRED reason', 'DATE_IN_FUTURE on'])
  })
})

describe('rules and policies', () => {
  const rule: Rule = {
    code: 'started',
    title: { zh: '六月底前开工' },
    subject: 'PROJECT',
    when: 'project.kind == "NEW_START"',
    require: 'has(project.events.started)',
    due: { on: '2020-12-31' },
    severity: 'CRITICAL',
    responsible: [{ unit: 'housing', role: 'LEAD' }],
    locators: [],
  }
  const policy: Policy = {
    code: 'own',
    version: '1',
    title: { zh: '办法' },
    lights: [{ light: 'RED', when: 'status == "OVERDUE"' }],
  }

  it('are stored when they compile, once, from today on', () => {
    const desk = deskOf()
    expect(desk.give({ type: 'SAVE_RULE', rule })).toMatchObject({
      ok: true,
      facts: [{ effectiveOn: '2020-08-01', change: { set: { kind: 'RULE', order: 0 } } }],
    })
    expect(desk.give({ type: 'SAVE_RULE', rule })).toEqual({ ok: true, facts: [] })
    expect(desk.give({ type: 'SAVE_POLICY', policy, effectiveOn: '2020-09-01' })).toMatchObject({
      ok: true,
      facts: [{ effectiveOn: '2020-09-01' }],
    })
    const changed = { ...policy, lights: [] }
    expect(refusalsOf(desk.give({ type: 'SAVE_POLICY', policy: changed }))).toEqual([
      'POLICY_VERSION_EXISTS policy.version',
    ])
    const next = { ...changed, version: '2' }
    expect(refusalsOf(desk.give({ type: 'SAVE_POLICY', policy: next }))).toEqual([])
  })

  it('are refused with line and column where they do not, and leave nothing', () => {
    const desk = deskOf()
    const before = desk.facts()
    const wrong = { ...rule, require: '1 <\n  project.colour' }
    expect(desk.give({ type: 'SAVE_RULE', rule: wrong })).toMatchObject({
      ok: false,
      refusals: [
        { code: 'CEL_UNKNOWN_FIELD', path: 'rule.require', params: { line: 2, column: 11 } },
      ],
    })
    const unknown = { ...rule, responsible: [{ unit: 'nobody', role: 'LEAD' }] as const }
    expect(refusalsOf(desk.give({ type: 'SAVE_RULE', rule: unknown }))).toEqual([
      'UNKNOWN_CODE rule.responsible.0.unit',
    ])
    const bad = { ...policy, lights: [{ light: 'RED', when: 'status >' }] as const }
    expect(refusalsOf(desk.give({ type: 'SAVE_POLICY', policy: bad }))).toEqual([
      'CEL_SYNTAX policy.lights.0.when',
    ])
    expect(desk.facts()).toBe(before)
    const plan = smallPlan({ rules: [wrong], policies: [bad] })
    expect(refusalsOf(desk.give({ type: 'IMPORT_PLAN', plan }))).toEqual([
      'CEL_UNKNOWN_FIELD plan.rules.0.require',
      'CEL_SYNTAX plan.policies.0.lights.0.when',
    ])
  })

  it('need an engine to be checked by', () => {
    const nothing = { code: 'small-2020', revision: 0, facts: [] }
    const context = { now: '2020-08-01T02:00:00.000Z', actor: system, newId: () => 'f' }
    const plan = smallPlan({ rules: [rule] })
    expect(refusalsOf(decide(nothing, { type: 'IMPORT_PLAN', plan }, context))).toEqual([
      'NO_RULE_ENGINE plan',
    ])
    expect(decide(nothing, { type: 'IMPORT_PLAN', plan: smallPlan() }, context).ok).toBe(true)
  })

  it('oblige subjects that can then be given more time, for those they apply to only', () => {
    const desk = deskOf(smallPlan({ rules: [rule] }))
    const ask = (commitment: string) =>
      desk.give({ type: 'REQUEST_EXTENSION', commitment, dueOn: '2021-03-31', reason: 'wet' })
    expect(refusalsOf(ask('obligation/started/x1'))).toEqual([])
    expect(refusalsOf(ask('obligation/started/x2'))).toEqual(['UNKNOWN_COMMITMENT commitment'])
    expect(refusalsOf(ask('obligation/none/x1'))).toEqual(['UNKNOWN_COMMITMENT commitment'])
    const reporter = person(['REPORTER'], 'roads')
    const other = {
      type: 'REQUEST_EXTENSION',
      commitment: 'indicator/i1',
      dueOn: '2021-03-31',
      reason: 'wet',
    } as const
    expect(refusalsOf(desk.give(other, { actor: reporter }))).toEqual(['NOT_YOUR_UNIT commitment'])
  })
})

describe('closed periods (8)', () => {
  it('take nothing until they are opened again, by a reasoned act', () => {
    const desk = deskOf()
    const close = { type: 'CLOSE_PERIOD', through: '2020-06-30', reason: 'half-year' } as const
    expect(refusalsOf(desk.give({ ...close, through: '2020-08-02' }))).toEqual([
      'DATE_IN_FUTURE through',
    ])
    expect(refusalsOf(desk.give(close))).toEqual([])
    expect(refusalsOf(desk.give(close))).toEqual(['PERIOD_CLOSED through'])
    expect(desk.give(report({}))).toMatchObject({
      ok: false,
      refusals: [{ code: 'PERIOD_CLOSED', params: { date: '2020-06-30', through: '2020-06-30' } }],
    })
    expect(refusalsOf(desk.give(report({ effectiveOn: '2020-07-01' })))).toEqual([])
    const reopen = { type: 'REOPEN_PERIOD', through: '2020-06-30', reason: '' } as const
    expect(refusalsOf(desk.give(reopen))).toEqual(['REASON_REQUIRED reason'])
    expect(refusalsOf(desk.give({ ...reopen, reason: 'a mistake' }))).toEqual([])
    expect(refusalsOf(desk.give(report({})))).toEqual([])
    expect(refusalsOf(desk.give({ ...reopen, reason: 'again' }))).toEqual(['PERIOD_OPEN through'])
  })
})

describe('who, when and on what', () => {
  const commands: Readonly<Record<CommandType, Command>> = {
    IMPORT_PLAN: { type: 'IMPORT_PLAN', plan: smallPlan() },
    REPORT_OBSERVATIONS: report({}),
    CORRECT_OBSERVATION: { type: 'CORRECT_OBSERVATION', observation: 'o', value: '1', reason: 'r' },
    REVIEW_OBSERVATIONS: { type: 'REVIEW_OBSERVATIONS', reviews: [] },
    RECORD_MILESTONE: { type: 'RECORD_MILESTONE', of: { milestone: 'm1' }, on: '2020-06-01' },
    RECORD_PROJECT_STAGE: {
      type: 'RECORD_PROJECT_STAGE',
      project: 'x1',
      stage: 'STARTED',
      on: '2020-06-01',
    },
    AMEND_TARGET: {
      type: 'AMEND_TARGET',
      indicator: 'i1',
      field: 'target',
      value: '1',
      reason: 'r',
    },
    REQUEST_EXTENSION: {
      type: 'REQUEST_EXTENSION',
      commitment: 'indicator/i1',
      dueOn: '2021-03-31',
      reason: 'r',
    },
    DECIDE_EXTENSION: { type: 'DECIDE_EXTENSION', request: 'r', approved: true },
    WAIVE_COMMITMENT: { type: 'WAIVE_COMMITMENT', commitment: 'indicator/i1', reason: 'r' },
    ASSIGN_UNIT: {
      type: 'ASSIGN_UNIT',
      commitment: 'indicator/i1',
      unit: 'roads',
      role: 'SUPPORT',
    },
    SAVE_RULE: {
      type: 'SAVE_RULE',
      rule: {
        code: 'r',
        title: { zh: '规' },
        subject: 'PROJECT',
        require: 'true',
        severity: 'INFO',
        locators: [],
      },
    },
    SAVE_POLICY: {
      type: 'SAVE_POLICY',
      policy: { code: 'p', version: '1', title: { zh: '办' }, lights: [] },
    },
    CLOSE_PERIOD: { type: 'CLOSE_PERIOD', through: '2020-06-30', reason: 'r' },
    REOPEN_PERIOD: { type: 'REOPEN_PERIOD', through: '2020-06-30', reason: 'r' },
    JUDGE: { type: 'JUDGE', commitment: 'indicator/i1', light: 'RED', reason: 'r' },
  }
  const roles = ['REPORTER', 'REVIEWER', 'EDITOR', 'ADMIN'] as const

  it.each(Object.values(commands))(
    'refuses $type to every role that may not, and to no other',
    (command) => {
      for (const role of roles) {
        const desk = deskOf()
        const before = desk.facts()
        const refusals = refusalsOf(desk.give(command, { actor: person([role], 'housing') }))
        const may = rolesFor[command.type].includes(role)
        expect(refusals.includes('NOT_ALLOWED ')).toBe(!may)
        expect(desk.facts() === before).toBe(refusals.length > 0)
      }
      expect(refusalsOf(deskOf().give(command, { actor: person([]) }))).toEqual(['NOT_ALLOWED '])
    },
  )

  it('lets a reporter report for its own units only', () => {
    const actor = person(['REPORTER'], 'housing')
    const decision = deskOf().give(
      report({}, { reporter: 'roads' }, { state: 'APPROVED', effectiveOn: '2020-07-01' }),
      { actor },
    )
    expect(refusalsOf(decision)).toEqual([
      'NOT_YOUR_UNIT observations.1.reporter',
      'NOT_ALLOWED observations.2.state',
    ])
    const stage = {
      type: 'RECORD_PROJECT_STAGE',
      project: 'x1',
      stage: 'PREPARED',
      on: '2020-05-01',
    } as const
    expect(refusalsOf(deskOf().give(stage, { actor }))).toEqual([])
    const roads = person(['REPORTER'], 'roads')
    expect(refusalsOf(deskOf().give(stage, { actor: roads }))).toEqual(['NOT_YOUR_UNIT project'])
  })

  it('stamps facts in order even where the clock is a little behind, and refuses where it is far', () => {
    const desk = deskOf()
    desk.give(report({}))
    const behind = desk.give(report({ effectiveOn: '2020-07-01' }), {
      now: '2020-08-01T01:59:30.000Z',
    })
    expect(behind.ok && behind.facts[0]?.recordedAt).toBe('2020-08-01T02:00:00.000Z')
    const far = desk.give(report({ effectiveOn: '2020-07-02' }), {
      now: '2020-08-01T01:58:00.000Z',
    })
    expect(refusalsOf(far)).toEqual(['CLOCK_BEHIND now'])
  })

  it('refuses what was decided on another revision, and tells the current one', () => {
    expect(deskOf().give(report({}), { expectedRevision: 7 })).toEqual({
      ok: false,
      refusals: [
        { code: 'CONFLICT', path: 'expectedRevision', params: { expected: 7, current: 1 } },
      ],
    })
    expect(refusalsOf(deskOf().give(report({}), { expectedRevision: 1 }))).toEqual([])
  })

  it('refuses a plan that is not there, and an instant that is none', () => {
    const nothing = { code: 'none', revision: 0, facts: [] }
    const context = { now: '2020-08-01T02:00:00.000Z', actor: system, newId: () => 'f' }
    expect(refusalsOf(decide(nothing, report({}), context))).toEqual(['NO_PLAN '])
    expect(refusalsOf(decide(nothing, report({}), { ...context, now: '2020-08-01' }))).toEqual([
      'INVALID_INSTANT now',
    ])
    expect(
      refusalsOf(decide(nothing, { type: 'IMPORT_PLAN', plan: smallPlan() }, context)),
    ).toEqual(['OTHER_PLAN plan.code'])
  })
})
