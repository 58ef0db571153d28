import type { Indicator, Milestone, Plan, Project, Rule } from '@duban/domain'
import { officeLocator, officeTextSha256 } from './office-document.ts'

const locators = [officeLocator]

function indicator(code: string, unit: string, change: Partial<Indicator> = {}): Indicator {
  return {
    code,
    title: { zh: `指标${code}`, en: `Indicator ${code}` },
    task: 'homes',
    direction: 'INCREASE',
    comparator: 'AT_LEAST',
    target: '120',
    unit: 'COUNT',
    accumulation: 'CUMULATIVE',
    dueOn: '2020-12-31',
    responsible: [{ unit, role: 'LEAD' }],
    locators,
    ...change,
  }
}

function milestone(code: string, unit: string, change: Partial<Milestone> = {}): Milestone {
  return {
    code,
    title: { zh: `节点${code}`, en: `Milestone ${code}` },
    task: 'homes',
    dueOn: '2020-09-30',
    responsible: [{ unit, role: 'LEAD' }],
    locators,
    ...change,
  }
}

function project(code: string, unit: string, change: Partial<Project> = {}): Project {
  return {
    code,
    name: { zh: `项目${code}`, en: `Project ${code}` },
    kind: 'NEW_START',
    stage: 'PREPARING',
    plate: 'south',
    task: 'homes',
    investment: { unit: 'WAN_YUAN', total: '10000', thisYear: '5000' },
    responsible: [{ unit, role: 'LEAD' }],
    locators,
    ...change,
  }
}

/** Every new start has started by the middle of the year. */
export const startedRule: Rule = {
  code: 'started',
  title: { zh: '6月底前开工', en: 'Started by the end of June' },
  subject: 'PROJECT',
  when: 'project.kind == "NEW_START"',
  require: 'has(project.events.started)',
  due: { on: '2020-06-30' },
  severity: 'CRITICAL',
  escalation: [
    { afterDays: -15, light: 'BLUE' },
    { afterDays: 1, light: 'YELLOW' },
    { afterDays: 30, light: 'RED', notify: 'office' },
  ],
  responsible: [{ unit: 'housing', role: 'LEAD' }],
  locators: [],
}

/** A plan that two bureaus report to: a little of everything, and nothing wrong with it. */
export function officePlan(change: Partial<Plan> = {}): Plan {
  return {
    code: 'office-2020',
    title: { zh: '试验区二〇二〇年工作计划', en: 'Work plan of a trial district for 2020' },
    district: { code: 'trial', name: { zh: '试验区', en: 'Trial district' } },
    period: { start: '2020-01-01', end: '2020-12-31' },
    timeZone: 'Asia/Shanghai',
    requirements: [],
    themes: [],
    tasks: [
      {
        code: 'homes',
        number: 1,
        title: { zh: '老旧小区改造', en: 'Renew old estates' },
        actions: [],
        mechanisms: [],
        locators,
      },
    ],
    plates: [{ code: 'south', name: { zh: '南部', en: 'South' }, goals: [], locators }],
    projects: [project('bridge', 'roads'), project('estate', 'housing', { stage: 'STARTED' })],
    eventTypes: [
      { code: 'design', subject: 'PLATE', title: { zh: '完成城市设计', en: 'Urban design done' } },
    ],
    milestones: [
      milestone('opening', 'housing'),
      milestone('road-open', 'roads'),
      milestone('design', 'housing', {
        subject: { kind: 'PLATE', code: 'south' },
        event: 'design',
        plate: 'south',
        dueOn: '2020-06-30',
      }),
    ],
    indicators: [
      indicator('estates', 'housing'),
      indicator('roads', 'roads', { accumulation: 'PERIODIC', unit: 'KILOMETRE', target: '40' }),
      indicator('share', 'housing', {
        accumulation: 'RATIO',
        unit: 'PERCENT',
        numerator: 'estates',
        denominator: 'stock',
        target: '60',
      }),
      indicator('stock', 'housing', { accumulation: 'LEVEL', target: '200' }),
      indicator('invested', 'housing', {
        accumulation: 'DERIVED',
        unit: 'YI_YUAN',
        target: '0.8',
        derivation: { aggregate: 'SUM', field: 'investment.done' },
      }),
    ],
    rules: [startedRule],
    policies: [],
    units: [
      { code: 'housing', name: { zh: '住建局', en: 'Housing Bureau' } },
      { code: 'roads', name: { zh: '交通局', en: 'Roads Bureau' } },
      { code: 'office', name: { zh: '督查室', en: 'Supervision Office' } },
    ],
    documents: [
      {
        code: 'plan-2020',
        title: { zh: '工作计划', en: 'The plan' },
        sha256: officeTextSha256,
      },
    ],
    measureUnits: [],
    ...change,
  }
}
