import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Dialect, Storage, StorageOptions } from '../src/index.ts'
import { openStorage } from '../src/index.ts'

/** An empty database of a test's own. */
export interface TestDatabase {
  readonly dialect: Dialect
  readonly url: string
  open(options?: Omit<StorageOptions, 'url'>): Promise<Storage>
  /** Closes what was opened and takes the database away. */
  drop(): Promise<void>
}

export const dialects: readonly Dialect[] = ['sqlite', 'postgres']

export async function freshDatabase(dialect: Dialect): Promise<TestDatabase> {
  const { url, remove } = dialect === 'sqlite' ? freshFile() : await freshPostgres()
  const opened: Storage[] = []
  return {
    dialect,
    url,
    open: async (options = {}) => {
      const storage = await openStorage({ ...options, url })
      opened.push(storage)
      return storage
    },
    drop: async () => {
      await Promise.all(opened.map((storage) => storage.close()))
      await remove()
    },
  }
}

function freshFile() {
  const folder = mkdtempSync(join(tmpdir(), 'duban-test-'))
  return {
    url: `file:${join(folder, 'duban.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function freshPostgres() {
  const server = inject('postgresUrl')
  const name = `duban_test_${randomBytes(6).toString('hex')}`
  await runOn(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    remove: () => runOn(server, `drop database if exists ${name} with (force)`),
  }
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
