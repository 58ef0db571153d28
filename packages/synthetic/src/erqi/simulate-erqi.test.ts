import { hasReached, lintPlan, type Plan } from '@duban/domain'
import { decide } from '@duban/domain/decide'
import { createRuleEngine } from '@duban/domain/rules'
import { expect, test } from 'vitest'
import { generatePlan } from '../plan/generate-plan.ts'
import { usual } from '../testing/plans.ts'
import { simulateErqi } from './simulate-erqi.ts'

/** A plan as a newspaper gives it: no units, named projects of which little is told, one promise of investment. */
const bare = bareOf(generatePlan({ ...usual, code: 'erqi-2020', projects: 36, indicators: 20 }))

function bareOf(plan: Plan): Plan {
  return {
    ...plan,
    title: { zh: '二七区2020年工作计划', en: 'Erqi District work plan for 2020' },
    units: [],
    rules: plan.rules.map((rule) => without(rule, 'escalation', 'responsible')),
    milestones: plan.milestones.map((milestone) => without(milestone, 'responsible')),
    projects: plan.projects.map((project) =>
      without(project, 'kind', 'stage', 'plate', 'investment', 'responsible'),
    ),
    indicators: plan.indicators.map((indicator) => ({
      ...without(indicator, 'responsible'),
      ...(indicator.code === 'project-investment'
        ? { accumulation: 'CUMULATIVE', target: '518' }
        : {}),
    })),
  }
}

function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  const rest = { ...value }
  for (const key of keys) delete rest[key]
  return rest
}

const { plan, facts } = simulateErqi(bare)

test('it says in its code, in both titles and in every fact that it is simulated', () => {
  expect(plan.code).toBe('erqi-2020-simulated')
  expect(plan.title).toEqual({
    zh: '二七区2020年工作计划(模拟)',
    en: 'Erqi District work plan for 2020 (simulated)',
  })
  expect(plan.synthetic).toBe(true)
  expect(facts.every(({ synthetic }) => synthetic === true)).toBe(true)
})

test('the same plan is simulated alike each time', () => {
  expect(JSON.stringify(simulateErqi(bare))).toBe(JSON.stringify({ plan, facts }))
})

test('it has 260 projects: the named ones as they were, filled in with readings, and made-up ones', () => {
  expect(plan.projects).toHaveLength(260)
  bare.projects.forEach((named, at) => {
    const project = plan.projects[at]
    expect(project).toMatchObject(named)
    expect(project?.readings?.map(({ field }) => field)).toEqual([
      'kind',
      'stage',
      'investment',
      'responsible',
    ])
  })
  for (const project of plan.projects.slice(36)) {
    expect(project.name.zh).toContain('模拟')
    expect(project.plate).toBeDefined()
    expect(project.task).toBeDefined()
    expect(project.responsible?.length).toBeGreaterThan(0)
  }
  expect(new Set(plan.projects.map(({ kind }) => kind)).size).toBe(3)
})

test('its investments add up to the promise and a margin, each project of 1 亿元 or more in all', () => {
  const sum = plan.projects.reduce((sum, { investment }) => sum + Number(investment?.thisYear), 0)
  expect(sum).toBeCloseTo(518 * 1.05, 6)
  for (const { investment } of plan.projects) {
    expect(investment?.unit).toBe('YI_YUAN')
    expect(Number(investment?.total)).toBeGreaterThanOrEqual(1)
    expect(Number(investment?.thisYear)).toBeGreaterThan(0)
  }
})

test('nothing dangles, and every promise has a unit', () => {
  const found = lintPlan(plan).filter(
    ({ code, severity }) => code !== 'NO_LOCATOR' && severity !== 'NOTE',
  )
  expect(found).toEqual([])
})

test('the reported investment is the sum of what the projects report, month by month', () => {
  const superseded = new Set(facts.map(({ supersedes }) => supersedes))
  const standing = facts.flatMap((fact) =>
    fact.type === 'OBSERVATION' && !superseded.has(fact.id) ? [fact] : [],
  )
  const reported = standing.filter(({ of }) => of.code === 'project-investment')
  expect(reported.length).toBeGreaterThan(8)
  const december = reported.find(({ effectiveOn }) => effectiveOn === '2020-12-31')
  const parts = standing.filter((it) => it.of.kind === 'PROJECT' && it.effectiveOn === '2020-12-31')
  const sum = parts.reduce((sum, { value }) => sum + Number(value), 0)
  // A report of a project may be missing, never added.
  expect(sum).toBeLessThanOrEqual(Number(december?.value) + 0.00005)
  expect(sum).toBeGreaterThan(Number(december?.value) * 0.85)
})

test('stages come in order, but for sites that stand still', () => {
  const superseded = new Set(facts.map(({ supersedes }) => supersedes))
  const current = new Map(plan.projects.map(({ code, stage }) => [code, stage]))
  const backward = facts
    .flatMap((fact) => (fact.type === 'STAGE_CHANGE' && !superseded.has(fact.id) ? [fact] : []))
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
    .filter(({ project, stage }) => {
      const before = current.get(project) ?? 'PROPOSED'
      current.set(project, stage)
      const still = stage === 'SUSPENDED' || before === 'SUSPENDED'
      return !still && (stage === before || !hasReached(stage, before))
    })
  expect(backward).toEqual([])
})

test('an import takes the plan and its facts as they are, and adds nothing', () => {
  const decision = decide(
    { code: plan.code, revision: 0, facts: [] },
    { type: 'IMPORT_PLAN', plan, facts },
    {
      now: '2026-01-01T00:00:00.000Z',
      actor: { name: 'import', roles: ['ADMIN'], units: [], trusted: true },
      newId: () => 'none',
      engine: createRuleEngine(),
    },
  )
  expect(decision).toEqual({ ok: true, facts })
})
