import type { ColumnKit } from '../columns/postgres.ts'
import type { Idempotency } from '../contract/commit.ts'

/** The first answer to a request that came with an idempotency key. */
export function answerTable(c: ColumnKit) {
  return c.table(
    'answer',
    {
      planId: c.text('plan_id').notNull(),
      key: c.text('key').notNull(),
      fingerprint: c.text('fingerprint').notNull(),
      revision: c.integer('revision').notNull(),
      answer: c.json<Idempotency['answer']>('answer').notNull(),
    },
    (t) => [c.primaryKey({ name: 'answer_pk', columns: [t.planId, t.key] })],
  )
}
