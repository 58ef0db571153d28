import type { ColumnKit } from '../columns/postgres.ts'
import type { AuditEntry } from '../contract/commit.ts'

/** One row a commit: who, when, what and why. */
export function auditTable(c: ColumnKit) {
  return c.table(
    'audit',
    {
      planId: c.text('plan_id').notNull(),
      revision: c.integer('revision').notNull(),
      at: c.instant('at').notNull(),
      actor: c.text('actor').notNull(),
      command: c.text('command').notNull(),
      reason: c.text('reason'),
      summary: c.json<AuditEntry['summary']>('summary').notNull(),
      factCount: c.integer('fact_count').notNull(),
    },
    (t) => [c.primaryKey({ name: 'audit_pk', columns: [t.planId, t.revision] })],
  )
}
