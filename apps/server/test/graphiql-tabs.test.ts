import { afterAll, describe, expect, it } from 'vitest'
import { tabs } from '../src/graphiql/tabs.ts'
import { ask } from './support/ask.ts'
import { importErqi } from './support/erqi.ts'
import { testServer } from './support/test-server.ts'

describe('the tabs of GraphiQL', async () => {
  const { server, storage, close } = await testServer()
  afterAll(close)
  await importErqi(storage)

  it.each(tabs.map((tab) => [/query (\w+)/.exec(tab.query)?.[1], tab] as const))(
    '%s is answered without an error',
    async (_name, { query, variables }) => {
      const answer = await ask(server, query, variables ? JSON.parse(variables) : {})
      expect(answer.errors).toEqual([])
      expect(JSON.stringify(answer.data).length).toBeGreaterThan(400)
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
