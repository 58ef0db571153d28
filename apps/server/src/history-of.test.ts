import { history, viewOf } from '@duban/domain'
import { appendFacts, decide } from '@duban/domain/decide'
import { loadErqi2020 } from '@duban/erqi-2020'
import { describe, expect, it } from 'vitest'
import { historyOf } from './history-of.ts'
import { ruleEngine } from './rule-engine.ts'

describe('historyOf', async () => {
  let ids = 0
  const before = { code: 'erqi-2020', revision: 0, facts: [] }
  const decision = decide(
    before,
    { type: 'IMPORT_PLAN', plan: await loadErqi2020() },
    {
      now: '2020-01-10T00:00:00.000Z',
      newId: () => `f${++ids}`,
      actor: { name: 'test', roles: [], units: [], trusted: true },
      engine: ruleEngine,
    },
  )
  const facts = decision.ok ? appendFacts(before, decision.facts) : before
  const at = { asOf: '2020-08-15', knownAt: '2020-12-31T00:00:00.000Z' }
  const view = viewOf(facts, at, ruleEngine)

  it.each(['WEEK', 'MONTH', 'QUARTER'] as const)(
    '%s: is what the domain says',
    async (interval) => {
      const points = view ? await historyOf(facts, view, interval, 60_000) : []
      expect(points.length).toBeGreaterThan(2)
      expect(points).toEqual(history(facts, interval, at, ruleEngine))
    },
  )

  it('lets others in between two points, and is given up in time', async () => {
    let others = 0
    const timer = setInterval(() => {
      others += 1
    }, 0)
    const told = view && historyOf(facts, view, 'WEEK', 60_000)
    await told
    clearInterval(timer)
    expect(others).toBeGreaterThan(2)
    await expect(view && historyOf(facts, view, 'DAY', 1)).rejects.toThrow('longer than the limit')
  })
})
