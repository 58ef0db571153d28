import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { sqliteColumns } from '../columns/sqlite.ts'
import { defineSchema } from '../schema/define-schema.ts'
import { type Connection, isEmpty, type Write } from './connection.ts'
import { migrationsOf, pendingMigrations } from './migrations.ts'
import type { Session } from './session.ts'
import { watchFile } from './watch-file.ts'

/** How to open one SQLite file. */
export interface SqliteOptions {
  readonly file: string
  readonly busyTimeout: number
  readonly onStatement: (sql: string, params: unknown[]) => void
}

/** Opens, or makes, one SQLite file and brings it to this version. */
export function connectSqlite(options: SqliteOptions): Connection {
  mkdirSync(dirname(options.file), { recursive: true })
  const driver = new Database(options.file, { timeout: options.busyTimeout })
  try {
    // FULL: what is acknowledged survives a power cut.
    for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
      driver.pragma(setting)
    }
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
  return {
    dialect: 'sqlite',
    session,
    transact: async (writes) => transact(driver, session, writes),
    listen: async (heard) => watchFile(options.file, heard),
    backup: (file) => backup(driver, file),
    close: async () => {
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

function transact(driver: Database.Database, session: Session, writes: Iterable<Write>): boolean {
  driver.exec('BEGIN IMMEDIATE')
  try {
    for (const write of writes) {
      const answer = runNow(session, write)
      if (write.guard === true && isEmpty(answer)) {
        driver.exec('ROLLBACK')
        return false
      }
    }
    driver.exec('COMMIT')
    return true
  } catch (error) {
    if (driver.inTransaction) driver.exec('ROLLBACK')
    throw error
  }
}

function runNow(session: Session, write: Write): unknown {
  const prepared = write.statement(session)
  const run = (values: Record<string, unknown>): unknown => {
    // better-sqlite3 answers at once; Drizzle wraps that in a promise that has sync().
    const answer = prepared.execute(values) as unknown as { sync(): unknown }
    return answer.sync()
  }
  if ('values' in write) return run(write.values)
  let last: unknown
  for (const row of write.rows) last = run(row)
  return last
}
