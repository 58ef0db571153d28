import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableName } from 'drizzle-orm'
import pg from 'pg'
import { inject } from 'vitest'
import { postgresColumns } from '../src/columns/postgres.ts'
import type { Dialect, Storage, StorageOptions } from '../src/index.ts'
import { openStorage } from '../src/index.ts'
import { defineSchema } from '../src/schema/define-schema.ts'
import { rowsOfFile } from './rows-of-file.ts'

/** An empty database of a test's own. */
export interface TestDatabase {
  readonly dialect: Dialect
  readonly url: string
  open(options?: Omit<StorageOptions, 'url'>): Promise<Storage>
  /** Rows of a statement of the test's own, on a connection of its own. */
  rows(sql: string): Promise<unknown[]>
  /** Closes what was opened and takes the database away. */
  drop(): Promise<void>
}

export const dialects: readonly Dialect[] = ['sqlite', 'postgres']

/** A database without facts; a bare one without tables as well. */
export async function freshDatabase(dialect: Dialect, bare = false): Promise<TestDatabase> {
  const { url, remove } = dialect === 'sqlite' ? freshFile() : await freshPostgres(bare)
  const opened: Storage[] = []
  return {
    dialect,
    url,
    open: async (options = {}) => {
      const storage = await openStorage({ ...options, url })
      opened.push(storage)
      return storage
    },
    rows: (sql) => (dialect === 'sqlite' ? rowsOfFile(url, sql) : runOn(url, sql)),
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

// Making a database takes longer than most tests; one that was used is emptied and used again.
const emptied: string[] = []

async function freshPostgres(bare: boolean) {
  const server = inject('postgresUrl')
  const spare = bare ? undefined : emptied.pop()
  const name = spare ?? `${inject('databasePrefix')}${randomBytes(6).toString('hex')}`
  if (spare === undefined) await runOn(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    remove: async () => {
      if (bare) await runOn(server, `drop database if exists ${name} with (force)`)
      else {
        await runOn(url.href, `truncate ${Object.values(tables).map(getTableName).join(', ')}`)
        emptied.push(name)
      }
    },
  }
}

const tables = defineSchema(postgresColumns)

/** Rows of one statement on PostgreSQL. */
export async function runOn(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return rows
}
