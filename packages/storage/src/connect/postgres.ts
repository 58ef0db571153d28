import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { postgresColumns } from '../columns/postgres.ts'
import { failure } from '../failure.ts'
import { defineSchema } from '../schema/define-schema.ts'
import type { Connection } from './connection.ts'
import { hearNotices } from './hear-notices.ts'
import { migrationsOf, pendingMigrations } from './migrations.ts'
import { sender, transact } from './postgres-transaction.ts'
import type { Session } from './session.ts'

/** How to reach one PostgreSQL database. */
export interface PostgresOptions {
  readonly url: string
  readonly poolSize: number
  readonly busyTimeout: number
  readonly onStatement: (sql: string, params: unknown[]) => void
}

const tables = defineSchema(postgresColumns)

/** Connects to one PostgreSQL database and brings it to this version. */
export async function connectPostgres(options: PostgresOptions): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: options.busyTimeout,
    lock_timeout: options.busyTimeout,
    // Statements are sent without waiting for the answers to those before them.
    pipeline: true,
  })
  // A connection that ends: the statement on it fails by itself, and the next one gets another connection.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const { onStatement } = options
  const session: Session = {
    dialect: 'postgres',
    db: drizzle(pool, { logger: { logQuery: onStatement } }),
    tables,
  }
  const sending = sender(session, onStatement)
  try {
    await inTransaction(pool, migrate)
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    dialect: 'postgres',
    session,
    transact: (work, notice) => transact(pool, sending, work, notice),
    listen: (heard) => hearNotices(options.url, heard),
    backup: () => Promise.reject(failure('NOT_SUPPORTED', 'pg_dump')),
    close: () => pool.end(),
  }
}

/** Commits what the work did, or undoes it where it fails. */
async function inTransaction(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

// Any number that no other program is likely to lock by.
const migrationLock = 4_203_185_107

async function migrate(client: pg.PoolClient): Promise<void> {
  // Of two servers that start at once one waits, and then finds nothing to do.
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  await client.query(
    'create table if not exists migration (hash text not null, created_at bigint not null)',
  )
  const { rows } = await client.query<{ last: string | null }>(
    'select max(created_at) as last from migration',
  )
  const last = rows[0]?.last ?? null
  const all = migrationsOf('postgres')
  for (const migration of pendingMigrations(all, last === null ? null : Number(last))) {
    for (const sql of migration.sql) await client.query(sql)
    await client.query('insert into migration (hash, created_at) values ($1, $2)', [
      migration.hash,
      migration.folderMillis,
    ])
  }
}
