import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { sqliteColumns } from '../columns/sqlite.ts'
import { defineSchema } from '../schema/define-schema.ts'
import { type Checkpoints, checkpointsOf, mostLogPages } from './checkpoints.ts'
import type { Connection, Returned, UnitOfWork } from './connection.ts'
import { addExactSum } from './exact-sum.ts'
import { migrationsOf, pendingMigrations } from './migrations.ts'
import type { Session } from './session.ts'
import { sqliteWriter } from './sqlite-writer.ts'
import { watchFile } from './watch-file.ts'

/** How to open one SQLite file. */
export interface SqliteOptions {
  readonly file: string
  readonly busyTimeout: number
  readonly onStatement: (sql: string, params: unknown[]) => void
}

const settings = [
  'journal_mode = WAL',
  // What is acknowledged survives a power cut.
  'synchronous = FULL',
  'foreign_keys = ON',
  // In KiB, as it is negative: the indexes of an import stay in memory until it is committed. Taken as it is needed.
  'cache_size = -65536',
  `wal_autocheckpoint = ${mostLogPages}`,
]

/** Opens, or makes, one SQLite file and brings it to this version. */
export function connectSqlite(options: SqliteOptions): Connection {
  mkdirSync(dirname(options.file), { recursive: true })
  const driver = new Database(options.file, { timeout: options.busyTimeout })
  try {
    for (const setting of settings) driver.pragma(setting)
    addExactSum(driver)
    migrate(driver)
  } catch (error) {
    driver.close()
    throw error
  }
  const db = drizzle(driver, { logger: { logQuery: options.onStatement } })
  const session: Session = {
    dialect: 'sqlite',
    // Both builders take the same calls; those that differ are in sql.ts, and every query is awaited.
    db: db as unknown as NodePgDatabase,
    tables: defineSchema(sqliteColumns),
  }
  const checkpoints = checkpointsOf(options.file)
  const transact = transaction(driver, session, options.onStatement, checkpoints)
  return {
    dialect: 'sqlite',
    session,
    transact: async (work) => transact(work),
    listen: async (heard) => watchFile(options.file, heard),
    backup: (file) => backup(driver, file),
    close: async () => {
      await checkpoints.close()
      driver.close()
    },
  }
}

function migrate(driver: Database.Database): void {
  const all = migrationsOf('sqlite')
  // IMMEDIATE: of two servers that start at once one waits, and then finds nothing to do.
  driver.exec('BEGIN IMMEDIATE')
  try {
    driver.exec(
      'CREATE TABLE IF NOT EXISTS migration (hash text NOT NULL, created_at integer NOT NULL)',
    )
    const last = driver.prepare('SELECT max(created_at) FROM migration').pluck().get()
    for (const migration of pendingMigrations(all, typeof last === 'number' ? last : null)) {
      for (const sql of migration.sql) driver.exec(sql)
      driver
        .prepare('INSERT INTO migration (hash, created_at) VALUES (?, ?)')
        .run(migration.hash, migration.folderMillis)
    }
    driver.exec('COMMIT')
  } catch (error) {
    if (driver.inTransaction) driver.exec('ROLLBACK')
    throw error
  }
}

/** Under its own name the copy is whole or not there. */
async function backup(driver: Database.Database, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.part`
  try {
    await driver.backup(part)
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** Applies work as one transaction, every statement compiled once and run by the driver itself. */
function transaction(
  driver: Database.Database,
  session: Session,
  onStatement: SqliteOptions['onStatement'],
  checkpoints: Checkpoints,
): (work: UnitOfWork) => boolean {
  // IMMEDIATE: it waits for other processes' writes here, and nowhere further on.
  const begin = driver.prepare('BEGIN IMMEDIATE')
  const commit = driver.prepare('COMMIT')
  const rollback = driver.prepare('ROLLBACK')
  const apply = sqliteWriter(driver, session, onStatement)
  return ({ guards, writes }) => {
    begin.run()
    try {
      const returned: Returned[] = []
      for (const guard of guards) {
        const row = apply(guard)
        if (row === undefined) {
          rollback.run()
          return false
        }
        returned.push(row)
      }
      let rows = guards.length
      for (const write of writes(returned)) {
        apply(write)
        rows += 'rows' in write ? write.rows.length : 1
      }
      commit.run()
      checkpoints.committed(rows)
      return true
    } catch (error) {
      if (driver.inTransaction) rollback.run()
      throw error
    }
  }
}
