import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'

const root = new URL('..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'library-'))

/** A whole case over every entry of the library; `answer` is what it comes to, as text. */
const program = `
import * as domain from '@duban/domain'
import { appendFacts, decide } from '@duban/domain/decide'
import { message } from '@duban/domain/messages'
import { remindersOf } from '@duban/domain/reports'
import { createRuleEngine } from '@duban/domain/rules'

const engine = createRuleEngine()
const lead = [{ unit: 'housing', role: 'LEAD' }]
const plan = {
  code: 'demo', title: { zh: '计划' }, district: { code: 'd', name: { zh: '区' } },
  period: { start: '2020-01-01', end: '2020-12-31' }, timeZone: 'Asia/Shanghai',
  units: [{ code: 'housing', name: { zh: '住建局' } }],
  indicators: [{
    code: 'estates', title: { zh: '改造' }, direction: 'INCREASE', comparator: 'AT_LEAST', target: '0.3',
    unit: 'YI_YUAN', accumulation: 'PERIODIC', dueOn: '2020-12-31', responsible: lead, locators: [],
  }],
  projects: [{ code: 'school', name: { zh: '学校' }, kind: 'NEW_START', stage: 'PREPARING', locators: [] }],
  rules: [{
    code: 'start', title: { zh: '开工' }, subject: 'PROJECT', when: 'project.kind == "NEW_START"',
    require: 'has(project.events.started)', due: { on: '2020-06-30' }, severity: 'CRITICAL', responsible: lead, locators: [],
  }],
  requirements: [], themes: [], tasks: [], plates: [], eventTypes: [], milestones: [], policies: [], documents: [], measureUnits: [],
}
let facts = { code: 'demo', revision: 0, facts: [] }
let ids = 0
const refused = []
const give = (now, command) => {
  const decision = decide(facts, command, {
    now, engine, newId: () => 'f' + ++ids, actor: { name: 'a', roles: ['ADMIN'], units: [] },
  })
  if (decision.ok) facts = appendFacts(facts, decision.facts)
  else refused.push(...decision.refusals.map((each) => message(each, 'ZH')))
}
give('2020-01-05T00:00:00.000Z', { type: 'IMPORT_PLAN', plan })
const report = (value, effectiveOn) => ({
  type: 'REPORT_OBSERVATIONS',
  observations: [{ of: { kind: 'INDICATOR', code: 'estates' }, value, unit: 'WAN_YUAN', effectiveOn, reporter: 'housing', state: 'APPROVED' }],
})
give('2020-03-31T16:00:00.000Z', report('1000', '2020-04-01'))
give('2020-03-31T16:00:00.000Z', report('1000', '2020-04-02'))
give('2020-07-01T00:00:00.000Z', report('2000', '2020-06-30'))
const view = domain.viewOf(facts, { asOf: '2020-09-01', knownAt: '2020-09-02T00:00:00.000Z' }, engine)
export const answer = JSON.stringify([
  refused,
  view.commitments.map(({ id }) => {
    const assessment = view.assessment(id)
    return [id, assessment.status, assessment.light, assessment.actual, assessment.reasons.map((each) => message(each, 'EN'))]
  }),
  domain.timelineOf(facts, 'obligation/start/school', { engine }),
  domain.breakdown(view, ['UNIT', 'LIGHT'], ['COUNT', 'ACHIEVED', 'SCORE']),
  remindersOf(view, { every: 'MONTH', withinDays: 5 }).length,
  domain.timeProgress(plan.period, '2020-08-31'),
])
globalThis.answer = answer
`

describe('the library in a real browser', { timeout: 120_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('comes to what it comes to in Node', async () => {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: root, loader: 'js' },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      conditions: ['@duban/source'],
      write: false,
    })
    const bundle = outputFiles[0]?.text ?? ''
    const file = join(folder, 'program.mjs')
    writeFileSync(file, bundle)
    const { answer: inNode }: { answer: string } = await import(file)

    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.addScriptTag({ content: bundle, type: 'module' })
    await page.waitForFunction('globalThis.answer !== undefined')
    expect(complaints).toEqual([])
    expect(await page.evaluate('globalThis.answer')).toBe(inNode)
    // Nothing was skipped on the way: one report lay ahead of the clock, the obligation is overdue.
    expect(inNode).toContain('日期 2020-04-02 晚于今天 2020-04-01')
    expect(inNode).toContain('"obligation/start/school","OVERDUE","RED"')
    expect(inNode).toContain('"indicator/estates","MET","GREEN","0.3"')
  })
})
