import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import type { Rule } from '../rule/rule.ts'
import {
  type FactFields,
  LATER,
  noonOf,
  report,
  testFacts,
  testIndicator,
  testPlan,
  testProject,
  testRule,
} from '../testing/facts-builder.ts'
import { codesOf, look } from '../testing/look.ts'
import { viewOf } from '../view/view-of.ts'

const engine = createRuleEngine()

const projects = [
  testProject({
    code: 'a',
    name: { zh: '甲', en: 'A' },
    kind: 'NEW_START',
    plate: 'q',
    responsible: [{ unit: 'u', role: 'LEAD' }],
  }),
  testProject({ code: 'b', kind: 'CONTINUING', stage: 'STARTED' }),
]

function factsWith(rule: Partial<Rule>, ...facts: readonly FactFields[]) {
  const plan = testPlan({
    projects,
    plates: [{ code: 'q', name: { zh: '板块' }, goals: [], locators: [] }],
    indicators: [testIndicator()],
    rules: [testRule(rule)],
  })
  return testFacts(plan, ...facts)
}

function idsOn(
  rule: Partial<Rule>,
  day: string,
  ...facts: readonly FactFields[]
): readonly string[] {
  const view = viewOf(factsWith(rule, ...facts), { asOf: day, knownAt: LATER }, engine)
  return (view?.obligations ?? []).map(({ id }) => id)
}

const start = (project: string, day: string, fields: Partial<FactFields> = {}): FactFields => ({
  type: 'STAGE_CHANGE',
  on: day,
  project,
  stage: 'STARTED',
  ...(fields as object),
})

describe('6.1 A Rule applied to one subject is an Obligation', () => {
  it('applies to all subjects of its kind, or where `when` holds', () => {
    expect(idsOn({}, '2020-03-01')).toEqual(['obligation/r/a', 'obligation/r/b'])
    expect(idsOn({ when: 'project.kind == "NEW_START"' }, '2020-03-01')).toEqual(['obligation/r/a'])
    expect(idsOn({ subject: 'PLATE', require: 'true' }, '2020-03-01')).toEqual(['obligation/r/q'])
    expect(idsOn({ subject: 'PLAN', require: 'true' }, '2020-03-01')).toEqual(['obligation/r/p'])
    expect(idsOn({ subject: 'INDICATOR', require: 'true' }, '2020-03-01')).toEqual([
      'obligation/r/i',
    ])
  })

  it('comes and goes with what `when` asks for', () => {
    const when = 'project.stage == "STARTED"'
    expect(idsOn({ when }, '2020-03-01', start('a', '05-01'))).toEqual(['obligation/r/b'])
    expect(idsOn({ when }, '2020-05-01', start('a', '05-01'))).toEqual([
      'obligation/r/a',
      'obligation/r/b',
    ])
    expect(() => look(factsWith({ when }), 'obligation/r/a', '03-01', engine)).toThrow(
      'no obligation',
    )
  })

  it('is known by its rule and its subject, and belongs where the subject does', () => {
    const view = viewOf(factsWith({}), { asOf: '2020-03-01', knownAt: LATER }, engine)
    expect(view?.commitment('obligation/r/a')).toMatchObject({
      kind: 'OBLIGATION',
      code: 'r/a',
      title: { zh: '甲：规则' },
      subject: { kind: 'PROJECT', code: 'a' },
      project: 'a',
      plate: 'q',
      dueOn: '2020-06-30',
      responsible: [{ unit: 'u', role: 'LEAD' }],
    })
    expect(view?.byRule('r').map(({ code }) => code)).toEqual(['r/a', 'r/b'])
    expect(view?.rulesApplied).toBe(true)
  })

  it('is not there without an engine, nor where its rule does not compile', () => {
    const without = viewOf(factsWith({}), { asOf: '2020-03-01', knownAt: LATER })
    expect([without?.rulesApplied, without?.obligations]).toEqual([false, []])
    const broken = viewOf(
      factsWith({ require: 'project.nothing' }),
      { asOf: '2020-03-01', knownAt: LATER },
      engine,
    )
    expect(broken?.obligations).toEqual([])
    expect(broken?.ruleIssues).toMatchObject([
      { rule: 'r', issues: [{ code: 'UNKNOWN_FIELD', line: 1 }] },
    ])
  })
})

describe('6.2 judged by evaluating `require` at the due date and at asOf', () => {
  const on = (day: string, ...facts: readonly FactFields[]) =>
    look(factsWith({}, ...facts), 'obligation/r/a', day, engine)

  it.each([
    ['PENDING', '05-30', []],
    ['DUE_SOON', '05-31', []],
    ['OVERDUE', '07-01', []],
    ['MET', '07-01', [start('a', '06-30')]],
    ['MET_LATE', '07-10', [start('a', '07-01')]],
  ] as const)('%s on %s', (status, day, facts) => {
    expect(on(day, ...facts).status).toBe(status)
  })

  it('is met on the first change after which it holds through asOf', () => {
    const facts = [
      start('a', '05-10'),
      start('a', '05-20', { stage: 'PREPARED' }),
      start('a', '07-05'),
    ]
    const found = on('07-20', ...facts)
    expect(found).toMatchObject({
      status: 'MET_LATE',
      metOn: '2020-07-05',
      daysLate: 5,
      monthsLate: 1,
    })
    expect(found.reasons[0]).toMatchObject({
      code: 'MET_LATE',
      facts: expect.arrayContaining(['f8']),
    })
    expect(on('06-01', ...facts).status).toBe('DUE_SOON')
  })

  it('counts what a project had from the start', () => {
    expect(look(factsWith({}), 'obligation/r/b', '02-01', engine)).toMatchObject({
      status: 'MET',
      metOn: '2020-01-01',
    })
  })

  it('judges what is added in May by what was on 30 April', () => {
    const facts = factsWith({ due: { on: '2020-04-30' } }, start('a', '05-20'), {
      type: 'DEFINITION',
      on: '05-10',
      change: {
        set: {
          kind: 'RULE',
          code: 'late',
          order: 1,
          value: testRule({ code: 'late', due: { on: '2020-04-30' } }),
        },
      },
    })
    const seen = (day: string) =>
      viewOf(facts, { asOf: day, knownAt: LATER }, engine)?.commitment('obligation/late/b')?.id
    expect([seen('2020-05-09'), seen('2020-05-10')]).toEqual([undefined, 'obligation/late/b'])
    expect(look(facts, 'obligation/late/b', '05-10', engine).status).toBe('MET')
    expect(look(facts, 'obligation/late/a', '05-10', engine)).toMatchObject({
      status: 'OVERDUE',
      daysLate: 10,
    })
    expect(look(facts, 'obligation/late/a', '05-20', engine)).toMatchObject({
      status: 'MET_LATE',
      daysLate: 20,
    })
  })

  it('is due on a date, or by CEL', () => {
    const rule = {
      when: 'has(project.events.started)',
      require: 'has(project.events.completed)',
      due: { cel: 'project.events.started' },
    }
    const facts = factsWith(rule, start('a', '05-10'))
    const view = viewOf(facts, { asOf: '2020-06-01', knownAt: LATER }, engine)
    expect(view?.commitment('obligation/r/a')).toMatchObject({
      dueOn: '2020-05-10',
      dueOriginally: '2020-05-10',
      timesRescheduled: 0,
    })
    expect(view && assess(view, 'obligation/r/a')).toMatchObject({
      status: 'OVERDUE',
      daysLate: 22,
    })
  })

  it('can be waived and extended like every commitment', () => {
    const facts = factsWith(
      {},
      {
        type: 'EXTENSION_REQUEST',
        id: 'ask',
        on: '06-01',
        commitment: 'obligation/r/a',
        dueOn: '2020-08-31',
        reason: '',
      },
      { type: 'EXTENSION_DECISION', on: '06-10', request: 'ask', approved: true },
      { type: 'WAIVER', on: '10-01', commitment: 'obligation/r/a', approved: true, reason: '' },
    )
    const on = (day: string) => look(facts, 'obligation/r/a', day, engine)
    expect([on('07-10').status, on('09-01').status, on('10-01').status]).toEqual([
      'PENDING',
      'OVERDUE',
      'WAIVED',
    ])
  })

  it('sees a day as it was known', () => {
    const facts = factsWith({}, start('a', '06-20', { recordedAt: noonOf('07-15') }))
    expect(look(facts, 'obligation/r/a', '07-10', engine, noonOf('07-10')).status).toBe('OVERDUE')
    expect(look(facts, 'obligation/r/a', '07-10', engine).status).toBe('MET')
  })
})

describe('6.3 A missing value makes it UNKNOWN, with the field named, unless the rule asks has()', () => {
  const rule = { require: 'project.investment.done >= 10.0' }
  const done = report('05-01', '12', { of: { kind: 'PROJECT', code: 'a' } })

  it('names the field', () => {
    const found = look(factsWith(rule), 'obligation/r/a', '04-01', engine)
    expect([found.status, found.light]).toEqual(['UNKNOWN', 'GREY'])
    expect(found.reasons.find(({ code }) => code === 'MISSING_VALUE')?.params).toEqual({
      field: 'project.investment.done',
    })
    expect(look(factsWith(rule), 'obligation/r/a', '08-01', engine).status).toBe('UNKNOWN')
    expect(look(factsWith(rule, done), 'obligation/r/a', '08-01', engine).status).toBe('MET')
  })

  it('is judged where the rule asks', () => {
    const asked = { require: 'has(project.investment.done) && project.investment.done >= 10.0' }
    const found = look(factsWith(asked), 'obligation/r/a', '08-01', engine)
    expect([found.status, codesOf(found)[1]]).toEqual(['OVERDUE', 'NOT_YET'])
  })
})

describe('6.4 what rules see of their subjects', () => {
  const holds = (
    rule: Partial<Rule>,
    subject: string,
    day: string,
    ...facts: readonly FactFields[]
  ) =>
    look(
      factsWith({ due: { on: '2020-12-31' }, ...rule }, ...facts),
      `obligation/r/${subject}`,
      day,
      engine,
    ).status === 'MET'

  it('events of plates and of the plan, and what they count', () => {
    const opened: FactFields = {
      type: 'MILESTONE_RECORD',
      on: '03-01',
      subject: { kind: 'PLATE', code: 'q' },
      event: 'opened',
      happened: true,
    }
    const counts = (text: string) => ({ subject: 'PLAN' as const, require: text })
    expect(
      holds({ subject: 'PLATE', require: 'plate.counts.started == 0' }, 'q', '2020-04-01', opened),
    ).toBe(true)
    expect(
      holds(
        { subject: 'PLATE', require: 'plate.counts.started == 1' },
        'q',
        '2020-05-01',
        start('a', '05-01'),
      ),
    ).toBe(true)
    expect(
      holds(counts('plan.counts.projects == 2 && plan.counts.newStarts == 1'), 'p', '2020-04-01'),
    ).toBe(true)
    expect(
      holds(counts('plan.counts.started == 1 && plan.counts.indicators == 1'), 'p', '2020-04-01'),
    ).toBe(true)
    expect(holds(counts('plan.counts.started == 2'), 'p', '2020-05-01', start('a', '05-01'))).toBe(
      true,
    )
  })

  it('the date of the view', () => {
    expect(holds({ require: 'asOf >= "2020-04-01"' }, 'a', '2020-03-31')).toBe(false)
    expect(holds({ require: 'asOf >= "2020-04-01"' }, 'a', '2020-04-01')).toBe(true)
  })

  it('the figures of an indicator, which move with the days', () => {
    const rule = { subject: 'INDICATOR' as const, require: 'indicator.gapPoints >= -20.0' }
    expect(holds(rule, 'i', '2020-06-30', report('05-01', '30'))).toBe(true)
    expect(holds(rule, 'i', '2020-07-01', report('05-01', '30'))).toBe(false)
    const months = { ...rule, require: 'indicator.monthsBehind < 3' }
    expect(holds(months, 'i', '2020-06-29', report('04-30', '30'))).toBe(true)
    expect(holds(months, 'i', '2020-06-30', report('04-30', '30'))).toBe(false)
    expect(holds(months, 'i', '2020-06-30', report('04-30', '34'))).toBe(true)
  })
})
