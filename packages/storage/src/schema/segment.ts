import type {
  CommitmentKind,
  Light,
  Modality,
  Responsibility,
  Severity,
  Status,
} from '@duban/domain'
import { sql } from 'drizzle-orm'
import type { ColumnKit } from '../columns/postgres.ts'
import { listedFields } from './listed-fields.ts'

/**
 * Stands for the due date of a commitment that has none. A column without nulls is ordered and paged by index on
 * both databases alike.
 */
export const noDueDate = '9999-12-31'

/** Timelines of commitments, derived from the facts and rebuilt from them at will. */
export function segmentTable(c: ColumnKit) {
  return c.table(
    'segment',
    {
      planId: c.text('plan_id').notNull(),
      commitment: c.text('commitment').notNull(),
      fromDay: c.day('from_day').notNull(),
      /** 0; a commitment led by several units has a row for each, counted on. */
      lead: c.integer('lead').notNull().default(0),
      toDay: c.day('to_day').notNull(),
      status: c.text('status').$type<Status>().notNull(),
      light: c.text('light').$type<Light>().notNull(),
      kind: c.text('kind').$type<CommitmentKind>().notNull(),
      code: c.text('code').notNull(),
      title: c.text('title').notNull(),
      dueOn: c.day('due_on').notNull(),
      task: c.text('task'),
      plate: c.text('plate'),
      project: c.text('project'),
      theme: c.text('theme'),
      rule: c.text('rule'),
      severity: c.text('severity').$type<Severity>(),
      modality: c.text('modality').$type<Modality>(),
      /** The unit in the lead of this row; all of them are in `responsible`. */
      unit: c.text('unit'),
      responsible: c.json<readonly Responsibility[]>('responsible').notNull(),
      reasons: c.json<readonly string[]>('reasons').notNull(),
      /** Where a run of segments begins that lists know by the same fields: the last day of the run. Null elsewhere. */
      runsTo: c.day('runs_to'),
    },
    (t) => [
      c.primaryKey({ name: 'segment_pk', columns: [t.planId, t.commitment, t.fromDay, t.lead] }),
      // Pages by due date, of one unit and light, of one light, of one status, and of one unit.
      c
        .index('segment_by_unit_light')
        .on(t.unit, t.light, t.dueOn, t.planId, t.commitment, t.fromDay, t.toDay),
      c.index('segment_by_light').on(t.light, t.dueOn, t.planId, t.commitment, t.fromDay, t.toDay),
      c
        .index('segment_by_status')
        .on(t.status, t.dueOn, t.planId, t.commitment, t.fromDay, t.toDay),
      c.index('segment_by_unit').on(t.unit, t.dueOn, t.planId, t.commitment, t.fromDay, t.toDay),
      // Counts on a day.
      c
        .index('segment_by_day')
        .on(t.toDay, t.fromDay, t.lead, t.light, t.status, t.unit, t.dueOn, t.planId),
      // Pages by due date of all, of one task, one project and so on: of a run of segments the first alone is in them.
      c
        .index('segment_by_due')
        .on(t.dueOn, t.planId, t.commitment, t.fromDay, t.runsTo)
        .where(sql`${t.runsTo} is not null`),
      ...listedFields.map((field) =>
        c
          .index(`segment_by_${field}`)
          .on(t[field], t.dueOn, t.planId, t.commitment)
          .where(sql`${t.runsTo} is not null and ${t[field]} is not null`),
      ),
    ],
  )
}
