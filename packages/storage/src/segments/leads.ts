import { and, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type { Condition } from '../contract/page.ts'
import type { CommitmentField } from '../contract/segment-row.ts'

type Where = Condition<CommitmentField>

/** Rows that stand for their commitments, and what is still to be asked of them. */
export interface LeadRows {
  readonly rows: SQL | undefined
  readonly rest: Where | undefined
}

/** One row for each segment: the first one. */
export function firstRows({ tables: { segment } }: Session, where: Where | undefined): LeadRows {
  // Not a bare comparison: as a part of a key, PostgreSQL 18 would reckon with a search for every day before it.
  return { rows: sql`(${segment.lead} = 0) is true`, rest: where }
}

/**
 * One row for each segment; where certain units are asked for, the row of the first of those in the lead, so that an
 * index by unit finds it.
 */
export function oneRowEach(session: Session, where: Where | undefined): LeadRows {
  const { segment } = session.tables
  const { units, rest } = unitsIn(where)
  const [unit, ...others] = units
  if (unit === undefined) return firstRows(session, where)
  if (others.length === 0) return { rows: eq(segment.unit, unit), rest }
  const earlier = sql`select 1 from ${segment} as other where other.plan_id = ${segment.planId}
    and other.commitment = ${segment.commitment} and other.from_day = ${segment.fromDay}
    and other.lead < ${segment.lead} and other.unit in ${units}`
  const isFirst = sql`(${segment.lead} = 0 or not exists (${earlier}))`
  return { rows: and(inArray(segment.unit, [...units]), isFirst), rest }
}

/** A row for each unit in the lead of the segments that a day and a condition find. */
export function everyLead(session: Session, asOf: string, where: Where | undefined): LeadRows {
  const { segment } = session.tables
  const { units, rest } = unitsIn(where)
  if (units.length === 0) return { rows: undefined, rest: where }
  const led = session.db
    .select({ plan: segment.planId, commitment: segment.commitment, from: segment.fromDay })
    .from(segment)
    .where(
      and(inArray(segment.unit, [...units]), lte(segment.fromDay, asOf), gte(segment.toDay, asOf)),
    )
  const key = sql`(${segment.planId}, ${segment.commitment}, ${segment.fromDay})`
  return { rows: sql`${key} in ${led}`, rest }
}

/** The units that a condition as a whole asks for, and what it asks beside them; none where it asks for no certain one. */
function unitsIn(where: Where | undefined): { readonly units: readonly string[]; rest?: Where } {
  const parts = conjuncts(where)
  for (const [at, part] of parts.entries()) {
    const units = unitsOf(part)
    if (units.length > 0) return { units, rest: { and: parts.toSpliced(at, 1) } }
  }
  return { units: [] }
}

/** The conditions that must all hold. */
export function conjuncts(where: Where | undefined): readonly Where[] {
  if (where === undefined) return []
  return 'and' in where ? where.and.flatMap(conjuncts) : [where]
}

function unitsOf(part: Where): readonly string[] {
  if (!('field' in part) || part.field !== 'unit') return []
  if ('eq' in part) return typeof part.eq === 'string' ? [part.eq] : []
  if (!('in' in part)) return []
  const units = part.in.filter((unit) => typeof unit === 'string')
  return units.length === part.in.length ? [...new Set(units)] : []
}
