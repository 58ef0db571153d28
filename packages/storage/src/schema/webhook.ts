import type { ColumnKit } from '../columns/postgres.ts'

/** How far each webhook has been told of each plan, and when it is tried again. */
export function webhookTable(c: ColumnKit) {
  return c.table(
    'webhook',
    {
      /** Empty where the row tells that the webhook has begun. */
      planId: c.text('plan_id').notNull(),
      endpoint: c.text('endpoint').notNull(),
      /** Last commit that it has taken. */
      revision: c.integer('revision').notNull(),
      /** Times in a row that the next one failed. */
      attempts: c.integer('attempts').notNull(),
      nextAt: c.instant('next_at').notNull(),
      /** Until when a server is at it. */
      heldUntil: c.instant('held_until'),
      error: c.text('error'),
    },
    (t) => [c.primaryKey({ name: 'webhook_pk', columns: [t.planId, t.endpoint] })],
  )
}
