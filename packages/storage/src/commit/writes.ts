import type { Fact } from '@duban/domain'
import type { Write } from '../connect/connection.ts'
import type { PlanCommit } from '../contract/commit.ts'
import type { DerivedRows } from '../contract/derived-rows.ts'
import type { CommitmentTimeline } from '../contract/segment-row.ts'
import { failure } from '../failure.ts'
import { leadsOf } from '../segments/leads-of.ts'
import { inChunks, type Row } from './chunks.ts'
import { DERIVATION } from './derivation.ts'
import { headerColumns, headerIn, lastHeaderIn } from './plan-header.ts'
import { segmentRowsOf } from './segment-rows.ts'
import {
  advancePlan,
  deleteAllSegments,
  deleteOtherSegments,
  insertAnswer,
  insertAudit,
  insertFacts,
  insertPlan,
  insertSegments,
  insertTexts,
  markDerived,
  putSegments,
  redefinePlan,
} from './statements.ts'
import { stepWrites } from './step-writes.ts'
import { subjectOf } from './subject-of.ts'
import { changeOf, type Standing, type TimelineChange } from './written-segments.ts'

/** The whole of a commit as statements, the guards first; `standing` tells what is in the segment table already. */
export function* writesOf(
  change: PlanCommit,
  standing: Standing = () => undefined,
): Generator<Write> {
  const { plan: planId, facts, audit, idempotency } = change
  const revision = change.baseRevision + 1
  yield revision === 1 ? addPlan(change) : advancePlanTo(change)
  if (idempotency !== undefined) {
    const row = { planId, revision, ...idempotency }
    yield { statement: insertAnswer, rows: [row], guard: true }
  }
  yield* factWrites(change)
  const { timelines = [], measured = [], projects = [], replaceTimelines: all = false } = change
  yield* derivedWrites(planId, { timelines, measured, projects }, all, standing)
  if (all && revision > 1) yield { statement: markDerived, values: { planId } }
  const texts = (change.texts ?? []).map((text) => ({ planId, ...text }))
  yield* inChunks(texts, insertTexts)
  const row = { planId, revision, ...audit, factCount: facts.length }
  yield { statement: insertAudit, rows: [row] }
}

/** Brings the derived rows that are given up to date, or with `all` writes those of the whole plan anew. */
export function* derivedWrites(
  planId: string,
  { timelines, ...steps }: DerivedRows,
  all: boolean,
  standing?: Standing,
): Generator<Write> {
  yield* timelineWrites(planId, timelines, all, standing)
  yield* stepWrites(planId, steps, all)
}

function* timelineWrites(
  planId: string,
  timelines: readonly CommitmentTimeline[],
  all: boolean,
  standing: Standing = () => undefined,
): Generator<Write> {
  const changes = timelines.map((each) =>
    changeOf(each, all ? undefined : standing(each.commitment)),
  )
  if (all) {
    yield { statement: deleteAllSegments, values: { planId } }
    yield* inChunks(rowsOf(planId, changes), insertSegments)
    return
  }
  const cut = changes.flatMap(({ leavesRows, timeline }) => (leavesRows ? [timeline] : []))
  if (cut.length > 0) {
    const commitments = JSON.stringify(cut.map(({ commitment }) => commitment))
    const kept = JSON.stringify(
      cut.flatMap(({ commitment, segments }) =>
        segments.flatMap((segment) =>
          leadsOf(segment).map((_, lead) => ({ commitment, fromDay: segment.from, lead })),
        ),
      ),
    )
    yield { statement: deleteOtherSegments, values: { planId, commitments, kept } }
  }
  yield* inChunks(rowsOf(planId, changes), putSegments)
}

function* rowsOf(planId: string, changes: readonly TimelineChange[]): Generator<Row> {
  for (const { timeline, differing } of changes) {
    yield* segmentRowsOf(planId, timeline.commitment, differing)
  }
}

function addPlan({ plan: planId, facts, audit }: PlanCommit): Write {
  const header = lastHeaderIn(facts)
  if (header === null) throw failure('BAD_REQUEST', `${planId}: no PLAN definition`)
  const row = {
    planId,
    revision: 1,
    lastSeq: facts.length,
    derivation: DERIVATION,
    ...headerColumns(header),
    createdAt: audit.at,
    updatedAt: audit.at,
  }
  return { statement: insertPlan, rows: [row], guard: true }
}

function advancePlanTo({ plan: planId, baseRevision, facts, audit }: PlanCommit): Write {
  const values = { planId, baseRevision, factCount: facts.length, at: audit.at }
  return { statement: advancePlan, values, guard: true }
}

function* factWrites(change: PlanCommit): Generator<Write> {
  if (change.baseRevision === 0) return yield* inChunks(factRows(change), insertFacts)
  let header: ReturnType<typeof headerIn> = null
  const rows = factRows(change, (fact) => {
    header = headerIn(fact) ?? header
  })
  yield* inChunks(rows, insertFacts)
  if (header !== null) {
    yield { statement: redefinePlan, values: { planId: change.plan, ...headerColumns(header) } }
  }
}

function* factRows(change: PlanCommit, read: (fact: Fact) => void = () => undefined) {
  // Counted back from the plan's last, which only the database knows.
  let seq = -change.facts.length
  for (const fact of change.facts) {
    read(fact)
    seq += 1
    yield factRow(change, fact, seq)
  }
  if (seq !== 0) throw failure('BAD_REQUEST', `${change.facts.length} facts were announced`)
}

function factRow(change: PlanCommit, fact: Fact, seq: number): Row {
  const subject = subjectOf(fact)
  return {
    planId: change.plan,
    seq,
    revision: change.baseRevision + 1,
    id: fact.id,
    type: fact.type,
    effectiveOn: fact.effectiveOn,
    recordedAt: fact.recordedAt,
    recordedBy: fact.recordedBy,
    supersedes: fact.supersedes ?? null,
    subjectKind: subject?.kind ?? null,
    subjectCode: subject?.code ?? null,
    body: fact,
  }
}
