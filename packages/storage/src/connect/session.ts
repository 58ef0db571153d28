import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Dialect } from '../contract/storage.ts'
import type { Tables } from '../schema/define-schema.ts'

/** One place to send statements: a database handle, its tables and its dialect. */
export interface Session {
  readonly dialect: Dialect
  readonly db: NodePgDatabase
  readonly tables: Tables
}

/** A prepared statement, as far as both dialects' have it in common. */
export interface Prepared<Answer> {
  execute(values: Record<string, unknown>): PromiseLike<Answer>
}

/** A statement that is built once for every session. */
export type Statement<Answer> = (session: Session) => Prepared<Answer>

/** Makes a Statement of a function that builds and prepares it. */
export function statement<Answer>(
  build: (session: Session) => Prepared<Answer>,
): Statement<Answer> {
  const built = new WeakMap<Session, Prepared<Answer>>()
  return (session) => {
    const known = built.get(session)
    if (known !== undefined) return known
    const prepared = build(session)
    built.set(session, prepared)
    return prepared
  }
}
