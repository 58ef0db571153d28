import { and, count } from 'drizzle-orm'
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

// Every field that orders is text, a number or nothing.
type KeyValue = string | number | null

/** One page of the commitments of many plans that fit on a day. */
export async function findCommitments(
  session: Session,
  { asOf, where, orderBy, page }: CommitmentQuery,
): Promise<Page<FoundCommitment>> {
  const { segment, plan } = session.tables
  const order = totalOrder(orderBy)
  const keys = order.map(({ field, descending = false }) => ({
    column: columnOf(session, field),
    descending,
  }))
  const keyset = keysetOf(keys, page)
  const keyColumns: Record<string, PgColumn> = Object.fromEntries(
    keys.map(({ column }, index) => [`${index}`, column]),
  )
  const base = session.db
    .select({
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
    .from(segment)
    .$dynamic()
  const fields = order.map(({ field }) => field)
  // A list by unit is in the order of the first one in the lead.
  const leads = (fields.includes('unit') ? firstRows : oneRowEach)(session, where)
  const plans = await ofPlansAsked(session, asOf, where)
  const needsPlan = readPlan(where, fields)
  // SQLite reads the tables of a cross join in the order in which they stand: of many plans, segments first.
  const withPlan = () =>
    plans === undefined ? base.crossJoin(plan) : base.innerJoin(plan, ofItsPlan(session))
  const rows = await (needsPlan ? withPlan() : base)
    .where(
      and(
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
  const base = session.db.select({ count: count() }).from(segment).$dynamic()
  const [row] = await (readPlan(where) ? base.innerJoin(plan, ofItsPlan(session)) : base).where(
    onDay(session, asOf, oneRowEach(session, where)),
  )
  return row?.count ?? 0
}

/** By due date unless told; ties by plan and commitment, in the direction of what comes before them. */
function totalOrder(
  orderBy: readonly OrderBy<CommitmentOrderField>[] = [],
): readonly OrderBy<CommitmentOrderField>[] {
  const asked: typeof orderBy = orderBy.length === 0 ? [{ field: 'dueOn' }] : orderBy
  const descending = asked.at(-1)?.descending ?? false
  return [...asked, { field: 'plan', descending }, { field: 'commitment', descending }]
}

function columnOf(session: Session, field: CommitmentOrderField): PgColumn {
  const { segment } = session.tables
  if (field === 'dueOn') return segment.dueOn
  return field === 'unit' ? segment.unit : columnsOf(session)[field]
}
