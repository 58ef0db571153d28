import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { asFailure } from '../as-failure.ts'
import { postgresColumns } from '../columns/postgres.ts'
import { selectRevisions } from '../load/statements.ts'
import { defineSchema } from '../schema/define-schema.ts'
import type { PostgresOptions } from './postgres.ts'
import type { Session } from './session.ts'

/** A database that follows another one and may be behind it. */
export interface Replica {
  readonly session: Session
  /** Notes that a plan has come to a revision, which lists must show from now on. */
  expect(plan: string, revision: number): void
  /** Whether it has come to every revision that was noted. */
  isCurrent(): Promise<boolean>
  close(): Promise<void>
}

/** Connects to a streaming replica. One that cannot be reached is never current. */
export function connectReplica(options: PostgresOptions): Replica {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: options.busyTimeout,
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const session: Session = {
    dialect: 'postgres',
    db: drizzle(pool, { logger: { logQuery: options.onStatement } }),
    tables: defineSchema(postgresColumns),
  }
  const expected = new Map<string, number>()
  return {
    session,
    expect: (plan, revision) => {
      if (revision > (expected.get(plan) ?? 0)) expected.set(plan, revision)
    },
    isCurrent: async () => {
      if (expected.size === 0) return true
      const codes = JSON.stringify([...expected.keys()])
      for (const { planId, revision } of await selectRevisions(session).execute({ codes })) {
        if (revision >= (expected.get(planId) ?? 0)) expected.delete(planId)
      }
      return expected.size === 0
    },
    close: () => pool.end(),
  }
}

/** Works with the replica, and without it where there is none or it fails. */
export async function onReplica<T>(
  replica: Replica | undefined,
  work: (from: Session | undefined) => Promise<T>,
): Promise<T> {
  if (replica === undefined) return await work(undefined)
  try {
    return await work(replica.session)
  } catch (error) {
    const { code } = asFailure(error)
    if (code !== 'CONNECTION_LOST' && code !== 'CANNOT_OPEN' && code !== 'LOCKED') throw error
    return await work(undefined)
  }
}
