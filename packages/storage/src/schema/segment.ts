import type {
  CommitmentKind,
  Light,
  Modality,
  Responsibility,
  Severity,
  Status,
} from '@duban/domain'
import type { ColumnKit } from '../columns/postgres.ts'

/** Timelines of commitments, derived from the facts and rebuilt from them at will. */
export function segmentTable(c: ColumnKit) {
  return c.table(
    'segment',
    {
      planId: c.text('plan_id').notNull(),
      commitment: c.text('commitment').notNull(),
      fromDay: c.day('from_day').notNull(),
      toDay: c.day('to_day').notNull(),
      status: c.text('status').$type<Status>().notNull(),
      light: c.text('light').$type<Light>().notNull(),
      kind: c.text('kind').$type<CommitmentKind>().notNull(),
      code: c.text('code').notNull(),
      titleZh: c.text('title_zh').notNull(),
      titleEn: c.text('title_en'),
      dueOn: c.day('due_on'),
      task: c.text('task'),
      plate: c.text('plate'),
      project: c.text('project'),
      theme: c.text('theme'),
      rule: c.text('rule'),
      severity: c.text('severity').$type<Severity>(),
      modality: c.text('modality').$type<Modality>(),
      weight: c.text('weight').notNull(),
      /** The unit in the lead; the others are in `responsible`. */
      unit: c.text('unit'),
      responsible: c.json<readonly Responsibility[]>('responsible').notNull(),
      reasons: c.json<readonly string[]>('reasons').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'segment_pk', columns: [t.planId, t.commitment, t.fromDay] }),
      c
        .index('segment_by_light')
        .on(t.light, t.unit, t.dueOn, t.planId, t.commitment, t.fromDay, t.toDay),
      c
        .index('segment_by_status')
        .on(t.status, t.dueOn, t.planId, t.commitment, t.fromDay, t.toDay),
      c.index('segment_by_due').on(t.dueOn, t.planId, t.commitment, t.fromDay, t.toDay),
    ],
  )
}
