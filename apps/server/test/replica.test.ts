import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type PostgresServer,
  startPostgres,
  startReplica,
} from '../../../packages/storage/test/postgres/start-postgres.ts'
import { openDatabase } from '../src/cli/database.ts'
import { readSettings } from '../src/settings/read-settings.ts'
import { importErqi } from './support/erqi.ts'

describe('a server with a replica', () => {
  let primary: PostgresServer
  let replica: PostgresServer

  beforeAll(async () => {
    primary = await startPostgres(['fsync=off', 'wal_level=replica'])
    const storage = await openDatabase(settings({ DATABASE_URL: primary.url }))
    await importErqi(storage)
    await storage.close()
    replica = await startReplica(primary)
  }, 60_000)
  afterAll(async () => {
    await replica.stop()
    await primary.stop()
  })

  function settings(env: Record<string, string>) {
    const read = readSettings(env)
    if (!read.ok) throw new Error(read.problems[0]?.en)
    return read.settings
  }

  it('answers lists from there, as its settings say, also when the database itself is gone', async () => {
    const urls = { DATABASE_URL: primary.url, DATABASE_REPLICA_URL: replica.url }
    const plain = await openDatabase(settings({ DATABASE_URL: primary.url }))
    const storage = await openDatabase(settings(urls))
    const question = { asOf: '2020-06-30' }
    const counted = await plain.countCommitments(question)
    expect(counted).toBeGreaterThan(50)
    await primary.stop()
    expect(await storage.countCommitments(question)).toBe(counted)
    await expect(plain.countCommitments(question)).rejects.toMatchObject({
      code: expect.stringMatching('CONNECTION_LOST|CANNOT_OPEN'),
    })
    await Promise.all([storage.close(), plain.close()])
  })
})
