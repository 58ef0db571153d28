import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { type Session, type Statement, statement } from '../connect/session.ts'
import { insertRows, isAmong, joinEach, rowsIn } from '../sql.ts'

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

/** As insertRows takes them: PostgreSQL many keys with their days at a time, SQLite one after another. */
function beginSince(session: Session, table: StepTable, key: PgColumn) {
  const given = sql.placeholder
  const ofPlan = eq(table.planId, given('planId'))
  if (session.dialect === 'sqlite') {
    return and(ofPlan, eq(key, given('key')), gte(table.fromDay, given('since')))
  }
  const rows = rowsIn(session, 'rows', { key: 'text', since: 'date' })
  const begun = sql`${ofPlan} and ${key} = ${rows.column('key')} and ${table.fromDay} >= ${rows.column('since')}`
  return isAmong(session, table, joinEach(session, rows, table, begun, asc(table.fromDay)))
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
