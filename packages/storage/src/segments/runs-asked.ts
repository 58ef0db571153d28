import { and, count, eq, gte, isNotNull, lte, max, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Session } from '../connect/session.ts'
import type { Condition } from '../contract/page.ts'
import type { CommitmentField } from '../contract/segment-row.ts'
import { conditionSql, fieldsIn } from '../lists/condition.ts'
import { type ListedField, listedFields } from '../schema/listed-fields.ts'
import { noDueDate } from '../schema/segment.ts'
import { fieldsOf } from './fields.ts'
import { conjuncts } from './leads.ts'

type Where = Condition<CommitmentField>

/** The segments of so many runs are looked up, whatever else is asked for and in whatever order. */
const FEW_RUNS = 4000

/** Fields with an index by due date of their own, in which every segment is. */
const ofSegments: ReadonlySet<string> = new Set(['unit', 'light', 'status'])

/** The runs that hold a day, from which a list starts. */
export interface RunsAsked {
  readonly run: RunTable
  /** What is asked of them, and what ties a segment to its run. */
  readonly where: SQL | undefined
  /** What is still to be asked of the segments. */
  readonly rest: Where
}

/** A condition on a day. */
export interface Asked {
  readonly asOf: string
  readonly where: Where | undefined
  /** How what it finds is read: by due date, in another order, or in whatever order, to be counted. */
  readonly order: 'DUE' | 'OTHER' | 'ANY'
}

/**
 * The runs that a condition asks for, where a list does well to start there: in the index of a task, a project and so on
 * where there are few of them, or where no other index serves it; in the one of all by due date where nothing else has
 * the order. Otherwise undefined.
 */
export async function runsAsked(
  session: Session,
  { asOf, where, order }: Asked,
): Promise<RunsAsked | undefined> {
  const parts = conjuncts(where)
  // The segments of a plan are few.
  if (parts.some((part) => asksFor(part, 'plan'))) return undefined
  const fields = listedFields.filter((field) => parts.some((part) => asksFor(part, field)))
  const [first] = fields
  const asksForOne = (field: ListedField) =>
    parts.some((part) => asksFor(part, field) && 'eq' in part)
  const isServed = parts.some((part) => 'field' in part && ofSegments.has(part.field))
  if (first !== undefined && asksForOne(first) && order !== 'OTHER' && !isServed)
    return ofRuns(session, asOf, split(session, asOf, parts, first))
  for (const field of fields) {
    const parted = split(session, asOf, parts, field)
    if (await areFew(session, parted.inIndex)) return ofRuns(session, asOf, parted)
  }
  return order === 'DUE' && !parts.some((part) => hasOrder(session, part))
    ? ofRuns(session, asOf, split(session, asOf, parts))
    : undefined
}

/** Whether an index of segments has what a condition asks for by due date, or a unit's, which are few enough to be sorted. */
function hasOrder({ dialect }: Session, part: Where): boolean {
  if (!('field' in part) || !ofSegments.has(part.field)) return false
  // Of several lights SQLite reads each one in order, as far as it may come first; PostgreSQL would sort all of them.
  return part.field === 'unit' || 'eq' in part || ('in' in part && dialect === 'sqlite')
}

function asksFor(part: Where, field: CommitmentField): boolean {
  if (!('field' in part) || part.field !== field) return false
  return 'eq' in part ? part.eq !== null : 'in' in part
}

/** What runs are asked for, and what that leaves: PostgreSQL would take twice asked for twice as rare. */
interface Split {
  readonly inIndex: SQL | undefined
  readonly rest: Where
}

function split(
  session: Session,
  asOf: string,
  parts: readonly Where[],
  field?: ListedField,
): Split {
  const run = runTable(session)
  const fields = {
    ...fieldsOf(session, asOf),
    ...(field && { [field]: run[field] }),
    dueOn: { column: run.dueOn, none: noDueDate },
  }
  const isOfRun = (part: Where) => fieldsIn(part).every((it) => it === field || it === 'dueOn')
  return {
    inIndex: and(
      isNotNull(run.runsTo),
      conditionSql(session, { and: parts.filter(isOfRun) }, fields),
    ),
    rest: { and: parts.filter((part) => !isOfRun(part)) },
  }
}

async function areFew(session: Session, where: SQL | undefined): Promise<boolean> {
  const found = session.db
    .select({ one: sql`1`.as('one') })
    .from(runTable(session))
    .where(where)
    .limit(FEW_RUNS + 1)
    .as('found')
  const [row] = await session.db.select({ count: count() }).from(found)
  return (row?.count ?? 0) <= FEW_RUNS
}

function ofRuns(session: Session, asOf: string, { inIndex, rest }: Split): RunsAsked {
  const { segment } = session.tables
  const run = runTable(session)
  const ofItsRun = and(eq(segment.planId, run.planId), eq(segment.commitment, run.commitment))
  // PostgreSQL reads the few there are as fast, and would take the comparison for a rare one and plan by that.
  const isLast =
    session.dialect === 'sqlite' ? eq(segment.fromDay, lastFromDay(session, run, asOf)) : undefined
  const where = and(inIndex, lte(run.fromDay, asOf), gte(run.runsTo, asOf), ofItsRun, isLast)
  return { run, where, rest }
}

/** The last day up to another on which a segment of a commitment begins: the key tells it, so that no other one is read. */
function lastFromDay({ db, tables }: Session, run: RunTable, asOf: string): SQL {
  const other = alias(tables.segment, 'other')
  const ofSame = and(eq(other.planId, run.planId), eq(other.commitment, run.commitment))
  const last = db.select({ day: max(other.fromDay) }).from(other)
  return sql`${last.where(and(ofSame, lte(other.fromDay, asOf)))}`
}

type RunTable = ReturnType<typeof runTable>

function runTable({ tables: { segment } }: Session) {
  return alias(segment, 'run')
}
