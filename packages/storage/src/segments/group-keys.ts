import { type SQL, sql } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type { BreakdownField } from '../contract/breakdown.ts'
import { noDueDate } from '../schema/segment.ts'
import { monthOf } from '../sql.ts'
import { columnsOf } from './fields.ts'

/** A group's value of one field. */
export type KeyValue = string | number | null

/** Fields that are the project's on the day. */
const ofProject: ReadonlySet<BreakdownField> = new Set(['projectKind', 'projectStage'])

/** Whether the steps of projects must be joined to group by these. */
export function readProject(by: readonly BreakdownField[]): boolean {
  return by.some((field) => ofProject.has(field))
}

/** What is grouped by, under names counted from k0. */
export function groupKeys(
  session: Session,
  by: readonly BreakdownField[],
): Record<string, SQL<KeyValue>> {
  return Object.fromEntries(by.map((field, at) => [nameOf(at), sql`${keyOf(session, field)}`]))
}

function keyOf(session: Session, field: BreakdownField) {
  const { segment, projectStep } = session.tables
  const columns = {
    ...columnsOf(session),
    unit: segment.unit,
    projectKind: projectStep.kind,
    projectStage: projectStep.stage,
  }
  if (field !== 'dueMonth') return columns[field]
  return sql`nullif(${monthOf(session, segment.dueOn)}, ${sql.raw(`'${noDueDate.slice(0, 7)}'`)})`
}

function nameOf(at: number): string {
  return `k${at}`
}

/** The rows of each group, by their key as text. */
export function grouped<Row>(
  by: readonly BreakdownField[],
  rows: readonly Row[],
): ReadonlyMap<string, { readonly key: readonly KeyValue[]; readonly rows: Row[] }> {
  const groups = new Map<string, { key: readonly KeyValue[]; rows: Row[] }>()
  for (const row of rows) {
    // Typed by the drivers: text, or the year as a number.
    const values = row as Record<string, KeyValue>
    const key = by.map((_, at) => values[nameOf(at)] ?? null)
    const name = JSON.stringify(key)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { key, rows: [row] })
    else group.rows.push(row)
  }
  return groups
}

/** Ascending; a missing value comes last. */
export function compareKeys(a: readonly KeyValue[], b: readonly KeyValue[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null
    if (left === right) continue
    if (left === null) return 1
    if (right === null) return -1
    return left < right ? -1 : 1
  }
  return 0
}
