import type { Measure } from '@duban/domain'
import { and, count, type SQL, sql } from 'drizzle-orm'
import type { PgSelect } from 'drizzle-orm/pg-core'
import type { Session } from '../connect/session.ts'
import type { BreakdownGroup, BreakdownQuery } from '../contract/breakdown.ts'
import { atLeastZero, daysAfter, exactSum } from '../sql.ts'
import { measuredOn, ofItsPlan, onDay, projectOn, readPlan } from './fields.ts'
import { compareKeys, grouped, groupKeys, readProject } from './group-keys.ts'
import { everyLead, oneRowEach } from './leads.ts'
import { type CountedRow, type InvestedRow, measuresOf, ownUnitsIn } from './measures-of.ts'

/**
 * What is asked for of the commitments on a day, in groups in the order of their keys. What two units lead counts under
 * both. The database adds up, exactly, what is alike; the rest is the domain's.
 */
export async function breakdown(
  session: Session,
  query: BreakdownQuery,
): Promise<readonly BreakdownGroup[]> {
  const { by, measures } = query
  const counted = grouped(by, await countedRows(session, query))
  const invested = grouped(
    by,
    measures.includes('INVESTMENT') ? await investedRows(session, query) : [],
  )
  return [...counted]
    .sort(([, a], [, b]) => compareKeys(a.key, b.key))
    .map(([name, { key, rows }]) => {
      const projects = invested.get(name)?.rows ?? []
      const ownUnits = ownUnitsIn([...rows, ...projects])
      return { key, values: measuresOf(measures, rows, projects), ownUnits }
    })
}

/** What each measure reads beside status and light. */
const columnsRead: Readonly<Partial<Record<Measure, readonly (keyof CountedRow)[]>>> = {
  TARGET: ['kind', 'unit', 'dimension', 'factor', 'plan', 'targets', 'target'],
  ACTUAL: ['kind', 'unit', 'dimension', 'factor', 'plan', 'actuals', 'actual'],
  ACHIEVED: ['kind', 'weight', 'achievedOf', 'achieved'],
  DAYS_LATE: ['daysLate'],
  SCORE: ['points'],
}

async function countedRows(
  session: Session,
  query: BreakdownQuery,
): Promise<readonly CountedRow[]> {
  const { asOf, by, measures } = query
  const { segment, measured } = session.tables
  const read = new Set<string>(measures.flatMap((measure) => columnsRead[measure] ?? []))
  const pick = <T extends Record<string, SQL>>(columns: T): Partial<T> =>
    // The names left are some of those given.
    Object.fromEntries(Object.entries(columns).filter(([name]) => read.has(name))) as Partial<T>
  const alike = {
    ...groupKeys(session, by),
    status: sql`${segment.status}`,
    light: sql`${segment.light}`,
    ...pick({
      kind: sql`${segment.kind}`,
      unit: sql`${measured.unit}`,
      dimension: sql`${measured.dimension}`,
      factor: sql`${measured.factor}`,
      weight: sql`${measured.weight}`,
    }),
  }
  const late = atLeastZero(session, daysAfter(session, asOf, segment.dueOn))
  const sums = pick({
    plan: sql`min(${segment.planId})`,
    targets: count(measured.target),
    target: exactSum(session, measured.target),
    actuals: count(measured.actual),
    actual: exactSum(session, measured.actual),
    achievedOf: count(measured.achieved),
    achieved: exactSum(session, measured.achieved),
    daysLate:
      sql`sum(case when ${segment.status} = 'OVERDUE' then ${late} else coalesce(${measured.daysLate}, 0) end)`.mapWith(
        Number,
      ),
    points: exactSum(session, measured.points),
  })
  const base = session.db
    .select({ ...alike, ...sums, count: count() })
    .from(segment)
    .$dynamic()
  const joined = ofSegments(session, query, base)
  const rows = await (read.size === 0
    ? joined
    : joined.leftJoin(measured, measuredOn(session, asOf))
  )
    .where(onDay(session, asOf, leadsOf(session, query)))
    .groupBy(...Object.values(alike))
  // What was selected is named as the rows are; what was not is not read.
  return rows as unknown as readonly CountedRow[]
}

/** The money of the distinct projects behind the commitments of each group. */
async function investedRows(
  session: Session,
  query: BreakdownQuery,
): Promise<readonly InvestedRow[]> {
  const { asOf, by } = query
  const { segment, projectStep } = session.tables
  const keys = Object.entries(groupKeys(session, by))
  const base = session.db
    .selectDistinct({
      planId: segment.planId,
      project: segment.project,
      ...Object.fromEntries(keys.map(([name, key]) => [name, key.as(name)])),
    })
    .from(segment)
    .$dynamic()
  const behind = ofSegments(session, query, base)
    .where(onDay(session, asOf, leadsOf(session, query)))
    .as('behind')
  const ofBehind = (name: string): SQL => sql`${sql.identifier('behind')}.${sql.identifier(name)}`
  const alike = {
    ...Object.fromEntries(keys.map(([name]) => [name, ofBehind(name)])),
    unit: projectStep.unit,
    dimension: projectStep.dimension,
    factor: projectStep.factor,
  }
  return (await session.db
    .select({
      ...alike,
      plan: sql`min(${projectStep.planId})`,
      projects: count(),
      total: exactSum(session, projectStep.total),
      thisYear: exactSum(session, projectStep.thisYear),
      done: exactSum(session, projectStep.done),
    })
    .from(behind)
    .innerJoin(
      projectStep,
      and(
        sql`${projectStep.planId} = ${ofBehind('plan_id')}`,
        sql`${projectStep.project} = ${ofBehind('project')}`,
        sql`${projectStep.fromDay} <= ${asOf}`,
        sql`${projectStep.toDay} >= ${asOf}`,
      ),
    )
    .groupBy(...Object.values(alike))) as readonly InvestedRow[]
}

/** The same selection with the tables joined that its keys and its condition read. */
function ofSegments<Query extends PgSelect>(
  session: Session,
  { asOf, by, where }: BreakdownQuery,
  base: Query,
): Query {
  const { plan, projectStep } = session.tables
  let query: PgSelect = base
  if (readPlan(where, by)) query = query.innerJoin(plan, ofItsPlan(session))
  if (readProject(by)) query = query.leftJoin(projectStep, projectOn(session, asOf))
  // Joining changes nothing about the fields that were selected.
  return query as Query
}

function leadsOf(session: Session, { asOf, by, where }: BreakdownQuery) {
  return by.includes('unit') ? everyLead(session, asOf, where) : oneRowEach(session, where)
}
