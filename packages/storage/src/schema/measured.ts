import type { ColumnKit } from '../columns/postgres.ts'

/**
 * What is measured of commitments from day to day, derived from the facts as segments are. Only days are there on which
 * something is to be said of them: of an indicator all in view, of others those with a weight or points, or met late.
 */
export function measuredTable(c: ColumnKit) {
  return c.table(
    'measured',
    {
      planId: c.text('plan_id').notNull(),
      commitment: c.text('commitment').notNull(),
      fromDay: c.day('from_day').notNull(),
      toDay: c.day('to_day').notNull(),
      /** Code of an indicator's unit of measure; null where there is no such unit, and of other commitments. */
      unit: c.text('unit'),
      /** Of a unit that is the plan's own, what it measures and its factor; null of the shipped ones. */
      dimension: c.text('dimension'),
      factor: c.decimal('factor'),
      target: c.decimal('target'),
      actual: c.decimal('actual'),
      /** Held within 0 to 1. */
      achieved: c.decimal('achieved'),
      /** Null stands for 1. */
      weight: c.decimal('weight'),
      /** Of what was met late; how late what is overdue is follows from the day. */
      daysLate: c.integer('days_late'),
      /** By the plan's policy; null stands for 0. */
      points: c.decimal('points'),
    },
    (t) => [c.primaryKey({ name: 'measured_pk', columns: [t.planId, t.commitment, t.fromDay] })],
  )
}
