import type { Fact } from '@duban/domain'
import type { Write } from '../connect/connection.ts'
import type { PlanCommit } from '../contract/commit.ts'
import type { CommitmentTimeline } from '../contract/segment-row.ts'
import { failure } from '../failure.ts'
import { headerColumns, headerIn } from './plan-header.ts'
import { segmentRowsOf } from './segment-rows.ts'
import {
  advancePlan,
  deleteAllSegments,
  deleteSegments,
  insertAnswer,
  insertAudit,
  insertFacts,
  insertPlan,
  insertSegments,
  insertTexts,
  redefinePlan,
} from './statements.ts'
import { subjectOf } from './subject-of.ts'

/** Rows sent in one statement; bounds what a large import holds as text. */
const rowsAtOnce = 5000

/** The whole of a commit as statements, the guard first. */
export function* writesOf(change: PlanCommit): Generator<Write> {
  yield* planWrites(change)
  yield* inChunks(change.facts.length, (index) => factRow(change, index), insertFacts)
  yield* timelineWrites(change.plan, change.timelines ?? [], change.replaceTimelines ?? false)
  const texts = (change.texts ?? []).map((text) => ({ planId: change.plan, ...text }))
  yield* inChunks(texts.length, (index) => texts[index], insertTexts)
  const revision = change.baseRevision + 1
  const audit = { planId: change.plan, revision, ...change.audit, factCount: change.facts.length }
  yield { statement: insertAudit, rows: [audit] }
  if (change.idempotency !== undefined) {
    const answer = { planId: change.plan, revision, ...change.idempotency }
    yield { statement: insertAnswer, rows: [answer] }
  }
}

/** Replaces the rows of these commitments, or with `all` of the whole plan. */
export function* timelineWrites(
  planId: string,
  timelines: readonly CommitmentTimeline[],
  all: boolean,
): Generator<Write> {
  if (all) yield { statement: deleteAllSegments, values: { planId } }
  else if (timelines.length > 0) {
    const commitments = JSON.stringify(timelines.map(({ commitment }) => commitment))
    yield { statement: deleteSegments, values: { planId, commitments } }
  }
  const rows = timelines.flatMap((timeline) => segmentRowsOf(planId, timeline))
  yield* inChunks(rows.length, (index) => rows[index], insertSegments)
}

function* planWrites(change: PlanCommit): Generator<Write> {
  const { plan: planId, baseRevision, facts, audit } = change
  const header = headerIn(facts)
  const factCount = facts.length
  if (baseRevision > 0) {
    const values = { planId, baseRevision, factCount, at: audit.at }
    yield { statement: advancePlan, values, guard: true }
    if (header !== null) {
      yield { statement: redefinePlan, values: { planId, ...headerColumns(header) } }
    }
    return
  }
  if (header === null) {
    throw failure('BAD_REQUEST', `${planId}: no PLAN definition`)
  }
  const row = {
    planId,
    revision: 1,
    lastSeq: factCount,
    ...headerColumns(header),
    createdAt: audit.at,
    updatedAt: audit.at,
  }
  yield { statement: insertPlan, rows: [row], guard: true }
}

function factRow(change: PlanCommit, index: number) {
  const fact: Fact | undefined = change.facts[index]
  if (fact === undefined) return undefined
  const subject = subjectOf(fact)
  return {
    planId: change.plan,
    // Counted back from the plan's last, which only the database knows.
    seq: index + 1 - change.facts.length,
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

function* inChunks(
  count: number,
  rowAt: (index: number) => Record<string, unknown> | undefined,
  statement: Write['statement'],
): Generator<Write> {
  for (let start = 0; start < count; start += rowsAtOnce) {
    const rows: Record<string, unknown>[] = []
    for (let index = start; index < Math.min(start + rowsAtOnce, count); index += 1) {
      const row = rowAt(index)
      if (row !== undefined) rows.push(row)
    }
    yield { statement, rows }
  }
}
