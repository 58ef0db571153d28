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

function planOf(projects: number): Plan {
  return {
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
    projects: Array.from({ length: projects }, project),
    eventTypes: [],
    milestones: [],
    indicators: [],
    rules: [],
    policies: [],
    units: [{ code: 'committee', name: { zh: '发展改革委' } }],
    documents: [{ code: 'article', title: { zh: '文章' }, sha256: 'a'.repeat(64) }],
    measureUnits: [],
  }
}

/** Processor milliseconds of the best of so many runs: other work on the machine is not the parser's. */
function cost(work: () => void, runs = 3): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }),
  )
}

/** What the YAML library takes alone. */
function costOfYaml(text: string): number {
  return cost(() => expect(parseDocument(text, { uniqueKeys: false }).errors).toEqual([]))
}

test('a plan is read in about the time that its YAML takes', () => {
  const text = printPlan(planOf(1000))
  const ours = cost(() => expect(parsePlan(text)).toMatchObject({ ok: true }))
  expect(ours).toBeLessThan(2 * costOfYaml(text))
})

test('a plan with an error in each of its projects is refused as fast', () => {
  const text = printPlan(planOf(1000)).replaceAll('plate: plate-', 'plate: plato-')
  const ours = cost(() => {
    const parsed = parsePlan(text)
    expect(parsed.ok ? [] : parsed.issues).toHaveLength(101)
  })
  expect(ours).toBeLessThan(2 * costOfYaml(text))
})

test('a plan of 5 000 projects is read in under two seconds, or four where others use the processor', () => {
  const text = printPlan(planOf(5000))
  const alone = cost(() => expect(parsePlan(text)).toMatchObject({ ok: true }), 2)
  expect(alone).toBeLessThan(4000)
})
