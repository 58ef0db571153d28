import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectSqlite } from '../src/connect/sqlite.ts'
import { openStorage, type Storage, StorageFailure } from '../src/index.ts'
import { makeStorage } from '../src/make-storage.ts'
import { freshDatabase, type TestDatabase } from './databases.ts'
import { freePort } from './postgres/start-postgres.ts'
import { audit, newPlan, observation, timeline } from './samples.ts'

/** What a piece of work is refused with, once it is known to be one clear line in each language. */
async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof StorageFailure)) return error
  const lines = [error.text.zh, error.text.en ?? '']
  return lines.every((line) => /^[^\n]+$/.test(line)) ? error.code : lines
}

const more = (revision: number, count: number, note = '') => ({
  plan: 'a',
  baseRevision: revision,
  facts: Array.from({ length: count }, (_, index) =>
    observation(`o${revision}-${index}`, { note }),
  ),
  audit,
  timelines: [timeline('indicator/investment', {})],
})

describe('sqlite fails with one clear line', () => {
  let folder: string
  let file: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duban-test-'))
    file = join(folder, 'duban.db')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('on a full disk, and loses nothing', async () => {
    const pages = () => new Database(file).pragma('page_count', { simple: true })
    const connection = connectSqlite({ file, busyTimeout: 50, onStatement: () => undefined })
    const storage = makeStorage(connection, 1e6)
    await storage.commit(newPlan('a'))
    // The same limit, and the same answer, as a disk without another page.
    const { $client: driver } = connection.session.db as unknown as {
      readonly $client: Database.Database
    }
    driver.pragma(`max_page_count = ${Number(pages()) + 20}`)
    expect(await failureOf(storage.commit(more(1, 1000, 'x'.repeat(1000))))).toBe('DISK_FULL')
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(1)
    expect(await storage.commit(more(1, 3))).toEqual({ outcome: 'COMMITTED', revision: 2 })
    await storage.close()
    const again = await openStorage({ url: `file:${file}` })
    expect((await again.loadPlan('a'))?.facts).toHaveLength(4)
    await again.close()
  })

  it('on a file that another process holds', async () => {
    const storage = await openStorage({ dataDir: folder, busyTimeout: 50 })
    await storage.commit(newPlan('a'))
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    expect(await failureOf(storage.commit(more(1, 1)))).toBe('LOCKED')
    expect((await storage.loadPlan('a'))?.revision).toBe(1)
    other.exec('ROLLBACK')
    other.close()
    expect(await storage.commit(more(1, 1))).toMatchObject({ outcome: 'COMMITTED' })
    await storage.close()
  })

  it('in a folder that may not be written', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o555)
    chmodSync(folder, 0o755)
    await asUnprivileged(async () => {
      expect(await failureOf(openStorage({ dataDir: closed }))).toBe('CANNOT_OPEN')
      expect(await failureOf(openStorage({ dataDir: join(closed, 'deeper') }))).toBe('READ_ONLY')
    })
    expect(existsSync(join(closed, 'duban.db'))).toBe(false)
  })

  it('on a file that may not be written', async () => {
    const before = await openStorage({ dataDir: folder })
    await before.commit(newPlan('a'))
    await before.close()
    chmodSync(folder, 0o555)
    chmodSync(file, 0o444)
    const bytes = readFileSync(file)
    await asUnprivileged(async () =>
      expect(await failureOf(openStorage({ dataDir: folder }))).toBe('READ_ONLY'),
    )
    chmodSync(folder, 0o755)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('under a path that is no folder, and on a file that is no database', async () => {
    writeFileSync(join(folder, 'text'), 'x'.repeat(5000))
    expect(await failureOf(openStorage({ dataDir: join(folder, 'text') }))).toBe('CANNOT_OPEN')
    expect(await failureOf(openStorage({ url: `file:${join(folder, 'text')}` }))).toBe('CORRUPT')
    expect(readFileSync(join(folder, 'text'), 'utf8')).toBe('x'.repeat(5000))
  })
})

/** Root may write anywhere, so as root the work is done by nobody. */
async function asUnprivileged(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

describe('postgres fails with one clear line', () => {
  let database: TestDatabase
  let storage: Storage
  let client: pg.Client

  beforeEach(async () => {
    database = await freshDatabase('postgres')
    storage = await database.open({ busyTimeout: 200 })
    client = new pg.Client({ connectionString: database.url })
    client.on('error', () => undefined)
    await client.connect()
    await storage.commit(newPlan('a'))
  })
  afterEach(async () => {
    await client.end()
    await database.drop()
  })

  it('on a full disk, and loses nothing', async () => {
    // What PostgreSQL says when it cannot extend a file, said by a trigger half way through the commit.
    await client.query(`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`)
    await client.query(
      'create trigger full_disk before insert on segment execute function full_disk()',
    )
    expect(await failureOf(storage.commit(more(1, 3)))).toBe('DISK_FULL')
    expect((await storage.loadPlan('a'))?.facts).toHaveLength(1)
    await client.query('drop trigger full_disk on segment')
    expect(await storage.commit(more(1, 3))).toEqual({ outcome: 'COMMITTED', revision: 2 })
  })

  it('on a table that another session holds', async () => {
    await client.query('begin')
    await client.query('lock table fact in access exclusive mode')
    expect(await failureOf(storage.commit(more(1, 1)))).toBe('LOCKED')
    await client.query('rollback')
    expect(await storage.commit(more(1, 1))).toMatchObject({ outcome: 'COMMITTED' })
  })

  it('on a connection that is cut in the middle of a commit', async () => {
    const patient = await database.open({ busyTimeout: 5000 })
    await client.query('begin')
    await client.query('lock table segment in access exclusive mode')
    const cut = failureOf(patient.commit(more(1, 1)))
    await expect
      .poll(async () => {
        const { rowCount } = await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        )
        return rowCount
      })
      .toBe(1)
    expect(await cut).toBe('CONNECTION_LOST')
    await client.query('rollback')
    expect((await patient.loadPlan('a'))?.revision).toBe(1)
    expect(await patient.commit(more(1, 1))).toMatchObject({ outcome: 'COMMITTED' })
  })

  it('on idle connections that were cut, not at all', async () => {
    await cutOthers()
    await expect
      .poll(() =>
        storage.ping().then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('up')
    expect((await storage.loadPlan('a'))?.revision).toBe(1)
  })

  it('and hears, after its connection was cut, of what it missed', async () => {
    const heard: number[] = []
    const stop = await storage.listen(({ revision }) => heard.push(revision))
    const other = await database.open()
    await cutOthers()
    await other.commit(more(1, 1))
    await other.commit(more(2, 1))
    await expect.poll(() => heard, { timeout: 5000 }).toEqual([2, 3])
    await other.commit(more(3, 1))
    await expect.poll(() => heard, { timeout: 5000 }).toEqual([2, 3, 4])
    await stop()
  })

  it('where no server listens, where there is no such database, and without the right', async () => {
    const url = new URL(database.url)
    url.pathname = '/nowhere'
    expect(await failureOf(openStorage({ url: url.href }))).toBe('CANNOT_OPEN')
    url.port = `${await freePort()}`
    expect(await failureOf(openStorage({ url: url.href }))).toBe('CONNECTION_LOST')
    expect(await failureOf(storage.backup('copy.db'))).toBe('NOT_SUPPORTED')
  })

  async function cutOthers(): Promise<void> {
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    )
  }
})
