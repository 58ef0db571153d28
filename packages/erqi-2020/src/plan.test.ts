import type { CommitmentDefinition, Locator, Plan, Text } from '@duban/domain'
import { createRuleEngine } from '@duban/domain/rules'
import { parsePlan } from '@duban/plan-file'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadErqi2020, readErqi2020 } from './index.ts'

/** UTF-16 units of the article, and its non-empty lines. */
const LENGTH = 4980
const PARAGRAPHS = 78

let plan: Plan

beforeAll(async () => {
  plan = await loadErqi2020()
})

describe('the plan of Erqi District for 2020', () => {
  it('parses without a warning, its conditions type-checked', async () => {
    const parsed = parsePlan(await readErqi2020(), { engine: createRuleEngine() })
    expect(parsed).toMatchObject({ ok: true, facts: [], warnings: [] })
  })

  it('has three themes, six plates and seven tasks in their true order', () => {
    expect(plan.themes.map(({ title }) => title.zh)).toEqual(['品质二七', '田园二七', '温暖二七'])
    expect(plan.plates.map(({ name }) => name.zh)).toEqual([
      '二七商圈板块',
      '康养产业板块',
      '金水河源板块',
      '新二七中心板块',
      '凤湖智能新区板块',
      '足球小镇板块',
    ])
    expect(plan.tasks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('names every project once, those that a line break cuts under their true name', () => {
    const names = plan.projects.map(({ name }) => name.zh)
    expect(new Set(names).size).toBe(36)
    expect(names).toHaveLength(36)
    expect(names).toEqual(expect.arrayContaining(['原北京华联片区', '建业足球小镇']))
  })

  it('gives every plate aims and named projects', () => {
    for (const { code, goals } of plan.plates) {
      expect(goals.length).toBeGreaterThanOrEqual(5)
      expect(plan.projects.filter(({ plate }) => plate === code)).not.toEqual([])
    }
  })

  it.each([
    ['一号工程', 'task-1'],
    ['五大难点', 'task-1'],
    ['出彩项目', 'task-2'],
    ['乡村振兴+田园小镇+美丽乡村', 'task-3'],
    ['三项工程、一项管理', 'task-4'],
    ['一环十纵十横', 'task-4'],
    ['三路一园', 'task-4'],
    ['路院同治', 'task-4'],
    ['一领四单', 'task-4'],
    ['五联共治', 'task-4'],
    ['一拆五改三增加', 'task-4'],
    ['13666', 'task-4'],
    ['标准地', 'task-5'],
    ['七通一平', 'task-5'],
    ['放管服', 'task-5'],
    ['一网通办', 'task-5'],
    ['一次办成', 'task-5'],
    ['专业化+店小二', 'task-5'],
    ['好差评', 'task-5'],
    ['城市双改', 'task-6'],
    ['散乱污治理', 'task-6'],
    ['自然风光+二七文化+慢生活', 'task-6'],
    ['名校托管', 'task-7'],
    ['一校多区', 'task-7'],
    ['互联网+基层治理', 'task-7'],
  ])('knows the mechanism %s of %s', (name, code) => {
    const task = plan.tasks.find((candidate) => candidate.code === code)
    expect(task?.mechanisms.map((mechanism) => mechanism.name.zh)).toContain(name)
  })

  it('has an action for every mechanism to work in', () => {
    for (const { actions, mechanisms } of plan.tasks) {
      const used = new Set(actions.flatMap((action) => action.mechanisms ?? []))
      expect(mechanisms.filter(({ code }) => !used.has(code))).toEqual([])
    }
  })

  it('speaks both languages', () => {
    expect(textsOf(plan).filter(({ en }) => en === undefined)).toEqual([])
  })
})

describe('the numbers of the plan', () => {
  it.each([
    ['annual-investment', 'AT_LEAST', '518', 'YI_YUAN', 'MUST'],
    ['major-projects', 'AT_LEAST', '260', 'PROJECT', 'EFFORT'],
    ['outstanding-projects', 'AT_LEAST', '22', 'PROJECT', 'EFFORT'],
    ['trade-area-major-projects', 'AT_LEAST', '36', 'PROJECT', 'EFFORT'],
    ['trade-area-key-jobs', 'AT_LEAST', '15', 'JOB', 'EFFORT'],
    ['core-plates', 'AT_LEAST', '6', 'COUNT', 'EFFORT'],
    ['key-tasks', 'AT_LEAST', '7', 'JOB', 'EFFORT'],
    ['ring-and-grid-roads', 'AT_LEAST', '10', 'ROAD', 'EFFORT'],
    ['district-roads', 'AT_LEAST', '35', 'ROAD', 'EFFORT'],
    ['old-estates-renewed', 'AT_LEAST', '357', 'ESTATE', 'MUST'],
    ['demonstration-highlights', 'AT_LEAST', '18', 'COUNT', 'MUST'],
    ['one-visit-services', 'AT_LEAST', '300', 'SERVICE', 'MUST'],
    ['new-schools', 'AT_LEAST', '6', 'INSTITUTION', 'MUST'],
    ['new-public-kindergartens', 'AT_LEAST', '13', 'INSTITUTION', 'MUST'],
  ])('%s is %s %s %s, %s', (code, comparator, target, unit, modality) => {
    const indicator = plan.indicators.find((candidate) => candidate.code === code)
    expect(indicator).toMatchObject({ comparator, target, unit, modality, direction: 'INCREASE' })
    expect(
      indicator?.readings?.some(({ field, basis }) => field === 'target' && basis !== 'STATED'),
    ).not.toBe(true)
  })

  it('cuts spending by 15 % of a base that stays open, and says so', () => {
    const spending = plan.indicators.find(({ code }) => code === 'public-spending')
    expect(spending).toMatchObject({
      direction: 'DECREASE',
      comparator: 'AT_MOST',
      targetFactor: '0.85',
    })
    expect(spending).not.toHaveProperty('target')
    expect(spending).not.toHaveProperty('baseline')
    expect(basisOf(spending, 'baseline')).toBe('INTERPRETED')
  })

  it('marks what 大头 and 全面 were read as', () => {
    for (const code of [
      'fringe-renewal-share',
      'infrastructure-share',
      'community-health-centre-coverage',
    ]) {
      const share = plan.indicators.find((candidate) => candidate.code === code)
      expect([share?.unit, basisOf(share, 'target')]).toEqual(['PERCENT', 'INTERPRETED'])
    }
  })

  it('has one code for one promise, whatever its kind', () => {
    const codes = promisesOf(plan).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('keeps what is said more than once as one fact with several places', () => {
    const places = (code: string) =>
      plan.indicators.find((candidate) => candidate.code === code)?.locators.length
    expect(['annual-investment', 'major-projects', 'new-schools'].map(places)).toEqual([2, 2, 2])
  })
})

describe('the deadlines of the plan', () => {
  it.each([
    ['new-start-cleared-by-april', 'PROJECT', '2020-04-30', 'MUST'],
    ['new-start-started-by-june', 'PROJECT', '2020-06-30', 'MUST'],
    ['preliminary-prepared-by-june', 'PROJECT', '2020-06-30', 'MUST'],
    ['preliminary-started-by-september', 'PROJECT', '2020-09-30', 'MUST'],
    ['plate-urban-design-by-june', 'PLATE', '2020-06-30', 'STRIVE'],
    ['plate-landmark-by-december', 'PLATE', '2020-12-31', 'MUST'],
    ['plate-begun-in-one-year', 'PLATE', '2020-12-31', 'EFFORT'],
    ['plate-taken-shape-in-three-years', 'PLATE', '2022-12-31', 'EFFORT'],
    ['plate-formed-in-five-years', 'PLATE', '2024-12-31', 'EFFORT'],
  ])('the rule %s binds each %s by %s, %s', (code, subject, on, modality) => {
    const rule = plan.rules.find((candidate) => candidate.code === code)
    expect(rule).toMatchObject({ subject, due: { on }, modality })
  })

  it('says of every year that is counted from an open start that it was interpreted', () => {
    const open = plan.rules.filter(({ code }) => code.includes('year'))
    expect(open.map((rule) => basisOf(rule, 'due'))).toEqual(Array(3).fill('INTERPRETED'))
    const transformed = plan.milestones.find(({ code }) => code === 'trade-area-transformed')
    expect([transformed?.dueOn, basisOf(transformed, 'dueOn')]).toEqual([
      '2024-12-31',
      'INTERPRETED',
    ])
  })

  it('has a due date, a modality and a place for every promise', () => {
    for (const promise of [...plan.indicators, ...plan.milestones]) {
      expect(promise).toMatchObject({ dueOn: expect.any(String), modality: expect.any(String) })
    }
    for (const promise of promisesOf(plan)) expect(promise.locators).not.toEqual([])
  })
})

describe('the locators of the plan', () => {
  it('lie within the article, one after the other within a fact', () => {
    for (const locators of locatorListsOf(plan)) {
      expect(locators).not.toEqual([])
      for (const { start, end, paragraph } of locators) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(LENGTH)
        expect(paragraph).toBeGreaterThanOrEqual(1)
        expect(paragraph).toBeLessThanOrEqual(PARAGRAPHS)
      }
      const starts = locators.map(({ start }) => start)
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
    }
  })

  it('count paragraphs upwards through the article, each in one section', () => {
    const all = locatorListsOf(plan)
      .flat()
      .sort((a, b) => a.start - b.start)
    const paragraphs = all.map(({ paragraph }) => paragraph)
    expect(paragraphs).toEqual([...paragraphs].sort((a, b) => a - b))
    const sections = new Set(all.map(({ paragraph, section }) => `${paragraph} ${section}`))
    expect(sections.size).toBe(new Set(paragraphs).size)
  })

  it('point into the document whose bytes are known', () => {
    expect(plan.documents.map(({ sha256 }) => sha256)).toEqual([
      '9252dbe8ba881fd06132341d54731bba71f08faabcccc810e49ff25a5115d26b',
    ])
    const documents = locatorListsOf(plan).flatMap((list) => list.map(({ document }) => document))
    expect(new Set(documents)).toEqual(new Set(plan.documents.map(({ code }) => code)))
  })
})

function promisesOf(whole: Plan): readonly CommitmentDefinition[] {
  return [...whole.indicators, ...whole.milestones, ...whole.rules]
}

function basisOf(promise: CommitmentDefinition | undefined, field: string): string | undefined {
  return promise?.readings?.find((reading) => reading.field === field)?.basis
}

function locatorListsOf(whole: Plan): readonly (readonly Locator[])[] {
  const tasks = whole.tasks.flatMap((task) => [task, ...task.actions, ...task.mechanisms])
  const plates = whole.plates.flatMap((plate) => [plate, ...plate.goals])
  return [
    ...whole.requirements,
    ...whole.themes,
    ...tasks,
    ...plates,
    ...whole.projects,
    ...promisesOf(whole),
  ].map(({ locators }) => locators)
}

/** Every {zh, en} anywhere in a value. */
function textsOf(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && typeof value.zh === 'string') {
    return [{ zh: value.zh, ...('en' in value ? { en: String(value.en) } : {}) }]
  }
  return Object.values(value).flatMap(textsOf)
}
