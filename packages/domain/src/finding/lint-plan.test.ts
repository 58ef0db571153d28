import { describe, expect, it } from 'vitest'
import { indicator, milestone, project, smallPlan } from '../../test/small-plan.ts'
import type { Plan } from '../plan/plan.ts'
import type { Rule } from '../rule/rule.ts'
import { lintPlan } from './lint-plan.ts'

function findingsOf(change: Partial<Plan>): string[] {
  return lintPlan(smallPlan(change)).map(({ code, facts }) => `${code} ${facts.join(' ')}`)
}

function without<T extends object>(value: T, key: keyof T): T {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T
}

const rule: Rule = {
  code: 'r1',
  title: { zh: '规则' },
  subject: 'PROJECT',
  require: 'true',
  severity: 'WARNING',
  due: { cel: '"2020-06-30"' },
  responsible: [{ unit: 'housing', role: 'LEAD' }],
  locators: smallPlan().documents.map(() => ({
    document: 'doc',
    section: '一',
    paragraph: 1,
    start: 0,
    end: 1,
  })),
}

describe('10 the lint of a plan', () => {
  it('finds nothing in a plan with nothing wrong', () => {
    expect(findingsOf({ rules: [rule] })).toEqual([])
  })

  it('finds a commitment with no due date, no responsible unit or no locator', () => {
    expect(
      findingsOf({
        indicators: [without(indicator('i1'), 'dueOn'), indicator('i2', { locators: [] })],
        milestones: [without(milestone('m1'), 'responsible'), milestone('m2', { responsible: [] })],
        rules: [without(rule, 'due')],
      }),
    ).toEqual([
      'NO_DUE_DATE indicator/i1',
      'NO_LOCATOR indicator/i2',
      'NO_RESPONSIBLE_UNIT milestone/m1',
      'NO_RESPONSIBLE_UNIT milestone/m2',
      'NO_DUE_DATE RULE/r1',
    ])
  })

  it('finds a project, a plate, a task without a locator', () => {
    expect(
      findingsOf({
        projects: [project('x1', { locators: [] }), project('x2')],
        milestones: [],
      }),
    ).toEqual(['NO_LOCATOR PROJECT/x1'])
  })

  it('finds a relative target with no baseline, and no target at all', () => {
    const relative = without(indicator('i1', { targetFactor: '0.85' }), 'target')
    const none = without(indicator('i2'), 'target')
    expect(findingsOf({ indicators: [relative, none] })).toEqual([
      'NO_BASELINE indicator/i1',
      'NO_TARGET indicator/i2',
    ])
    expect(findingsOf({ indicators: [{ ...relative, baseline: '100' }] })).toEqual([])
  })

  it('finds the same promise under two codes, but not the same milestone of another plate', () => {
    const title = { zh: '同一件事' }
    const plates = ['p1', 'p2'].map((code) => ({ ...smallPlan().plates[0], code, name: title }))
    expect(
      findingsOf({
        plates: plates.map((plate) => ({ locators: rule.locators, goals: [], ...plate })),
        indicators: [indicator('i1', { title }), indicator('i2', { title })],
        milestones: [
          milestone('m1', { title, plate: 'p1' }),
          milestone('m2', { title, plate: 'p2' }),
          milestone('m3', { event: 'design', subject: { kind: 'PLATE', code: 'p1' } }),
          milestone('m4', { event: 'design', subject: { kind: 'PLATE', code: 'p1' } }),
        ],
        rules: [rule, { ...rule, code: 'r2' }],
      }),
    ).toEqual([
      'DUPLICATE_COMMITMENT indicator/i1 indicator/i2',
      'DUPLICATE_COMMITMENT milestone/m3 milestone/m4',
      'DUPLICATE_COMMITMENT RULE/r1 RULE/r2',
    ])
  })

  it('notes a total that counts more projects than are listed, and calls it no error', () => {
    const total = indicator('i1', { unit: 'PROJECT', target: '36', plate: 'p1' })
    expect(lintPlan(smallPlan({ indicators: [total] }))).toEqual([
      {
        code: 'COVERAGE',
        severity: 'NOTE',
        params: { commitment: 'indicator/i1', named: '36', listed: 2 },
        facts: ['indicator/i1'],
      },
    ])
    expect(findingsOf({ indicators: [{ ...total, target: '2' }] })).toEqual([])
    const elsewhere = { ...total, plate: 'p2', target: '2' }
    const plates = [...smallPlan().plates, { ...smallPlan().plates[0], code: 'p2' } as never]
    expect(findingsOf({ indicators: [elsewhere], plates })).toEqual(['COVERAGE indicator/i1'])
  })

  it('finds references that point nowhere', () => {
    expect(
      lintPlan(
        smallPlan({
          projects: [project('x1', { plate: 'p9' }), project('x2')],
          milestones: [],
        }),
      ),
    ).toEqual([
      {
        code: 'DANGLING_REFERENCE',
        severity: 'ERROR',
        params: { path: 'projects.0.plate', kind: 'PLATE', code: 'p9' },
        facts: ['PROJECT/x1'],
      },
    ])
  })

  it('notes what is due outside the plan, and pace and ratios that lack their parts', () => {
    expect(
      findingsOf({
        indicators: [
          indicator('i1', { dueOn: '2021-01-01' }),
          indicator('i2', { pace: 'CHECKPOINTS' }),
          indicator('i3', { accumulation: 'RATIO', numerator: 'i1' }),
        ],
      }),
    ).toEqual([
      'DUE_OUTSIDE_PERIOD indicator/i1',
      'CHECKPOINTS_MISSING indicator/i2',
      'RATIO_WITHOUT_PARTS indicator/i3',
    ])
  })
})
