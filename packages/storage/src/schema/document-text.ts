import type { ColumnKit } from '../columns/postgres.ts'

/** The text of a document, attached to a plan that locates facts in it. */
export function documentTextTable(c: ColumnKit) {
  return c.table(
    'document_text',
    {
      planId: c.text('plan_id').notNull(),
      sha256: c.text('sha256').notNull(),
      text: c.text('text').notNull(),
    },
    (t) => [c.primaryKey({ name: 'document_text_pk', columns: [t.planId, t.sha256] })],
  )
}
