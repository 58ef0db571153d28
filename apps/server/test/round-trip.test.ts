import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fact, type PlanFacts, viewOf } from '@duban/domain'
import { appendFacts, decide } from '@duban/domain/decide'
import { parsePlan } from '@duban/plan-file'
import { openStorage, type Storage } from '@duban/storage'
import { adoptPlan, generatePlan, generateYear, planAfterYear } from '@duban/synthetic'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planDocument } from '../src/export/plan-document.ts'
import { importPlan } from '../src/import-plan.ts'
import { ruleEngine } from '../src/rule-engine.ts'
import { planWith, randomSteps } from './support/random-commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'duban-round-trip-'))
let storage: Storage
beforeAll(async () => {
  storage = await openStorage({ dataDir: folder })
})
afterAll(async () => {
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
})

const now = '2026-01-01T00:00:00.000Z'
let imports = 0

/** A document as a database has it that knew nothing before: imported under a code of its own. */
async function imported(code: string, text: string): Promise<PlanFacts> {
  const read = parsePlan(text)
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)))
  const context = { now, newId: () => `imported-${++imports}`, actor: 'import' }
  const outcome = await importPlan(storage, read, context)
  if (outcome.outcome !== 'IMPORTED') throw new Error(JSON.stringify(outcome))
  const plan = await storage.loadPlan(code)
  if (plan === null) throw new Error('no plan')
  return plan
}

function printed(facts: PlanFacts, as: 'yaml' | 'json'): string {
  const text = planDocument(facts, as, { knownAt: null }, now)
  if (text === null) throw new Error('no plan')
  return text
}

/** What each commitment is on a day, as far as it was known then. */
function seen(facts: PlanFacts, asOf: string, knownAt: string): unknown {
  const view = viewOf(facts, { asOf, knownAt }, ruleEngine)
  return view?.commitments.map(({ id, dueOn, responsible }) => {
    const assessment = view.assessment(id)
    return [id, dueOn, responsible, assessment?.status, assessment?.light, assessment?.actual]
  })
}

const notDefinitions = (facts: readonly Fact[]) => facts.filter(({ type }) => type !== 'DEFINITION')

it('an export of whatever was done to a plan is imported and exported again to the byte', async () => {
  let plans = 0
  const types = new Set<string>()
  let histories = 0
  await fc.assert(
    fc.asyncProperty(randomSteps, fc.constantFrom('yaml', 'json'), async (steps, as) => {
      const code = `round-${++plans}`
      let at = Date.parse('2020-06-20T02:00:00.000Z')
      let ids = 0
      let facts: PlanFacts = { code, revision: 0, facts: [] }
      const first = {
        actor: { name: 'wang', roles: ['EDITOR'], units: [] } as const,
        hours: 0,
        commandOn: () => ({ type: 'IMPORT_PLAN', plan: planWith(code, '120') }) as const,
      }
      for (const { actor, hours, commandOn } of [first, ...steps]) {
        at += hours * 3_600_000
        const decision = decide(facts, commandOn(facts), {
          now: new Date(at).toISOString(),
          actor,
          newId: () => `fact-${++ids}`,
          engine: ruleEngine,
        })
        if (decision.ok && decision.facts.length > 0) facts = appendFacts(facts, decision.facts)
      }
      for (const { type } of facts.facts) types.add(type)
      const text = printed(facts, as)
      const again = await imported(code, text)
      expect(printed(again, as)).toBe(text)
      const hasHistory = text.includes('DEFINITION')
      histories += Number(hasHistory)
      // Definitions without a history are written as the plan alone, and come back as facts of their own.
      const compared = hasHistory ? again.facts : notDefinitions(again.facts)
      expect(compared).toEqual(hasHistory ? facts.facts : notDefinitions(facts.facts))
      for (const asOf of ['2020-06-25', '2020-12-31']) {
        expect(seen(again, asOf, now)).toEqual(seen(facts, asOf, now))
      }
    }),
    // One seed, so that what is looked for below does occur.
    { numRuns: 150, seed: 2020 },
  )
  expect(histories).toBeGreaterThan(5)
  for (const type of ['REVIEW', 'AMENDMENT', 'WAIVER', 'PERIOD_LOCK']) {
    expect(types).toContain(type)
  }
}, 120_000)

it('a simulated year comes back with every fact, and answers as it did on any day as known on any', async () => {
  const plan = generatePlan({
    seed: 'round',
    code: 'round-trip-2020',
    year: 2020,
    district: { code: 'round', name: { zh: '云溪区', en: 'Yunxi District' } },
    projects: 20,
    indicators: 20,
    milestones: 10,
  })
  const year = generateYear(plan, { seed: 'round' })
  const first = await importPlan(
    storage,
    { plan: planAfterYear(plan, year), facts: [...adoptPlan(plan), ...year] },
    { now, newId: () => 'none', actor: 'import' },
  )
  expect(first.outcome).toBe('IMPORTED')
  const types = new Set(year.map(({ type }) => type))
  for (const type of [
    'AMENDMENT',
    'EXTENSION_DECISION',
    'WAIVER',
    'REVIEW',
    'DEFINITION',
  ] as const) {
    expect(types).toContain(type)
  }
  expect(year.some(({ supersedes }) => supersedes !== undefined)).toBe(true)
  const facts = await storage.loadPlan(plan.code)
  if (facts === null) throw new Error('no plan')
  const other = await openStorage({ dataDir: join(folder, 'other') })
  const read = parsePlan(printed(facts, 'json'))
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)))
  await importPlan(other, read, { now, newId: () => 'none', actor: 'import' })
  const again = await other.loadPlan(plan.code)
  await other.close()
  expect(again).toEqual(facts)
})

it('a document as it was known before says what an export then would have said', async () => {
  const facts = await storage.loadPlan('round-trip-2020')
  if (facts === null) throw new Error('no plan')
  const knownAt = '2020-06-30T00:00:00.000Z'
  const then = facts.facts.filter(({ recordedAt }) => recordedAt <= knownAt)
  expect(then.length).toBeLessThan(facts.facts.length)
  expect(planDocument(facts, 'yaml', { knownAt }, now)).toBe(
    printed({ ...facts, facts: then }, 'yaml'),
  )
  expect(planDocument(facts, 'yaml', { knownAt: '2019-01-01T00:00:00.000Z' }, now)).toBe(null)
})
