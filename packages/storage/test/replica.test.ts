import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStorage, type Storage } from '../src/index.ts'
import { type PostgresServer, startPostgres, startReplica } from './postgres/start-postgres.ts'
import { audit, newPlan, observation, timeline } from './samples.ts'

describe('a streaming replica', () => {
  let primary: PostgresServer
  let replica: PostgresServer
  let onReplica: pg.Client
  let storage: Storage
  let plain: Storage

  beforeAll(async () => {
    primary = await startPostgres(['fsync=off', 'wal_level=replica'])
    plain = await openStorage({ url: primary.url })
    await plain.commit(newPlan('a'))
    replica = await startReplica(primary)
    storage = await openStorage({ url: primary.url, replicaUrl: replica.url, cacheBytes: 0 })
    onReplica = new pg.Client({ connectionString: replica.url })
    onReplica.on('error', () => undefined)
    await onReplica.connect()
  })
  afterAll(async () => {
    await onReplica.end()
    await storage.close()
    await plain.close()
    await replica.stop()
    await primary.stop()
  })

  const asOf = '2020-06-01'
  let revision = 1
  const commit = async (by: Storage) => {
    const change = {
      plan: 'a',
      baseRevision: revision,
      facts: [observation(`o${revision}`)],
      audit,
      timelines: [timeline(`indicator/i${revision}`, {})],
    }
    expect(await by.commit(change)).toMatchObject({ outcome: 'COMMITTED' })
    revision += 1
  }
  const revisionThere = async () => {
    const { rows } = await onReplica.query<{ revision: number }>('select revision from plan')
    return rows[0]?.revision
  }
  /** The last statement of each connection to the replica. */
  const readThere = async () => {
    const { rows } = await onReplica.query<{ query: string }>(
      'select query from pg_stat_activity where pid <> pg_backend_pid()',
    )
    return rows.map(({ query }) => query).join('\n')
  }

  it('takes the reading of facts and lists', async () => {
    await commit(storage)
    await expect.poll(revisionThere).toBe(revision)
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(revision)
    expect(await readThere()).toContain('from "fact"')
    expect(await storage.countCommitments({ asOf })).toBe(revision - 1)
    expect(await readThere()).toContain('from "segment"')
  })

  it('that lags holds back neither facts nor what this server has written', async () => {
    await onReplica.query('select pg_wal_replay_pause()')
    await commit(storage)
    await commit(plain)
    // Facts by revision: whoever wrote them, all are there.
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(revision)
    expect(await revisionThere()).toBe(revision - 2)
    // Lists: at least what this server has written.
    expect(await storage.countCommitments({ asOf })).toBeGreaterThanOrEqual(revision - 2)
    await onReplica.query('select pg_wal_replay_resume()')
    await expect.poll(revisionThere).toBe(revision)
    expect(await storage.countCommitments({ asOf })).toBe(revision - 1)
  })

  it('shows in lists what was heard of', async () => {
    const heard: number[] = []
    const stop = await storage.listen((notice) => heard.push(notice.revision))
    await onReplica.query('select pg_wal_replay_pause()')
    await commit(plain)
    await expect.poll(() => heard).toEqual([revision])
    expect(await storage.countCommitments({ asOf })).toBe(revision - 1)
    await onReplica.query('select pg_wal_replay_resume()')
    await stop()
  })

  it('that is gone is done without', async () => {
    await replica.stop()
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(revision)
    expect(await storage.countCommitments({ asOf })).toBe(revision - 1)
    await commit(storage)
    expect((await storage.loadPlan('a'))?.revision).toBe(revision)
  })
})
