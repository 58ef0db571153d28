import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { type Session, statement } from '../connect/session.ts'
import type { RecordedCommit } from '../contract/commit.ts'

const given = sql.placeholder

const countFacts = statement(({ db, tables: { audit } }) =>
  db
    .select({ count: sql<number>`coalesce(sum(${audit.factCount}), 0)`.mapWith(Number) })
    .from(audit)
    .where(and(eq(audit.planId, given('planId')), lte(audit.revision, given('revision'))))
    .prepare('count_facts'),
)

const selectCommits = statement(({ db, tables: { audit } }) =>
  db
    .select()
    .from(audit)
    .where(and(eq(audit.planId, given('planId')), gt(audit.revision, given('revision'))))
    .orderBy(asc(audit.revision))
    .limit(given('limit'))
    .prepare('select_commits'),
)

/** The commits of a plan after a revision, oldest first. */
export async function commitsSince(
  session: Session,
  planId: string,
  revision: number,
  limit: number,
): Promise<readonly RecordedCommit[]> {
  const rows = await selectCommits(session).execute({ planId, revision, limit })
  const [before] = rows.length === 0 ? [] : await countFacts(session).execute({ planId, revision })
  let factsThrough = before?.count ?? 0
  return rows.map(({ planId: plan, ...entry }) => {
    factsThrough += entry.factCount
    return { plan, ...entry, factsThrough }
  })
}
