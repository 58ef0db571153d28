import { and, eq, sql } from 'drizzle-orm'
import { statement } from '../connect/session.ts'

const given = sql.placeholder

/** Every text attached to a plan. */
export const selectTexts = statement(({ db, tables: { documentText } }) =>
  db
    .select({ sha256: documentText.sha256, text: documentText.text })
    .from(documentText)
    .where(eq(documentText.planId, given('planId')))
    .orderBy(documentText.sha256)
    .prepare('select_texts'),
)

export const selectText = statement(({ db, tables: { documentText } }) =>
  db
    .select({ text: documentText.text })
    .from(documentText)
    .where(and(eq(documentText.planId, given('planId')), eq(documentText.sha256, given('sha256'))))
    .prepare('select_text'),
)

export const countAudit = statement(({ db, tables: { audit } }) =>
  db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(audit)
    .where(eq(audit.planId, given('planId')))
    .prepare('count_audit'),
)

/** A statement that reads nothing. */
export const selectOne = statement(({ db, tables: { plan } }) =>
  db.select({ planId: plan.planId }).from(plan).limit(1).prepare('select_one'),
)
