import type { Indicator } from '../src/indicator/indicator.ts'
import type { Milestone } from '../src/milestone/milestone.ts'
import type { Plan } from '../src/plan/plan.ts'
import type { Project } from '../src/project/project.ts'

const LOCATOR = { document: 'doc', section: '一', paragraph: 1, start: 0, end: 1 }

/** An indicator of the small plan: a running total due at the year's end. */
export function indicator(code: string, change: Partial<Indicator> = {}): Indicator {
  return {
    code,
    title: { zh: `指标${code}`, en: `Indicator ${code}` },
    task: 't1',
    direction: 'INCREASE',
    comparator: 'AT_LEAST',
    target: '100',
    unit: 'COUNT',
    accumulation: 'CUMULATIVE',
    dueOn: '2020-12-31',
    responsible: [{ unit: 'housing', role: 'LEAD' }],
    locators: [LOCATOR],
    ...change,
  }
}

/** A milestone of the small plan, its own event. */
export function milestone(code: string, change: Partial<Milestone> = {}): Milestone {
  return {
    code,
    title: { zh: `节点${code}`, en: `Milestone ${code}` },
    task: 't1',
    dueOn: '2020-06-30',
    responsible: [{ unit: 'housing', role: 'LEAD' }],
    locators: [LOCATOR],
    ...change,
  }
}

/** A project of the small plan, in preparation. */
export function project(code: string, change: Partial<Project> = {}): Project {
  return {
    code,
    name: { zh: `项目${code}`, en: `Project ${code}` },
    kind: 'NEW_START',
    stage: 'PREPARING',
    plate: 'p1',
    task: 't1',
    investment: { unit: 'WAN_YUAN', total: '10000', thisYear: '5000' },
    responsible: [{ unit: 'housing', role: 'LEAD' }],
    locators: [LOCATOR],
    ...change,
  }
}

/** A plan with one or two parts of most kinds and nothing wrong with it. */
export function smallPlan(change: Partial<Plan> = {}): Plan {
  return {
    code: 'small-2020',
    title: { zh: '小计划', en: 'Small plan' },
    district: { code: 'erqi', name: { zh: '二七区', en: 'Erqi' } },
    period: { start: '2020-01-01', end: '2020-12-31' },
    timeZone: 'Asia/Shanghai',
    requirements: [],
    themes: [{ code: 'th1', title: { zh: '品质', en: 'Quality' }, locators: [LOCATOR] }],
    tasks: [
      {
        code: 't1',
        number: 1,
        title: { zh: '重点一', en: 'Task one' },
        theme: 'th1',
        actions: [],
        mechanisms: [],
        locators: [LOCATOR],
      },
      {
        code: 't2',
        number: 2,
        title: { zh: '重点二', en: 'Task two' },
        actions: [],
        mechanisms: [],
        locators: [LOCATOR],
      },
    ],
    plates: [
      { code: 'p1', name: { zh: '板块一', en: 'Plate one' }, goals: [], locators: [LOCATOR] },
    ],
    projects: [project('x1'), project('x2', { kind: 'CONTINUING', stage: 'STARTED' })],
    eventTypes: [
      { code: 'design', subject: 'PLATE', title: { zh: '城市设计', en: 'Urban design' } },
    ],
    milestones: [
      milestone('m1'),
      milestone('m2', { subject: { kind: 'PLATE', code: 'p1' }, event: 'design', plate: 'p1' }),
      milestone('m3', {
        subject: { kind: 'PROJECT', code: 'x1' },
        event: 'started',
        project: 'x1',
        dueOn: '2020-09-30',
      }),
    ],
    indicators: [
      indicator('i1'),
      indicator('i2', { unit: 'YI_YUAN', accumulation: 'PERIODIC', target: '32', task: 't2' }),
      indicator('i3', {
        unit: 'PERCENT',
        accumulation: 'LEVEL',
        comparator: 'BETWEEN',
        target: '90',
        targetUpper: '95',
        direction: 'MAINTAIN',
        responsible: [{ unit: 'roads', role: 'LEAD' }],
      }),
      indicator('i4', { accumulation: 'DERIVED', derivation: { aggregate: 'COUNT' }, target: '2' }),
    ],
    rules: [],
    policies: [],
    units: [
      { code: 'housing', name: { zh: '住建局', en: 'Housing Bureau' } },
      { code: 'roads', name: { zh: '交通局', en: 'Roads Bureau' } },
    ],
    documents: [{ code: 'doc', title: { zh: '文件', en: 'Document' }, sha256: '0'.repeat(64) }],
    measureUnits: [],
    ...change,
  }
}
