import { and, eq } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type { RecordedAudit } from '../contract/commit.ts'
import type { Page, PageArguments } from '../contract/page.ts'
import { keysetOf } from './keyset.ts'
import { pageOf } from './page-of.ts'

/** One page of a plan's commits, newest first. */
export async function auditOf(
  session: Session,
  planId: string,
  page: PageArguments,
): Promise<Page<RecordedAudit>> {
  const { audit } = session.tables
  const keyset = keysetOf([{ column: audit.revision, descending: true }], page)
  const rows = await session.db
    .select()
    .from(audit)
    .where(and(eq(audit.planId, planId), keyset.where))
    .orderBy(...keyset.orderBy)
    .limit(keyset.limit)
  const entries = rows.map(({ planId: plan, ...entry }) => ({ plan, ...entry }))
  return pageOf(entries, page, ({ revision }) => [revision])
}
