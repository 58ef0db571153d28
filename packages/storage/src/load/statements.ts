import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { statement } from '../connect/session.ts'
import { joinEach, rowsIn } from '../rows.ts'
import { jsonText, textsIn } from '../sql.ts'

const given = sql.placeholder

/** Where each plan named stands. */
export const selectRevisions = statement((session) => {
  const { plan } = session.tables
  return session.db
    .select({ planId: plan.planId, revision: plan.revision, lastSeq: plan.lastSeq })
    .from(plan)
    .where(inArray(plan.planId, textsIn(session, 'codes')))
    .prepare('select_revisions')
})

/** Facts of one plan, those after a `seq` and up to another, in order. */
export const selectFacts = statement((session) => {
  const { fact } = session.tables
  return session.db
    .select({ body: jsonText(session, fact.body) })
    .from(fact)
    .where(
      and(
        eq(fact.planId, given('planId')),
        gt(fact.seq, given('after')),
        lte(fact.seq, given('upTo')),
      ),
    )
    .orderBy(asc(fact.seq))
    .prepare('select_facts')
})

/** The same of many plans, in no order. */
export const selectFactsOfMany = statement((session) => {
  const { fact } = session.tables
  const want = rowsIn(session, 'wanted', {
    planId: fact.planId.getSQLType(),
    after: 'bigint',
    upTo: 'bigint',
  })
  const wanted = and(
    eq(fact.planId, want.column('planId')),
    gt(fact.seq, want.column('after')),
    lte(fact.seq, want.column('upTo')),
  )
  return session.db
    .select({
      planId: sql`${fact.planId}`.mapWith(fact.planId),
      seq: sql`${fact.seq}`.mapWith(fact.seq),
      body: jsonText(session, fact.body),
    })
    .from(joinEach(session, want, fact, wanted, asc(fact.seq)))
    .prepare('select_facts_of_many')
})

/** Where every plan stands. */
export const selectAllRevisions = statement(({ db, tables: { plan } }) =>
  db
    .select({ planId: plan.planId, revision: plan.revision })
    .from(plan)
    .prepare('select_all_revisions'),
)
