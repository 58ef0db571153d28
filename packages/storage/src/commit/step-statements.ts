import { and, eq, gte, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { type Session, type Statement, statement } from '../connect/session.ts'
import { insertRows, matchesGiven, type Size } from '../rows.ts'
import { type RowsStatement, rowsStatement } from './chunks.ts'

type StepTable = PgTable & {
  readonly planId: PgColumn
  readonly fromDay: PgColumn
}

/** The statements that write a table of steps, keyed by plan, by what they are of, and by day. */
export interface StepStatements {
  readonly deleteAll: Statement<unknown>
  readonly deleteSince: RowsStatement
  readonly insert: RowsStatement
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
    deleteSince: rowsStatement(`delete_${name}_since`, (session, size) => {
      const table = tableOf(session)
      return session.db.delete(table).where(beginSince(session, table, keyOf(table), size))
    }),
    insert: rowsStatement(`insert_${name}`, (session, size) =>
      insertRows(session, tableOf(session), size),
    ),
  }
}

/** Whether a row is of one of the keys that are given, and begins on the day given with it or later. */
function beginSince(session: Session, table: StepTable, key: PgColumn, size: Size) {
  return matchesGiven(session, table, { key: 'text', since: 'date' }, size, (member) =>
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
