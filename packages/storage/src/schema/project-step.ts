import type { ProjectKind, ProjectStage } from '@duban/domain'
import type { ColumnKit } from '../columns/postgres.ts'

/** What projects are from day to day while they are in the plan, derived from the facts as segments are. */
export function projectStepTable(c: ColumnKit) {
  return c.table(
    'project_step',
    {
      planId: c.text('plan_id').notNull(),
      project: c.text('project').notNull(),
      fromDay: c.day('from_day').notNull(),
      toDay: c.day('to_day').notNull(),
      kind: c.text('kind').$type<ProjectKind>(),
      stage: c.text('stage').$type<ProjectStage>(),
      /** Code of the unit that its money is in; null without money, or where there is no such unit. */
      unit: c.text('unit'),
      /** Of a unit that is the plan's own, what it measures and its factor; null of the shipped ones. */
      dimension: c.text('dimension'),
      factor: c.decimal('factor'),
      total: c.decimal('total'),
      thisYear: c.decimal('this_year'),
      done: c.decimal('done'),
    },
    (t) => [c.primaryKey({ name: 'project_step_pk', columns: [t.planId, t.project, t.fromDay] })],
  )
}
