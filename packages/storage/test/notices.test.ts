import { expect, it } from 'vitest'
import { hearNotices } from '../src/connect/hear-notices.ts'
import type { CommitNotice } from '../src/index.ts'
import { commitTeller } from '../src/listen.ts'
import { freshDatabase } from './databases.ts'
import { newPlan } from './samples.ts'

it('a commit whose notice was lost on PostgreSQL is told of all the same', async () => {
  const database = await freshDatabase('postgres')
  try {
    const storage = await database.open()
    await storage.commit(newPlan('a'))
    const told: CommitNotice[] = []
    const teller = commitTeller(
      () => storage.revisions(['a']),
      (notice) => told.push(notice),
    )
    const stop = await hearNotices(database.url, teller.hear, 20)
    await teller.begin()
    await database.rows("update plan set revision = 3 where plan_id = 'a'")
    await expect.poll(() => told.map(({ revision }) => revision)).toEqual([2, 3])
    teller.end()
    await stop()
  } finally {
    await database.drop()
  }
})
