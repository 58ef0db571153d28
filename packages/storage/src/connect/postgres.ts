import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { postgresColumns } from '../columns/postgres.ts'
import { failure } from '../failure.ts'
import { defineSchema } from '../schema/define-schema.ts'
import { type Connection, isEmpty, type Write } from './connection.ts'
import { hearNotices, noticeChannel } from './hear-notices.ts'
import { migrationsOf, pendingMigrations } from './migrations.ts'
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
  })
  // A connection that ends: the statement on it fails by itself, and the next one gets another connection.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const logger = { logQuery: options.onStatement }
  const sessionOf = (client: pg.Pool | pg.PoolClient): Session => ({
    dialect: 'postgres',
    db: drizzle(client, { logger }),
    tables,
  })
  const sessions = new WeakMap<pg.PoolClient, Session>()
  const sessionOn = (client: pg.PoolClient): Session => {
    const session = sessions.get(client) ?? sessionOf(client)
    sessions.set(client, session)
    return session
  }
  try {
    await inTransaction(pool, migrate)
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    dialect: 'postgres',
    session: sessionOf(pool),
    transact: (writes, notice) =>
      inTransaction(pool, async (client) => {
        if (!(await runAll(sessionOn(client), writes))) return false
        if (notice !== undefined) {
          await client.query('select pg_notify($1, $2)', [noticeChannel, JSON.stringify(notice)])
        }
        return true
      }),
    listen: (heard) => hearNotices(options.url, heard),
    backup: () => Promise.reject(failure('NOT_SUPPORTED', 'pg_dump')),
    close: () => pool.end(),
  }
}

async function runAll(session: Session, writes: Iterable<Write>): Promise<boolean> {
  for (const write of writes) {
    const answer = await write.statement(session).execute(valuesOf(write))
    if (write.guard === true && isEmpty(answer)) return false
  }
  return true
}

/** What all rows have in common can be had from the first one, so that it need not be looked up for each. */
function valuesOf(write: Write): Record<string, unknown> {
  if ('values' in write) return write.values
  return { ...write.rows[0], rows: JSON.stringify(write.rows) }
}

/** Commits what the work did, or undoes it where it answers false or fails. */
async function inTransaction(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<boolean>,
): Promise<boolean> {
  const client = await begin(pool)
  let broken = false
  try {
    const good = await work(client)
    await client.query(good ? 'commit' : 'rollback')
    return good
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

/** A connection in a transaction. One that was cut while idle is put away for another: nothing was asked of it yet. */
async function begin(pool: pg.Pool): Promise<pg.PoolClient> {
  for (let attempt = 0; ; attempt += 1) {
    const client = await pool.connect()
    try {
      await client.query('begin')
      return client
    } catch (error) {
      client.release(true)
      if (attempt === pool.options.max) throw error
    }
  }
}

// Any number that no other program is likely to lock by.
const migrationLock = 4_203_185_107

async function migrate(client: pg.PoolClient): Promise<boolean> {
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
  return true
}
