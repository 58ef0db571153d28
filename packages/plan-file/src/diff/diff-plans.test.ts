import type { Plan } from '@duban/domain'
import { expect, test } from 'vitest'
import { diffPlans } from './diff-plans.ts'

const plan: Plan = {
  code: 'a',
  title: { zh: '计划' },
  district: { code: 'd', name: { zh: '区' } },
  period: { start: '2020-01-01', end: '2020-12-31' },
  timeZone: 'Asia/Shanghai',
  requirements: [],
  themes: [],
  tasks: [
    {
      code: 't1',
      number: 1,
      title: { zh: '任务一' },
      actions: [
        { code: 'a1', title: { zh: '举措一' }, locators: [] },
        { code: 'a2', title: { zh: '举措二', en: 'Second action' }, locators: [] },
      ],
      mechanisms: [],
      locators: [{ document: 'x', section: '一', paragraph: 1, start: 0, end: 2 }],
    },
  ],
  plates: [],
  projects: [
    { code: 'p1', name: { zh: '项目一' }, locators: [] },
    {
      code: 'p2',
      name: { zh: '项目二' },
      investment: { unit: 'YI_YUAN', total: '3' },
      locators: [],
    },
    { code: 'p3', name: { zh: '项目三' }, locators: [] },
  ],
  eventTypes: [],
  milestones: [],
  indicators: [],
  rules: [],
  policies: [],
  units: [],
  documents: [],
  measureUnits: [],
}
const [task] = plan.tasks
const [p1, p2, p3] = plan.projects
if (!task || !p1 || !p2 || !p3) throw new Error('the plan above has these')

test('what came, went and changed is told by kind, code and field', () => {
  const after: Plan = {
    ...plan,
    warnDays: 15,
    projects: [
      { ...p2, plate: 'q', investment: { unit: 'YI_YUAN', total: '3.5' } },
      p3,
      { code: 'p4', name: { zh: '项目四' }, locators: [] },
    ],
  }
  expect(diffPlans(plan, after)).toEqual([
    {
      change: 'CHANGED',
      kind: 'PLAN',
      code: 'a',
      fields: [{ field: 'warnDays', before: undefined, after: 15 }],
    },
    { change: 'REMOVED', kind: 'PROJECT', code: 'p1' },
    { change: 'ADDED', kind: 'PROJECT', code: 'p4' },
    {
      change: 'CHANGED',
      kind: 'PROJECT',
      code: 'p2',
      fields: [
        { field: 'investment.total', before: '3', after: '3.5' },
        { field: 'plate', before: undefined, after: 'q' },
      ],
    },
  ])
})

test('parts within a part are told by their codes, and lists without codes as a whole', () => {
  const [first, second] = task.actions
  const after: Plan = {
    ...plan,
    tasks: [
      {
        ...task,
        actions: [
          { ...first, code: 'a1', title: { zh: '举措一' }, locators: [], modality: 'MUST' },
          { ...second, code: 'a2', title: { zh: '举措二' }, locators: [] },
        ],
        locators: [],
      },
    ],
  }
  expect(diffPlans(plan, after)).toEqual([
    {
      change: 'CHANGED',
      kind: 'TASK',
      code: 't1',
      fields: [
        { field: 'actions.a1.modality', before: undefined, after: 'MUST' },
        { field: 'actions.a2.title.en', before: 'Second action', after: undefined },
        { field: 'locators', before: task.locators, after: [] },
      ],
    },
  ])
})

test('another order is told once for a kind, and by codes within a part', () => {
  const after: Plan = {
    ...plan,
    projects: [p3, p1, p2],
    tasks: [{ ...task, actions: task.actions.toReversed() }],
  }
  expect(diffPlans(plan, after)).toEqual([
    {
      change: 'CHANGED',
      kind: 'TASK',
      code: 't1',
      fields: [{ field: 'actions', before: ['a1', 'a2'], after: ['a2', 'a1'] }],
    },
    {
      change: 'REORDERED',
      kind: 'PROJECT',
      before: ['p1', 'p2', 'p3'],
      after: ['p3', 'p1', 'p2'],
    },
  ])
})

test('plans of different codes are compared field by field', () => {
  expect(diffPlans(plan, { ...plan, code: 'b' })).toEqual([
    {
      change: 'CHANGED',
      kind: 'PLAN',
      code: 'b',
      fields: [{ field: 'code', before: 'a', after: 'b' }],
    },
  ])
})
