import type { Write } from '../connect/connection.ts'
import type { DerivedRows, MeasuredRow, ProjectRow, RowsSince } from '../contract/derived-rows.ts'
import { inChunks, type Row } from './chunks.ts'
import { measuredStatements, projectStatements, type StepStatements } from './step-statements.ts'

/** Before every day that rows begin on. */
const firstDay = '0001-01-01'

/** Brings what is measured and the steps of projects up to date, or with `all` writes those of the whole plan anew. */
export function* stepWrites(
  planId: string,
  { measured = [], projects = [] }: Omit<DerivedRows, 'timelines'>,
  all: boolean,
): Generator<Write> {
  const ofCommitments = measured.map(({ commitment: key, since, rows }) => ({ key, since, rows }))
  const ofProjects = projects.map(({ project: key, since, rows }) => ({ key, since, rows }))
  yield* writesTo(measuredStatements, planId, ofCommitments, measuredRow, all)
  yield* writesTo(projectStatements, planId, ofProjects, projectRow, all)
}

/** Rows of one commitment or project. */
interface KeyedRows<R> extends RowsSince<R> {
  readonly key: string
}

function* writesTo<R>(
  { deleteAll, deleteSince, insert }: StepStatements,
  planId: string,
  steps: readonly KeyedRows<R>[],
  rowOf: (planId: string, key: string, row: R) => Row,
  all: boolean,
): Generator<Write> {
  if (all) yield { statement: deleteAll, values: { planId } }
  else {
    const keys = steps.map(({ key, since }) => ({ planId, key, since: since ?? firstDay }))
    yield* inChunks(keys, deleteSince)
  }
  yield* inChunks(rowsOf(planId, steps, rowOf), insert)
}

function* rowsOf<R>(
  planId: string,
  steps: readonly KeyedRows<R>[],
  rowOf: (planId: string, key: string, row: R) => Row,
): Generator<Row> {
  for (const { key, rows } of steps) for (const row of rows) yield rowOf(planId, key, row)
}

// Written out member by member: what is spread into so many becomes a table of names.

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
    kind: row.kind,
    stage: row.stage,
    unit: row.unit,
    dimension: row.dimension,
    factor: row.factor,
    total: row.total,
    thisYear: row.thisYear,
    done: row.done,
  }
}
