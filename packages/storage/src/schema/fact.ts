import type { Fact, FactType } from '@duban/domain'
import type { ColumnKit } from '../columns/postgres.ts'

/** Facts, only ever added. `body` is the whole fact; the other columns are for people with an SQL prompt. */
export function factTable(c: ColumnKit) {
  return c.table(
    'fact',
    {
      planId: c.text('plan_id').notNull(),
      /** Place in the plan's facts, from 1, without gaps. */
      seq: c.bigint('seq').notNull(),
      /** The commit that added it. */
      revision: c.integer('revision').notNull(),
      id: c.text('id').notNull(),
      type: c.text('type').$type<FactType>().notNull(),
      effectiveOn: c.day('effective_on').notNull(),
      recordedAt: c.instant('recorded_at').notNull(),
      recordedBy: c.text('recorded_by').notNull(),
      supersedes: c.text('supersedes'),
      subjectKind: c.text('subject_kind'),
      subjectCode: c.text('subject_code'),
      body: c.json<Fact>('body').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'fact_pk', columns: [t.planId, t.seq] }),
      c.uniqueIndex('fact_id').on(t.planId, t.id),
    ],
  )
}
