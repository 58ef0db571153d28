import { and, count } from 'drizzle-orm'
import type { Session } from '../connect/session.ts'
import type { Condition, Page } from '../contract/page.ts'
import type { PlanField, PlanQuery, PlanRow } from '../contract/plan-row.ts'
import type { Tables } from '../schema/define-schema.ts'
import { conditionSql } from './condition.ts'
import { keysetOf } from './keyset.ts'
import { pageOf } from './page-of.ts'

type PlanTable = Tables['plan']

function columnsOf(plan: PlanTable) {
  return {
    code: plan.planId,
    title: plan.titleZh,
    district: plan.district,
    year: plan.year,
    periodStart: plan.periodStart,
    periodEnd: plan.periodEnd,
    synthetic: plan.synthetic,
    revision: plan.revision,
    createdAt: plan.createdAt,
    updatedAt: plan.updatedAt,
  } satisfies Record<PlanField, unknown>
}

/** One page of the plans that fit. */
export async function findPlans(session: Session, query: PlanQuery): Promise<Page<PlanRow>> {
  const { plan } = session.tables
  const columns = columnsOf(plan)
  const order = [...(query.orderBy ?? []), { field: 'code' as const }]
  const keys = order.map(({ field, ...direction }) => ({
    column: columns[field],
    descending: 'descending' in direction && direction.descending === true,
  }))
  const keyset = keysetOf(keys, query.page)
  const rows = await session.db
    .select()
    .from(plan)
    .where(and(query.where && conditionSql(session, query.where, columns), keyset.where))
    .orderBy(...keyset.orderBy)
    .limit(keyset.limit)
  return pageOf(rows.map(planRow), query.page, (row) =>
    order.map(({ field }) => (field === 'title' ? row.title.zh : row[field])),
  )
}

/** How many plans fit. */
export async function countPlans(
  session: Session,
  where: Condition<PlanField> | undefined,
): Promise<number> {
  const { plan } = session.tables
  const [row] = await session.db
    .select({ count: count() })
    .from(plan)
    .where(where && conditionSql(session, where, columnsOf(plan)))
  return row?.count ?? 0
}

function planRow(row: PlanTable['$inferSelect']): PlanRow {
  return {
    code: row.planId,
    revision: row.revision,
    title: text(row.titleZh, row.titleEn),
    district: row.district,
    districtName: text(row.districtZh, row.districtEn),
    year: row.year,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    timeZone: row.timeZone,
    synthetic: row.synthetic,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

function text(zh: string, en: string | null) {
  return en === null ? { zh } : { zh, en }
}
