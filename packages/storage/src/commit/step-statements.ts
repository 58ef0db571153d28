import { and, eq, gte, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { type Session, type Statement, statement } from '../connect/session.ts'
import { insertRows, matchesGiven } from '../sql.ts'

type StepTable = PgTable & {
  readonly planId: PgColumn
  readonly fromDay: PgColumn
}

/** The statements that write a table of steps, keyed by plan, by what they are of, and by day. */
export interface StepStatements {
  readonly deleteAll: Statement<unknown>
  readonly deleteSince: Statement<unknown>
  readonly insert: Statement<unknown>
}

function stepStatements<T extends StepTable>(
  name: string,
  tableOf: (session: Session) => T,
  keyOf: (table: T) => PgColumn,
): StepStatements {
  return {
    deleteAll: statement((session) => {
      const table = tableOf(session)
      return session.db
        .delete(table)
        .where(eq(table.planId, sql.placeholder('planId')))
        .prepare(`delete_all_${name}`)
    }),
    deleteSince: statement((session) => {
      const table = tableOf(session)
      const key = keyOf(table)
      return session.db
        .delete(table)
        .where(beginSince(session, table, key))
        .prepare(`delete_${name}_since`)
    }),
    insert: statement((session) => insertRows(session, tableOf(session)).prepare(`insert_${name}`)),
  }
}

/** Whether a row is of one of the keys that are given, and begins on the day given with it or later. */
function beginSince(session: Session, table: StepTable, key: PgColumn) {
  return matchesGiven(session, table, { key: 'text', since: 'date' }, (member) =>
    and(
      eq(table.planId, sql.placeholder('planId')),
      eq(key, member('key')),
      gte(table.fromDay, member('since')),
    ),
  )
}

export const measuredStatements = stepStatements(
  'measured',
  ({ tables }) => tables.measured,
  (table) => table.commitment,
)
export const projectStatements = stepStatements(
  'project_steps',
  ({ tables }) => tables.projectStep,
  (table) => table.project,
)
