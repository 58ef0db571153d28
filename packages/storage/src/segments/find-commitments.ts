import { and, count, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Session } from '../connect/session.ts'
import type { OrderBy, Page } from '../contract/page.ts'
import type {
  CommitmentOrderField,
  CommitmentQuery,
  FoundCommitment,
} from '../contract/segment-row.ts'
import { keysetOf } from '../lists/keyset.ts'
import { pageOf } from '../lists/page-of.ts'
import { noDueDate } from '../schema/segment.ts'
import { columnsOf, ofItsPlan, onDay, readPlan } from './fields.ts'
import { firstRows, oneRowEach } from './leads.ts'
import { ofPlansAsked } from './plans-asked.ts'
import { type Asked, type RunsAsked, runsAsked } from './runs-asked.ts'

// Every field that orders is text, a number or nothing.
type KeyValue = string | number | null

/** One page of the commitments of many plans that fit on a day. */
export async function findCommitments(
  session: Session,
  { asOf, where, orderBy, page }: CommitmentQuery,
): Promise<Page<FoundCommitment>> {
  const { segment, plan } = session.tables
  const order = totalOrder(orderBy)
  const fields = order.map(({ field }) => field)
  const { plans, runs } = await startOf(session, {
    asOf,
    where,
    order: fields.join() === 'dueOn,plan,commitment' ? 'DUE' : 'OTHER',
  })
  const keys = order.map(({ field, descending = false }) => ({
    column: columnOf(session, field, runs),
    descending,
  }))
  const keyset = keysetOf(keys, page)
  const keyColumns: Record<string, PgColumn> = Object.fromEntries(
    keys.map(({ column }, index) => [`${index}`, column]),
  )
  const select = session.db.select({
    plan: segment.planId,
    commitment: segment.commitment,
    kind: segment.kind,
    code: segment.code,
    status: segment.status,
    light: segment.light,
    from: segment.fromDay,
    to: segment.toDay,
    dueOn: segment.dueOn,
    key: keyColumns,
  })
  // SQLite reads the tables of a cross join in the order in which they stand.
  const base =
    runs === undefined
      ? select.from(segment).$dynamic()
      : select.from(runs.run).crossJoin(segment).$dynamic()
  // A list by unit is in the order of the first one in the lead.
  const leads = (fields.includes('unit') ? firstRows : oneRowEach)(session, runs?.rest ?? where)
  const needsPlan = readPlan(where, fields)
  // Of many plans, segments first.
  const withPlan = () =>
    plans === undefined ? base.crossJoin(plan) : base.innerJoin(plan, ofItsPlan(session))
  const rows = await (needsPlan ? withPlan() : base)
    .where(
      and(
        runs?.where,
        onDay(session, asOf, leads),
        keyset.where,
        plans,
        needsPlan ? ofItsPlan(session) : undefined,
      ),
    )
    .orderBy(...keyset.orderBy)
    .limit(keyset.limit)
  const found = rows.map(({ key, dueOn, ...row }) => ({
    row: { ...row, dueOn: dueOn === noDueDate ? null : dueOn },
    key: Object.values(key) as KeyValue[],
  }))
  const { edges, ...rest } = pageOf(found, page, ({ key }) => key)
  return { ...rest, edges: edges.map(({ cursor, row }) => ({ cursor, row: row.row })) }
}

/** How many commitments fit on a day. */
export async function countCommitments(
  session: Session,
  { asOf, where }: Pick<CommitmentQuery, 'asOf' | 'where'>,
): Promise<number> {
  const { segment, plan } = session.tables
  const { plans, runs } = await startOf(session, { asOf, where, order: 'ANY' })
  const select = session.db.select({ count: count() })
  const base =
    runs === undefined
      ? select.from(segment).$dynamic()
      : select.from(runs.run).crossJoin(segment).$dynamic()
  const [row] = await (readPlan(where) ? base.innerJoin(plan, ofItsPlan(session)) : base).where(
    and(runs?.where, onDay(session, asOf, oneRowEach(session, runs?.rest ?? where)), plans),
  )
  return row?.count ?? 0
}

/** Where to begin: with the segments of few plans, with the runs of an index, or with neither. */
async function startOf(
  session: Session,
  asked: Asked,
): Promise<{ readonly plans: SQL | undefined; readonly runs: RunsAsked | undefined }> {
  const plans = await ofPlansAsked(session, asked.asOf, asked.where)
  return { plans, runs: plans === undefined ? await runsAsked(session, asked) : undefined }
}

/** By due date unless told; ties by plan and commitment, in the direction of what comes before them. */
function totalOrder(
  orderBy: readonly OrderBy<CommitmentOrderField>[] = [],
): readonly OrderBy<CommitmentOrderField>[] {
  const asked: typeof orderBy = orderBy.length === 0 ? [{ field: 'dueOn' }] : orderBy
  const descending = asked.at(-1)?.descending ?? false
  return [...asked, { field: 'plan', descending }, { field: 'commitment', descending }]
}

function columnOf(
  session: Session,
  field: CommitmentOrderField,
  runs: RunsAsked | undefined,
): PgColumn {
  const { segment } = session.tables
  // A run has these of its segments, in the order of its index.
  const ordered = runs?.run ?? segment
  if (field === 'dueOn') return ordered.dueOn
  if (field === 'plan') return ordered.planId
  if (field === 'commitment') return ordered.commitment
  return field === 'unit' ? segment.unit : columnsOf(session)[field]
}
