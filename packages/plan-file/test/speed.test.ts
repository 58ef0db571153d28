import type { Plan, Project } from '@duban/domain'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { parsePlan, printPlan } from '../src/index.ts'

function project(_: unknown, n: number): Project {
  return {
    code: `project-${n}`,
    name: { zh: `第${n}号改造工程`, en: `Renewal number ${n}` },
    kind: 'NEW_START',
    stage: 'PREPARING',
    plate: `plate-${n % 6}`,
    investment: { unit: 'YI_YUAN', total: `${n}.5`, thisYear: '1.5' },
    responsible: [{ unit: 'committee', role: 'LEAD' }],
    locators: [{ document: 'article', section: '重点1', paragraph: 1, start: n, end: n + 8 }],
  }
}

const plan: Plan = {
  code: 'large',
  title: { zh: '大计划' },
  district: { code: 'd', name: { zh: '区' } },
  period: { start: '2020-01-01', end: '2020-12-31' },
  timeZone: 'Asia/Shanghai',
  requirements: [],
  themes: [],
  tasks: [],
  plates: Array.from({ length: 6 }, (_, n) => ({
    code: `plate-${n}`,
    name: { zh: `板块${n}` },
    goals: [],
    locators: [],
  })),
  projects: Array.from({ length: 5000 }, project),
  eventTypes: [],
  milestones: [],
  indicators: [],
  rules: [],
  policies: [],
  units: [{ code: 'committee', name: { zh: '发展改革委' } }],
  documents: [{ code: 'article', title: { zh: '文章' }, sha256: 'a'.repeat(64) }],
  measureUnits: [],
}

/** Processor milliseconds of the best of three: other work on the machine is not the parser's. */
function cost(work: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }),
  )
}

test('a plan of 5 000 projects is read in about the time that its YAML takes', () => {
  const text = printPlan(plan)
  const ours = cost(() => expect(parsePlan(text)).toMatchObject({ ok: true }))
  const bare = cost(() => expect(parseDocument(text, { uniqueKeys: false }).errors).toEqual([]))
  expect(ours).toBeLessThan(2 * bare)
  // Under two seconds where nothing else runs; processors that share their caches take longer.
  expect(ours).toBeLessThan(4000)
})

test('a plan with an error in each of 5 000 projects is refused as fast', () => {
  const text = printPlan(plan).replaceAll('plate: plate-', 'plate: plato-')
  const ours = cost(() => {
    const parsed = parsePlan(text)
    expect(parsed.ok ? [] : parsed.issues).toHaveLength(101)
  })
  const bare = cost(() => expect(parseDocument(text, { uniqueKeys: false }).errors).toEqual([]))
  expect(ours).toBeLessThan(2 * bare)
})
