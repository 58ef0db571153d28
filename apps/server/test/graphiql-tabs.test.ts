import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { tabs } from '../src/graphiql/tabs.ts'
import { loadShippedPlans } from '../src/load-shipped-plans.ts'
import { ask } from './support/ask.ts'
import { testServer } from './support/test-server.ts'

describe('the tabs of GraphiQL', async () => {
  const now = new Date('2026-01-01T00:00:00Z')
  const { server, storage, close } = await testServer({ now: () => now })
  afterAll(close)
  const context = { now: now.toISOString(), newId: randomUUID, actor: 'test' }
  await loadShippedPlans(storage, context, { simulated: true })

  it.each(tabs.map((tab) => [/query (\w+)/.exec(tab.query)?.[1], tab] as const))(
    '%s is answered without an error',
    async (_name, { query, variables }) => {
      const answer = await ask(server, query, variables ? JSON.parse(variables) : {})
      expect(answer.errors).toEqual([])
      expect(JSON.stringify(answer.data).length).toBeGreaterThan(200)
      expect(answer.data.plan).not.toBe(null)
    },
  )

  it('are six, each said in Chinese and in English', () => {
    expect(tabs.length).toBeGreaterThanOrEqual(6)
    for (const { query } of tabs) {
      const [chinese, english] = query.split('\n')
      expect(chinese).toMatch(/^# .*\p{Script=Han}/u)
      expect(english).toMatch(/^# [A-Z]/)
    }
  })
})
