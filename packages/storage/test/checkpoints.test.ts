import { existsSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkpointsOf } from '../src/connect/checkpoints.ts'
import { freshDatabase, type TestDatabase } from './databases.ts'
import { newPlan, observation } from './samples.ts'

describe('checkpoints of a SQLite file', () => {
  let database: TestDatabase
  let file: string

  beforeEach(async () => {
    database = await freshDatabase('sqlite')
    file = database.url.replace('file:', '')
  })
  afterEach(() => database.drop())

  const reports = (count: number) => Array.from({ length: count }, (_, at) => observation(`o${at}`))

  it('move what is committed into the file while it is open', async () => {
    const storage = await database.open()
    const before = statSync(file).size
    await storage.commit(newPlan('a', reports(2500)))
    expect(statSync(file).size).toBe(before)
    await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(before + 500_000), {
      timeout: 10_000,
    })
    await storage.commit(newPlan('b', reports(10)))
    await storage.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
    const again = await database.open()
    expect((await again.loadPlan('a'))?.facts).toHaveLength(2501)
  })

  it('are left to the commits where the thread cannot begin', async () => {
    const checkpoints = checkpointsOf(`${file}/none`)
    checkpoints.committed(5000)
    checkpoints.committed(5000)
    await expect(checkpoints.close()).resolves.toBeUndefined()
  })
})
