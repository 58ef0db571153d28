import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Write } from '../connect/connection.ts'
import { type Session, type Statement, statement } from '../connect/session.ts'
import type { DerivedRows, MeasuredRow, ProjectRow, RowsSince } from '../contract/derived-rows.ts'
import { insertRows, joinEach, rowsIn } from '../sql.ts'
import { inChunks, type Row } from './chunks.ts'

/** Before every day that rows begin on. */
const firstDay = '0001-01-01'

type StepTable = PgTable & {
  readonly planId: PgColumn
  readonly fromDay: PgColumn
}

/** The statements that write a table of steps, keyed by plan, by what they are of, and by day. */
interface StepStatements {
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
  // Found through the index for one after another: the plan's other rows are not looked at.
  const found = joinEach(session, rows, table, begun, asc(table.fromDay))
  return and(
    ofPlan,
    sql`(${key}, ${table.fromDay}) in (select ${key}, ${table.fromDay} from ${found})`,
  )
}

const measured = stepStatements(
  'measured',
  ({ tables }) => tables.measured,
  (table) => table.commitment,
)
const projectSteps = stepStatements(
  'project_steps',
  ({ tables }) => tables.projectStep,
  (table) => table.project,
)

/** Brings what is measured and the steps of projects up to date, or with `all` writes those of the whole plan anew. */
export function* stepWrites(
  planId: string,
  { measured: ofCommitments = [], projects = [] }: Omit<DerivedRows, 'timelines'>,
  all: boolean,
): Generator<Write> {
  yield* writesTo(measured, planId, ofCommitments, ({ commitment }) => commitment, measuredRow, all)
  yield* writesTo(projectSteps, planId, projects, ({ project }) => project, projectRow, all)
}

function* writesTo<R, Steps extends RowsSince<R>>(
  { deleteAll, deleteSince, insert }: StepStatements,
  planId: string,
  steps: readonly Steps[],
  keyOf: (steps: Steps) => string,
  rowOf: (planId: string, key: string, row: R) => Row,
  all: boolean,
): Generator<Write> {
  if (all) yield { statement: deleteAll, values: { planId } }
  else {
    const keys = steps.map((each) => ({ planId, key: keyOf(each), since: each.since ?? firstDay }))
    yield* inChunks(keys, deleteSince)
  }
  yield* inChunks(rowsOf(), insert)

  function* rowsOf(): Generator<Row> {
    for (const each of steps) for (const row of each.rows) yield rowOf(planId, keyOf(each), row)
  }
}

// Written out: of a row spread into one with more members the engine makes a table of names, several times as large.
function measuredRow(planId: string, commitment: string, row: MeasuredRow): Row {
  return {
    planId,
    commitment,
    fromDay: row.from,
    toDay: row.to,
    unit: row.unit,
    dimension: row.dimension,
    factor: row.factor,
    target: row.target,
    actual: row.actual,
    achieved: row.achieved,
    weight: row.weight,
    daysLate: row.daysLate,
    points: row.points,
  }
}

function projectRow(planId: string, project: string, row: ProjectRow): Row {
  return {
    planId,
    project,
    fromDay: row.from,
    toDay: row.to,
    unit: row.unit,
    dimension: row.dimension,
    factor: row.factor,
    kind: row.kind,
    stage: row.stage,
    total: row.total,
    thisYear: row.thisYear,
    done: row.done,
  }
}
