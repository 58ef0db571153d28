import type { Instant, IsoDate } from '../calendar/date.ts'
import type { Fact, PlanFacts } from '../fact/fact.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Milestone } from '../milestone/milestone.ts'
import type { Definition } from '../plan/definition.ts'
import { definitionsOf } from '../plan/definitions-of.ts'
import type { Plan } from '../plan/plan.ts'
import type { Project } from '../project/project.ts'
import type { Rule } from '../rule/rule.ts'
import { BARE_PLAN } from './bare-plan.ts'

/** A plan for tests: the year 2020, Asia/Shanghai, with nothing in it but what is given. */
export function testPlan(parts: Partial<Plan> = {}): Plan {
  return {
    ...BARE_PLAN,
    code: 'p',
    title: { zh: '计划', en: 'Plan' },
    district: { code: 'd', name: { zh: '区' } },
    ...parts,
  }
}

/** An indicator for tests: at least 100 as a running total by the year's end, unless other fields are given. */
export function testIndicator(fields: Partial<Indicator> = {}): Indicator {
  return {
    code: 'i',
    title: { zh: '指标' },
    locators: [],
    direction: 'INCREASE',
    comparator: 'AT_LEAST',
    target: '100',
    unit: 'COUNT',
    accumulation: 'CUMULATIVE',
    dueOn: '2020-12-31',
    ...fields,
  }
}

/** A milestone for tests, due on 30 June, its own event. */
export function testMilestone(fields: Partial<Milestone> = {}): Milestone {
  return { code: 'm', title: { zh: '节点' }, locators: [], dueOn: '2020-06-30', ...fields }
}

/** A project for tests. */
export function testProject(fields: Partial<Project> = {}): Project {
  return { code: 'x', name: { zh: '项目' }, locators: [], ...fields }
}

/** A rule for tests: all projects have started by 30 June. */
export function testRule(fields: Partial<Rule> = {}): Rule {
  return {
    code: 'r',
    title: { zh: '规则' },
    locators: [],
    subject: 'PROJECT',
    require: 'has(project.events.started)',
    due: { on: '2020-06-30' },
    severity: 'WARNING',
    ...fields,
  }
}

/** What a fact says beside its base; dates are full or `MM-DD` of 2020. */
export type FactFields = {
  [T in Fact['type']]: Omit<
    Extract<Fact, { readonly type: T }>,
    'id' | 'effectiveOn' | 'recordedAt' | 'recordedBy'
  > &
    Partial<Pick<Fact, 'id' | 'recordedAt'>> & { readonly on: string }
}[Fact['type']]

/** Facts of a plan for tests: the plan adopted on 1 January, then the given facts in the order of recording. */
export function testFacts(plan: Plan, ...fields: readonly FactFields[]): PlanFacts {
  const adopted = definitionsOf(plan).map((definition, at) => definitionFact(definition, at))
  return withFacts({ code: plan.code, revision: 1, facts: adopted }, ...fields)
}

function definitionFact(set: Definition, at: number): Fact {
  return {
    type: 'DEFINITION',
    id: `def-${at}`,
    effectiveOn: '2020-01-01',
    recordedAt: '2020-01-01T00:00:00.000Z',
    recordedBy: 'import',
    change: { set },
  }
}

/** The facts with more facts added. A fact is recorded at noon of its day, unless it says otherwise. */
export function withFacts(facts: PlanFacts, ...fields: readonly FactFields[]): PlanFacts {
  const added = fields.map(({ on, ...rest }, at): Fact => {
    const effectiveOn = fullDate(on)
    return {
      id: `f${facts.facts.length + at}`,
      effectiveOn,
      recordedAt: noonOf(effectiveOn),
      recordedBy: 'test',
      ...rest,
    }
  })
  return { ...facts, revision: facts.revision + 1, facts: [...facts.facts, ...added] }
}

/** `MM-DD` of 2020, or the date itself. */
export function fullDate(date: string): IsoDate {
  return date.length === 5 ? `2020-${date}` : date
}

/** Noon, UTC, of a date; `MM-DD` is of 2020. */
export function noonOf(date: string): Instant {
  return `${fullDate(date)}T12:00:00.000Z`
}

/** An approved observation of indicator `i` by unit `u`. */
export function report(on: string, value: string, fields: ReportFields = {}): FactFields {
  const {
    of = { kind: 'INDICATOR', code: 'i' },
    reporter = 'u',
    state = 'APPROVED',
    ...rest
  } = fields
  return { type: 'OBSERVATION', on, of, value, reporter, state, ...rest }
}

type ReportFields = Partial<
  Omit<Extract<FactFields, { readonly type: 'OBSERVATION' }>, 'type' | 'on' | 'value'>
>

/** Known at the end of time: all facts. */
export const LATER: Instant = '9999-12-31T00:00:00.000Z'
