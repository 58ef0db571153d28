import { type Light, type MeasureValues, rollUpOf, type Status } from '@duban/domain'
import { count, type SQL, sql } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type {
  BreakdownField,
  BreakdownGroup,
  BreakdownQuery,
  KeptMeasure,
} from '../contract/breakdown.ts'
import { noDueDate } from '../schema/segment.ts'
import { monthOf } from '../sql.ts'
import { fieldsOf, ofItsPlan, onDay, readPlan } from './fields.ts'
import { everyLead, oneRowEach } from './leads.ts'

type GroupKey = string | number | null

/**
 * Counts of the commitments on a day, by what is asked for; groups in the order of their keys. What two units lead is
 * counted under both.
 */
export async function breakdown(
  session: Session,
  { asOf, by, measures, where }: BreakdownQuery,
): Promise<readonly BreakdownGroup[]> {
  const { segment, plan } = session.tables
  const fields = fieldsOf(session)
  const keyOf = (field: BreakdownField): SQL<GroupKey> => {
    if (field === 'dueMonth') {
      return sql`nullif(${monthOf(session, segment.dueOn)}, ${sql.raw(`'${noDueDate.slice(0, 7)}'`)})`
    }
    return sql`${field === 'unit' ? segment.unit : fields[field]}`
  }
  const keys = by.map(keyOf)
  const selected: Record<string, SQL<GroupKey>> = Object.fromEntries(
    keys.map((key, index) => [`${index}`, key]),
  )
  const leads = by.includes('unit') ? everyLead(session, asOf, where) : oneRowEach(session, where)
  const base = session.db
    .select({ ...selected, status: segment.status, light: segment.light, count: count() })
    .from(segment)
    .$dynamic()
  const rows = await (readPlan(where, by) ? base.innerJoin(plan, ofItsPlan(session)) : base)
    .where(onDay(session, asOf, leads))
    .groupBy(...keys, segment.status, segment.light)
  const groups = new Map<string, Tally>()
  for (const row of rows) {
    // Typed by the drivers: text, or the year as a number.
    const key = by.map((_, index) => (row as Record<string, GroupKey>)[`${index}`] ?? null)
    tally(groups, key, row)
  }
  return [...groups.values()]
    .sort((a, b) => compareKeys(a.key, b.key))
    .map((group) => ({ key: group.key, values: valuesOf(group, measures) }))
}

interface Tally {
  readonly key: readonly GroupKey[]
  count: number
  readonly byStatus: Record<Status, number>
  readonly byLight: Record<Light, number>
}

const { byStatus: noStatus, byLight: noLight } = rollUpOf([])

function valuesOf(
  { count, byStatus, byLight }: Tally,
  measures: readonly KeptMeasure[],
): MeasureValues {
  const counted: Record<KeptMeasure, MeasureValues> = {
    COUNT: { count },
    BY_STATUS: { byStatus },
    BY_LIGHT: { byLight },
  }
  return Object.assign({}, ...measures.map((measure) => counted[measure]))
}

function tally(
  groups: Map<string, Tally>,
  key: readonly GroupKey[],
  row: { readonly status: Status; readonly light: Light; readonly count: number },
): void {
  const name = JSON.stringify(key)
  const group = groups.get(name) ?? {
    key,
    count: 0,
    byStatus: { ...noStatus },
    byLight: { ...noLight },
  }
  group.count += row.count
  group.byStatus[row.status] += row.count
  group.byLight[row.light] += row.count
  groups.set(name, group)
}

/** Ascending; a missing value comes last. */
function compareKeys(a: readonly GroupKey[], b: readonly GroupKey[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null
    if (left === right) continue
    if (left === null) return 1
    if (right === null) return -1
    return left < right ? -1 : 1
  }
  return 0
}
