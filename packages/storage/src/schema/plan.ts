import type { ColumnKit } from '../columns/postgres.ts'

/** One row a plan: its revision, and what lists of plans filter and order by. */
export function planTable(c: ColumnKit) {
  return c.table(
    'plan',
    {
      planId: c.text('plan_id').notNull().primaryKey(),
      /** Number of commits so far. */
      revision: c.integer('revision').notNull(),
      /** Number of facts so far, and so the `seq` of the last one. */
      lastSeq: c.bigint('last_seq').notNull(),
      titleZh: c.text('title_zh').notNull(),
      titleEn: c.text('title_en'),
      district: c.text('district').notNull(),
      districtZh: c.text('district_zh').notNull(),
      districtEn: c.text('district_en'),
      year: c.integer('year').notNull(),
      periodStart: c.day('period_start').notNull(),
      periodEnd: c.day('period_end').notNull(),
      timeZone: c.text('time_zone').notNull(),
      synthetic: c.boolean('synthetic').notNull(),
      /** Which derivation its rows in the derived tables are of; see derivation.ts. */
      derivation: c.integer('derivation').notNull().default(0),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [
      c.index('plan_by_district').on(t.district, t.year, t.planId),
      c.index('plan_by_year').on(t.year, t.planId),
    ],
  )
}
