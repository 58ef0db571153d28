import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Storage } from '../src/index.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { audit, newPlan, observation } from './samples.ts'

const at = (minute: number) => `2020-03-05T08:${String(minute).padStart(2, '0')}:00.000Z`

describe.each(dialects)('places of webhooks on %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open()
    await storage.commit(newPlan('old'))
  })
  afterEach(() => database.drop())

  const change = (plan: string, baseRevision: number) =>
    storage.commit({ plan, baseRevision, facts: [observation(`o${baseRevision}`)], audit })
  const due = async (minute: number) =>
    (await storage.webhooks.due('a', at(minute), 10)).map(({ plan, delivered, attempts }) => [
      plan,
      delivered,
      attempts,
    ])

  it('begin with what is there as told, and are due for what comes after, new plans among it', async () => {
    await storage.webhooks.begin('a', at(0))
    expect(await due(1)).toEqual([])
    await storage.commit(newPlan('new'))
    await change('old', 1)
    await storage.webhooks.begin('a', at(2))
    expect(await due(3)).toEqual(
      expect.arrayContaining([
        ['old', 1, 0],
        ['new', 0, 0],
      ]),
    )
    // Another endpoint begins by itself.
    await storage.webhooks.begin('b', at(4))
    expect(await storage.webhooks.due('b', at(5), 10)).toEqual([])
  })

  it('are held by one server at a time, until it lets go or its time is up', async () => {
    await storage.webhooks.begin('a', at(0))
    await change('old', 1)
    const others = await Promise.all(
      [1, 2, 3].map(() => storage.webhooks.hold('old', 'a', at(1), at(2))),
    )
    expect(others.filter(Boolean)).toHaveLength(1)
    expect(await due(1)).toEqual([])
    expect(await due(3)).toEqual([['old', 1, 0]])
    expect(await storage.webhooks.hold('old', 'a', at(3), at(9))).toBe(true)
    await storage.webhooks.settle('old', 'a', {
      delivered: 2,
      attempts: 0,
      nextAt: at(3),
      error: null,
    })
    expect(await due(4)).toEqual([])
    await change('old', 2)
    expect(await due(4)).toEqual([['old', 2, 0]])
  })

  it('wait for their next attempt, also of a plan that was never told of', async () => {
    await storage.webhooks.begin('a', at(0))
    await storage.commit(newPlan('new'))
    expect(await storage.webhooks.hold('new', 'a', at(1), at(2))).toBe(true)
    await storage.webhooks.settle('new', 'a', {
      delivered: 0,
      attempts: 1,
      nextAt: at(9),
      error: '503',
    })
    expect(await due(8)).toEqual([])
    expect(await due(9)).toEqual([['new', 0, 1]])
  })
})
