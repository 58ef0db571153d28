import { and, eq, gte, isNull, lte, type SQL } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type { Condition } from '../contract/page.ts'
import type { CommitmentField } from '../contract/segment-row.ts'
import { conditionSql, fieldsIn } from '../lists/condition.ts'
import { noDueDate } from '../schema/segment.ts'
import { anyUnitIn } from '../sql.ts'
import type { LeadRows } from './leads.ts'

/** Where each field of a commitment list is read from. */
export function fieldsOf(session: Session) {
  const { segment, plan } = session.tables
  return {
    plan: segment.planId,
    district: plan.district,
    year: plan.year,
    synthetic: plan.synthetic,
    commitment: segment.commitment,
    code: segment.code,
    title: segment.title,
    kind: segment.kind,
    status: segment.status,
    light: segment.light,
    task: segment.task,
    plate: segment.plate,
    project: segment.project,
    theme: segment.theme,
    rule: segment.rule,
    severity: segment.severity,
    modality: segment.modality,
    unit: {
      anyOf: (test: (unit: SQL) => SQL) => anyUnitIn(session, segment.responsible, test, 'LEAD'),
      none: isNull(segment.unit),
    },
    anyUnit: { anyOf: (test: (unit: SQL) => SQL) => anyUnitIn(session, segment.responsible, test) },
    dueOn: { column: segment.dueOn, none: noDueDate },
  } satisfies Record<CommitmentField, unknown>
}

/** Fields that are the plan's own columns. */
export const ofPlan: ReadonlySet<string> = new Set(['district', 'year', 'synthetic'])

/** Whether any of these fields is the plan's, so that its table must be joined. */
export function readPlan(
  where: Condition<CommitmentField> | undefined,
  others: readonly string[] = [],
): boolean {
  return [...(where === undefined ? [] : fieldsIn(where)), ...others].some((field) =>
    ofPlan.has(field),
  )
}

/** The rows that stand for the segments that hold the day and fit. */
export function onDay(session: Session, asOf: string, { rows, rest }: LeadRows): SQL | undefined {
  const { segment } = session.tables
  return and(
    lte(segment.fromDay, asOf),
    gte(segment.toDay, asOf),
    rows,
    rest && conditionSql(session, rest, fieldsOf(session)),
  )
}

/** What ties a segment to its plan. */
export function ofItsPlan({ tables: { segment, plan } }: Session): SQL {
  return eq(segment.planId, plan.planId)
}
