import { type AnyColumn, and, asc, eq, getTableColumns, ne, sql } from 'drizzle-orm'
import { type Statement, statement } from '../connect/session.ts'
import { insertRows, isAmong, joinEach, matchesGiven, rowsIn } from '../rows.ts'
import { comparable } from '../sql.ts'
import { rowsStatement } from './chunks.ts'
import { DERIVATION } from './derivation.ts'

const given = sql.placeholder

/** A placeholder whose value is written as the column writes its values. */
const valueFor = (column: AnyColumn, name: string) => sql`${sql.param(given(name), column)}`

/** The guard of a new plan: returns its last seq, or nothing where there already is one of its code. */
export const insertPlan = statement((session) =>
  insertRows(session, session.tables.plan)
    .onConflictDoNothing()
    .returning({ lastSeq: session.tables.plan.lastSeq })
    .prepare('insert_plan'),
)

/** The guard of every other commit: returns the plan's last seq, or nothing where it is no longer at its base revision. */
export const advancePlan = statement(({ db, tables: { plan } }) =>
  db
    .update(plan)
    .set({
      revision: sql`${plan.revision} + ${given('commits')}`,
      lastSeq: sql`${plan.lastSeq} + ${given('factCount')}`,
      updatedAt: valueFor(plan.updatedAt, 'at'),
    })
    .where(and(eq(plan.planId, given('planId')), eq(plan.revision, given('baseRevision'))))
    .returning({ lastSeq: plan.lastSeq })
    .prepare('advance_plan'),
)

/** Whether a fact is at a place: a guard for what is sent before it is known to be there. */
export const selectFactAt = statement(({ db, tables: { fact } }) =>
  db
    .select({ seq: fact.seq })
    .from(fact)
    .where(
      and(eq(fact.planId, given('planId')), eq(fact.seq, given('seq')), eq(fact.id, given('id'))),
    )
    .prepare('select_fact_at'),
)

/** Brings the plan's row up to a new header. */
export const redefinePlan: Statement<unknown> = statement(({ db, tables: { plan } }) =>
  db
    .update(plan)
    .set({
      titleZh: valueFor(plan.titleZh, 'titleZh'),
      titleEn: valueFor(plan.titleEn, 'titleEn'),
      district: valueFor(plan.district, 'district'),
      districtZh: valueFor(plan.districtZh, 'districtZh'),
      districtEn: valueFor(plan.districtEn, 'districtEn'),
      year: valueFor(plan.year, 'year'),
      periodStart: valueFor(plan.periodStart, 'periodStart'),
      periodEnd: valueFor(plan.periodEnd, 'periodEnd'),
      timeZone: valueFor(plan.timeZone, 'timeZone'),
      synthetic: valueFor(plan.synthetic, 'synthetic'),
    })
    .where(eq(plan.planId, given('planId')))
    .prepare('redefine_plan'),
)

/** Marks a plan whose derived rows have all been written anew. */
export const markDerived: Statement<unknown> = statement(({ db, tables: { plan } }) =>
  db
    .update(plan)
    .set({ derivation: DERIVATION })
    .where(and(eq(plan.planId, given('planId')), ne(plan.derivation, DERIVATION)))
    .prepare('mark_derived'),
)

export const insertFacts = rowsStatement('insert_facts', (session, size) =>
  insertRows(session, session.tables.fact, size),
)

export const insertAudit: Statement<unknown> = statement((session) =>
  insertRows(session, session.tables.audit).prepare('insert_audit'),
)

/** The guard of a commit that came with an idempotency key: returns nothing where the key has been used. */
export const insertAnswer = statement((session) =>
  insertRows(session, session.tables.answer)
    .onConflictDoNothing()
    .returning({ revision: session.tables.answer.revision })
    .prepare('insert_answer'),
)

/** A text attached twice is the same text: its key is its digest. */
export const insertTexts = rowsStatement('insert_texts', (session, size) =>
  insertRows(session, session.tables.documentText, size).onConflictDoNothing(),
)

/** Takes out the rows of these commitments that have none of the days and leads given for them. */
export const deleteOtherSegments: Statement<unknown> = statement((session) => {
  const { segment } = session.tables
  const touched = rowsIn(session, 'touched', { commitment: 'text' })
  const kept = rowsIn(session, 'kept', { commitment: 'text', fromDay: 'date', lead: 'integer' })
  const keys = sql`(select ${kept.column('commitment')}, ${kept.column('fromDay')}, ${kept.column('lead')} from ${kept.from})`
  const isOther = sql`(${segment.commitment}, ${segment.fromDay}, ${segment.lead}) not in ${keys}`
  const belongs = and(
    eq(segment.planId, given('planId')),
    eq(segment.commitment, touched.column('commitment')),
    isOther,
  )
  return session.db
    .delete(segment)
    .where(
      isAmong(session, segment, joinEach(session, touched, segment, belongs, asc(segment.fromDay))),
    )
    .prepare('delete_other_segments')
})

/** Takes out rows of one plan by their keys. */
export const deleteSegments = rowsStatement('delete_segments', (session, size) => {
  const { segment } = session.tables
  const types = { commitment: 'text', fromDay: 'date', lead: 'integer' }
  const isGiven = matchesGiven(session, segment, types, size, (member) =>
    and(
      eq(segment.planId, given('planId')),
      eq(segment.commitment, member('commitment')),
      eq(segment.fromDay, member('fromDay')),
      eq(segment.lead, member('lead')),
    ),
  )
  return session.db.delete(segment).where(isGiven)
})

export const deleteAllSegments: Statement<unknown> = statement(({ db, tables: { segment } }) =>
  db
    .delete(segment)
    .where(eq(segment.planId, given('planId')))
    .prepare('delete_all_segments'),
)

export const insertSegments = rowsStatement('insert_segments', (session, size) =>
  insertRows(session, session.tables.segment, size),
)

/**
 * Writes segments over those that begin on the same days. What stays as it was is not written: a report changes one
 * or two segments of a commitment, and each is in six indexes and more.
 */
export const putSegments = rowsStatement('put_segments', (session, size) => {
  const { segment } = session.tables
  const { planId, commitment, fromDay, lead, ...others } = getTableColumns(segment)
  const columns = Object.entries(others)
  const excluded = (column: AnyColumn) => sql`excluded.${sql.identifier(column.name)}`
  const differs = columns.map(
    ([, column]) =>
      sql`${comparable(session, column, column)} is distinct from ${comparable(session, column, excluded(column))}`,
  )
  return insertRows(session, segment, size).onConflictDoUpdate({
    target: [planId, commitment, fromDay, lead],
    set: Object.fromEntries(columns.map(([name, column]) => [name, excluded(column)])),
    setWhere: sql.join(differs, sql` or `),
  })
})

/** The answer kept under an idempotency key. */
export const selectAnswer = statement(({ db, tables: { answer } }) =>
  db
    .select()
    .from(answer)
    .where(and(eq(answer.planId, given('planId')), eq(answer.key, given('key'))))
    .prepare('select_answer'),
)
