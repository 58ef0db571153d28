import type { Fact } from '@duban/domain'
import type { Write } from '../connect/connection.ts'
import type { PlanCommit } from '../contract/commit.ts'
import type { DerivedRows } from '../contract/derived-rows.ts'
import type { CommitmentTimeline } from '../contract/segment-row.ts'
import { failure } from '../failure.ts'
import { leadsOf } from '../segments/leads-of.ts'
import { inChunks, type Row } from './chunks.ts'
import { type CommitRun, factCountOf } from './commit-run.ts'
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

/** The whole of a run as statements, the guards first; `standing` tells what is in the segment table already. */
export function* writesOf(run: CommitRun, standing: Standing = () => undefined): Generator<Write> {
  const { commits } = run
  const [first] = commits
  const { plan: planId } = first
  yield first.baseRevision === 0 ? addPlan(first) : advancePlanTo(run)
  for (const { baseRevision, idempotency } of commits) {
    if (idempotency === undefined) continue
    const row = { planId, revision: baseRevision + 1, ...idempotency }
    yield { statement: insertAnswer, rows: [row], guard: true }
  }
  yield* factWrites(run)
  const {
    timelines = [],
    measured = [],
    projects = [],
    replaceTimelines: all = false,
  } = run.derive()
  yield* derivedWrites(planId, { timelines, measured, projects }, all, standing)
  if (all && first.baseRevision > 0) yield { statement: markDerived, values: { planId } }
  const texts = commits.flatMap(({ texts = [] }) => texts.map((text) => ({ planId, ...text })))
  yield* inChunks(texts, insertTexts)
  yield { statement: insertAudit, rows: commits.map(auditRow) }
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

function advancePlanTo(run: CommitRun): Write {
  const { commits } = run
  const [{ plan: planId, baseRevision }] = commits
  const at = commits.at(-1)?.audit.at
  const values = { planId, baseRevision, commits: commits.length, factCount: factCountOf(run), at }
  return { statement: advancePlan, values, guard: true }
}

function* factWrites(run: CommitRun): Generator<Write> {
  const [{ plan, baseRevision }] = run.commits
  if (baseRevision === 0) return yield* inChunks(factRows(run), insertFacts)
  let header: ReturnType<typeof headerIn> = null
  const rows = factRows(run, (fact) => {
    header = headerIn(fact) ?? header
  })
  yield* inChunks(rows, insertFacts)
  if (header !== null) {
    yield { statement: redefinePlan, values: { planId: plan, ...headerColumns(header) } }
  }
}

function* factRows(run: CommitRun, read: (fact: Fact) => void = () => undefined) {
  // Counted back from the plan's last, which only the database knows.
  let seq = -factCountOf(run)
  for (const change of run.commits) {
    const last = seq + change.facts.length
    for (const fact of change.facts) {
      read(fact)
      seq += 1
      yield factRow(change, fact, seq)
    }
    if (seq !== last) throw failure('BAD_REQUEST', `${change.facts.length} facts were announced`)
  }
}

function auditRow({ plan: planId, baseRevision, audit, facts }: PlanCommit): Row {
  return { planId, revision: baseRevision + 1, ...audit, factCount: facts.length }
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
