import { and, count } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Session } from '../connect/session.ts'
import type { Page } from '../contract/page.ts'
import type {
  CommitmentOrderField,
  CommitmentQuery,
  FoundCommitment,
} from '../contract/segment-row.ts'
import { keysetOf, pageOf } from '../lists/keyset.ts'
import { fieldsOf, ofItsPlan, onDay, readPlan } from './fields.ts'

// Every field that orders is text, a number or nothing.
type KeyValue = string | number | null

const tieBreak = [{ field: 'plan' as const }, { field: 'commitment' as const }]

/** One page of the commitments of many plans that fit on a day. */
export async function findCommitments(
  session: Session,
  { asOf, where, orderBy = [], page }: CommitmentQuery,
): Promise<Page<FoundCommitment>> {
  const { segment, plan } = session.tables
  const fields = fieldsOf(session)
  const order: readonly { readonly field: CommitmentOrderField; readonly descending?: boolean }[] =
    [...orderBy, ...tieBreak]
  const keys = order.map(({ field, descending = false }) => ({ column: fields[field], descending }))
  const keyset = keysetOf(keys, page)
  const needsPlan = readPlan(
    where,
    orderBy.map(({ field }) => field),
  )
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
  const rows = await (needsPlan ? base.innerJoin(plan, ofItsPlan(session)) : base)
    .where(and(onDay(session, asOf, where), keyset.where))
    .orderBy(...keyset.orderBy)
    .limit(keyset.limit)
  const found = rows.map(({ key, ...row }) => ({ row, key: Object.values(key) as KeyValue[] }))
  const paged = pageOf(found, page, ({ key }) => key)
  return { ...paged, edges: paged.edges.map(({ cursor, row }) => ({ cursor, row: row.row })) }
}

/** How many commitments fit on a day. */
export async function countCommitments(
  session: Session,
  { asOf, where }: Pick<CommitmentQuery, 'asOf' | 'where'>,
): Promise<number> {
  const { segment, plan } = session.tables
  const base = session.db.select({ count: count() }).from(segment).$dynamic()
  const [row] = await (readPlan(where) ? base.innerJoin(plan, ofItsPlan(session)) : base).where(
    onDay(session, asOf, where),
  )
  return row?.count ?? 0
}
