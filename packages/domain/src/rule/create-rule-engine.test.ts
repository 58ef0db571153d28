import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../plan/plan.ts'
import { BARE_PLAN } from '../testing/bare-plan.ts'
import { createRuleEngine } from './create-rule-engine.ts'
import type { CompiledRule, SubjectFacts } from './engine.ts'
import type { Rule } from './rule.ts'
import type { GroupFacts, IndicatorFacts, ProjectFacts } from './subject-facts.ts'

const PLAN: Plan = {
  ...BARE_PLAN,
  eventTypes: [
    { code: 'urban-design', subject: 'PLATE', title: { zh: '城市设计完成' } },
    { code: 'land.transferred', subject: 'PROJECT', title: { zh: '土地出让' } },
  ],
}
const engine = createRuleEngine()

function ruleOf(parts: Partial<Rule>): Rule {
  return {
    code: 'r',
    title: { zh: '规则' },
    locators: [],
    subject: 'PROJECT',
    require: 'true',
    severity: 'WARNING',
    ...parts,
  }
}

function compiled(parts: Partial<Rule>): CompiledRule {
  const result = engine.compileRule(ruleOf(parts), PLAN)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

const PROJECT: ProjectFacts = {
  code: 'p1',
  asOf: '2020-07-01',
  kind: 'NEW_START',
  stage: 'STARTED',
  plate: 'station',
  investment: { unit: 'YI_YUAN', total: 12.5 },
  events: { cleared: '2020-04-20', started: '2020-06-30', land_transferred: '2020-03-01' },
}

describe('6 a rule reads its subject', () => {
  it('a project: kind, stage, plate, investment, built-in and declared events', () => {
    const rule = compiled({
      when: 'project.kind == "NEW_START" && project.investment.total >= 1.0',
      require: 'project.events.started <= "2020-06-30" && project.events.land_transferred < asOf',
    })
    expect(rule.applies(PROJECT)).toBe(true)
    expect(rule.applies({ ...PROJECT, kind: 'CONTINUING' })).toBe(false)
    expect(rule.holds(PROJECT)).toBe(true)
    expect(rule.holds({ ...PROJECT, events: { ...PROJECT.events, started: '2020-07-01' } })).toBe(
      false,
    )
  })

  it('a plate, a task, the plan: events and counts', () => {
    const facts: GroupFacts = {
      code: 'station',
      asOf: '2020-07-01',
      events: { urban_design: '2020-06-30' },
      counts: {
        projects: 8,
        newStarts: 3,
        started: 2,
        completed: 0,
        inUse: 0,
        indicators: 1,
        milestones: 2,
      },
    }
    const plate = compiled({ subject: 'PLATE', require: 'has(plate.events.urban_design)' })
    expect(plate.holds(facts)).toBe(true)
    expect(plate.holds({ ...facts, events: {} })).toBe(false)
    const task = compiled({
      subject: 'TASK',
      require: 'task.counts.started * 3 >= task.counts.projects',
    })
    expect(task.holds(facts)).toBe(false)
    const plan = compiled({ subject: 'PLAN', require: 'plan.counts.newStarts == 3' })
    expect(plan.holds(facts)).toBe(true)
  })

  it('an indicator: peers, months in a row, change from last year', () => {
    const facts: IndicatorFacts = {
      code: 'revenue',
      asOf: '2020-07-01',
      unit: 'YI_YUAN',
      direction: 'INCREASE',
      achieved: 0.4,
      gapPoints: -12,
      monthsBehind: 3,
      lastYear: { changePercent: -6 },
      peers: { average: 0.7, count: 4 },
    }
    const rule = compiled({
      subject: 'INDICATOR',
      require:
        '!(indicator.monthsBehind >= 3 && indicator.achieved < indicator.peers.average - 0.2 && indicator.lastYear.changePercent < -5.0)',
    })
    expect(rule.holds(facts)).toBe(false)
    expect(rule.holds({ ...facts, monthsBehind: 2 })).toBe(true)
  })
})

describe('6 a missing value', () => {
  const holds = (require: string, facts: SubjectFacts = { ...PROJECT, events: {} }) =>
    compiled({ require }).holds(facts)

  it('makes it unknown, with the field named, unless the rule asks has()', () => {
    expect(holds('project.events.started <= "2020-06-30"')).toEqual({
      missing: 'project.events.started',
    })
    expect(holds('has(project.events.started) && project.events.started <= "2020-06-30"')).toBe(
      false,
    )
  })

  it('gives way to what decides without it', () => {
    const started = 'project.events.started <= "2020-06-30"'
    expect(holds(`${started} && project.kind == "CONTINUING"`)).toBe(false)
    expect(holds(`${started} || project.kind == "NEW_START"`)).toBe(true)
    expect(holds(`${started} && project.kind == "NEW_START"`)).toEqual({
      missing: 'project.events.started',
    })
    expect(holds(`${started} || project.kind == "CONTINUING"`)).toEqual({
      missing: 'project.events.started',
    })
    expect(holds(`!(${started})`)).toEqual({ missing: 'project.events.started' })
    expect(holds(`project.kind == "CONTINUING" ? ${started} : true`)).toBe(true)
  })

  it('counts as not applying in when', () => {
    const rule = compiled({ when: 'project.investment.done > 1.0' })
    expect(rule.applies(PROJECT)).toBe(false)
    expect(rule.applies({ ...PROJECT, investment: { done: 2 } })).toBe(true)
  })

  it.each([null, undefined, Number.NaN, Infinity, '12', {}, []])(
    'is what is no double: %j',
    (total) => {
      expect(
        holds('project.investment.total > 0.0', { ...PROJECT, investment: { total } }),
      ).toEqual({
        missing: 'project.investment.total',
      })
    },
  )

  it('is what a calculation without a value leaves, named by its text', () => {
    expect(holds('1 / (size(project.code) - 2) > 0')).toEqual({
      missing: '1 / (size(project.code) - 2)',
    })
    expect(holds('(1 + 2) / (size(project.code + ")") - 3) == 4')).toEqual({
      missing: '(1 + 2) / (size(project.code + ")") - 3)',
    })
    expect(holds('addDays(project.code, 30) < asOf')).toEqual({
      missing: 'addDays(project.code, 30)',
    })
  })

  it('is any field, where the facts are not what the schema says', () => {
    const rule = compiled({
      when: 'project.kind == "NEW_START"',
      require: '["p1"].exists(code, code == project.code) && project.investment.total > 1.0',
      due: { cel: 'addDays(project.events.cleared, 60)' },
    })
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('code', 'kind', 'investment', 'events'), fc.anything()),
        (facts) => {
          expect(typeof rule.applies(facts)).toBe('boolean')
          expect([true, false, 'object']).toContain(
            typeof rule.holds(facts) === 'object' ? 'object' : rule.holds(facts),
          )
          expect(rule.dueOn(facts)).not.toBe('')
        },
      ),
    )
  })
})

describe('6 due', () => {
  it('is one date, a date per subject, or none', () => {
    expect(compiled({}).dueOn(PROJECT)).toBeNull()
    expect(compiled({ due: { on: '2020-06-30' } }).dueOn(PROJECT)).toBe('2020-06-30')
    expect(compiled({ due: { on: '2020-06-31' } }).dueOn(PROJECT)).toBeNull()
    const due = compiled({ due: { cel: 'addMonths(project.events.cleared, 3)' } })
    expect(due.dueOn(PROJECT)).toBe('2020-07-20')
    expect(due.dueOn({ ...PROJECT, events: {} })).toEqual({ missing: 'project.events.cleared' })
    expect(compiled({ due: { cel: 'project.code' } }).dueOn(PROJECT)).toEqual({
      missing: 'project.code',
    })
  })

  it('may differ by kind', () => {
    const due = compiled({
      due: { cel: 'project.kind == "NEW_START" ? "2020-06-30" : "2020-09-30"' },
    })
    expect(due.dueOn(PROJECT)).toBe('2020-06-30')
    expect(due.dueOn({ ...PROJECT, kind: 'PRELIMINARY' })).toBe('2020-09-30')
  })
})

describe('6 rules are type-checked when they are stored', () => {
  it.each<[string, object]>([
    ['project.knid == "NEW_START"', { code: 'UNKNOWN_FIELD', line: 1, column: 9 }],
    [
      'project.kind == "NEW_START" &&\n\tproject.events.startd < asOf',
      { code: 'UNKNOWN_FIELD', line: 2, column: 17 },
    ],
    ['has(project.events.startd)', { code: 'UNKNOWN_FIELD', line: 1, column: 20 }],
    ['plate.code == "x"', { code: 'UNKNOWN_FIELD', line: 1, column: 1 }],
    ['project.events.urban_design < asOf', { code: 'UNKNOWN_FIELD', line: 1, column: 16 }],
    ['project.events["started"] < asOf', { code: 'TYPE', line: 1, column: 1 }],
    ['project.investment.total > "1"', { code: 'TYPE', line: 1 }],
    ['project.investment.total * 2 > 1.0', { code: 'TYPE', line: 1 }],
    ['project.investment.total', { code: 'TYPE', line: 1, column: 1 }],
    ['project', { code: 'TYPE', line: 1, column: 1 }],
    ['has(project.investment)', { code: 'TYPE', line: 1, column: 1 }],
    ['project.kind == "NEWSTART"', { code: 'TYPE', line: 1, column: 17 }],
    ['project.stage in ["STARTED", "DONE"]', { code: 'TYPE', line: 1, column: 30 }],
    ['project.events.started <= "2020-6-30"', { code: 'TYPE', line: 1, column: 27 }],
    ['"2020-02-30" < project.events.started', { code: 'TYPE', line: 1, column: 1 }],
    ['project.kind ==', { code: 'SYNTAX', line: 1, column: 16 }],
    ['project.kind = "NEW_START"', { code: 'SYNTAX', line: 1, column: 14 }],
    ['', { code: 'SYNTAX', line: 1, column: 1 }],
    ['"unfinished', { code: 'SYNTAX', line: 1, column: 1 }],
  ])('%s', (require, issue) => {
    const result = engine.compileRule(ruleOf({ require }), PLAN)
    expect(result).toMatchObject({ ok: false, issues: [{ path: 'require', ...issue }] })
  })

  it('names the path of each source', () => {
    const result = engine.compileRule(
      ruleOf({ when: 'project.code', require: 'nobody', due: { cel: '1' } }),
      PLAN,
    )
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toEqual([
      'when',
      'require',
      'due.cel',
    ])
  })

  it('against the events of its own plan', () => {
    const rule = ruleOf({ require: 'has(project.events.land_transferred)' })
    expect(engine.compileRule(rule, PLAN).ok).toBe(true)
    expect(engine.compileRule(rule, BARE_PLAN).ok).toBe(false)
    expect(engine.compileRule(rule, PLAN).ok).toBe(true)
  })

  it('once', () => {
    const rule = ruleOf({})
    expect(engine.compileRule(rule, PLAN)).toBe(engine.compileRule(rule, { ...PLAN }))
  })
})

describe('3 a condition over projects', () => {
  it('chooses those that a DERIVED indicator counts', () => {
    const where = engine.compileWhere('project.investment.total >= 10.0', PLAN)
    expect(where.ok).toBe(true)
    if (!where.ok) return
    expect(where.value(PROJECT)).toBe(true)
    expect(where.value({ ...PROJECT, investment: { total: 9.99 } })).toBe(false)
    expect(where.value({ ...PROJECT, investment: {} })).toEqual({
      missing: 'project.investment.total',
    })
  })

  it('is checked like a rule', () => {
    expect(engine.compileWhere('project.total > 1.0', PLAN)).toMatchObject({
      ok: false,
      issues: [{ path: 'where', code: 'UNKNOWN_FIELD', line: 1, column: 9 }],
    })
  })
})
