import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Storage } from '../src/index.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { audit, newPlan, observation } from './samples.ts'

describe.each(dialects)('commits since a revision on %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open()
    await storage.commit(newPlan('a', [observation('o1')]))
    await storage.commit(newPlan('b', [observation('o1'), observation('o2')]))
    for (const [revision, count] of [2, 0, 3, 1].entries()) {
      const facts = Array.from({ length: count }, (_, at) => observation(`f${revision}-${at}`))
      const entry = { ...audit, reason: `第${revision + 2}次`, summary: { count } }
      await storage.commit({ plan: 'a', baseRevision: revision + 1, facts, audit: entry })
    }
  })
  afterEach(() => database.drop())

  it('are told oldest first, each with its place among the facts', async () => {
    const commits = await storage.commitsSince('a', 2, 100)
    expect(
      commits.map(({ revision, factCount, factsThrough, reason, summary }) => [
        revision,
        factCount,
        factsThrough,
        reason,
        summary,
      ]),
    ).toEqual([
      [3, 0, 4, '第3次', { count: 0 }],
      [4, 3, 7, '第4次', { count: 3 }],
      [5, 1, 8, '第5次', { count: 1 }],
    ])
    const facts = (await storage.loadPlan('a'))?.facts ?? []
    expect(facts.slice(4, 7).map(({ id }) => id)).toEqual(['f2-0', 'f2-1', 'f2-2'])
  })

  it('are at most as many as asked for, and none past the last or of a plan that is not there', async () => {
    const first = await storage.commitsSince('a', 0, 2)
    expect(first.map(({ revision, factsThrough }) => [revision, factsThrough])).toEqual([
      [1, 2],
      [2, 4],
    ])
    expect(await storage.commitsSince('a', 5, 10)).toEqual([])
    expect(await storage.commitsSince('nowhere', 0, 10)).toEqual([])
  })
})
