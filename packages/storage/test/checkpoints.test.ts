import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkpointsOf } from '../src/connect/checkpoints.ts'
import { openStorage } from '../src/index.ts'
import { newPlan, observation } from './samples.ts'

describe('checkpoints of a SQLite file', () => {
  let folder: string
  let file: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duban-test-'))
    file = join(folder, 'duban.db')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const reports = (count: number) => Array.from({ length: count }, (_, at) => observation(`o${at}`))

  it('move what is committed into the file while it is open', async () => {
    const storage = await openStorage({ url: `file:${file}` })
    const before = statSync(file).size
    await storage.commit(newPlan('a', reports(2500)))
    expect(statSync(file).size).toBe(before)
    await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(before + 500_000), {
      timeout: 10_000,
    })
    await storage.commit(newPlan('b', reports(10)))
    await storage.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
    const again = await openStorage({ url: `file:${file}` })
    expect((await again.loadPlan('a'))?.facts).toHaveLength(2501)
    await again.close()
  })

  it('are left to the commits where the thread cannot begin', async () => {
    const checkpoints = checkpointsOf(join(folder, 'none', 'duban.db'))
    checkpoints.committed(5000)
    checkpoints.committed(5000)
    await expect(checkpoints.close()).resolves.toBeUndefined()
  })
})
