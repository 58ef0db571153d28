import { type AnyColumn, and, eq, gte, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type { Condition } from '../contract/page.ts'
import type { CommitmentField } from '../contract/segment-row.ts'
import { conditionSql, fieldsIn } from '../lists/condition.ts'
import { noDueDate } from '../schema/segment.ts'
import { anyUnitIn } from '../sql.ts'
import type { LeadRows } from './leads.ts'

/** The columns that fields of a commitment list are read from. */
export function columnsOf({ tables: { segment, plan } }: Session) {
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
  }
}

/** Where each field of a commitment list on a day is read from. */
export function fieldsOf(session: Session, asOf: string) {
  const { segment, projectStep } = session.tables
  return {
    ...columnsOf(session),
    projectKind: ofItsProject(session, projectStep.kind, asOf),
    projectStage: ofItsProject(session, projectStep.stage, asOf),
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
    rest && conditionSql(session, rest, fieldsOf(session, asOf)),
  )
}

/** What its project is on a day; null where it has none that is in the plan. */
function ofItsProject(session: Session, column: AnyColumn, asOf: string): SQL {
  const { projectStep } = session.tables
  return sql`(select ${column} from ${projectStep} where ${projectOn(session, asOf)})`
}

/** What ties a segment to what its project is on a day. */
export function projectOn({ tables: { segment, projectStep } }: Session, asOf: string) {
  return and(
    eq(projectStep.planId, segment.planId),
    eq(projectStep.project, segment.project),
    lte(projectStep.fromDay, asOf),
    gte(projectStep.toDay, asOf),
  )
}

/** What ties a segment to what is measured of its commitment on a day. */
export function measuredOn({ tables: { segment, measured } }: Session, asOf: string) {
  return and(
    eq(measured.planId, segment.planId),
    eq(measured.commitment, segment.commitment),
    lte(measured.fromDay, asOf),
    gte(measured.toDay, asOf),
  )
}

/** What ties a segment to its plan. */
export function ofItsPlan({ tables: { segment, plan } }: Session): SQL {
  return eq(segment.planId, plan.planId)
}
