import type { Returned, UnitOfWork, Write } from '../connect/connection.ts'
import type { PlanCommit } from '../contract/commit.ts'
import type { DerivedRows } from '../contract/derived-rows.ts'
import type { CommitmentTimeline } from '../contract/segment-row.ts'
import { failure } from '../failure.ts'
import { inChunks, type Row } from './chunks.ts'
import { type CommitRun, factCountOf } from './commit-run.ts'
import { DERIVATION } from './derivation.ts'
import { factWrites } from './fact-writes.ts'
import { headerColumns, lastHeaderIn } from './plan-header.ts'
import { segmentRowsOf } from './segment-rows.ts'
import {
  advancePlan,
  deleteAllSegments,
  deleteOtherSegments,
  deleteSegments,
  insertAnswer,
  insertAudit,
  insertPlan,
  insertSegments,
  insertTexts,
  markDerived,
  putSegments,
  selectFactAt,
} from './statements.ts'
import { stepWrites } from './step-writes.ts'
import { changeOf, keysOf, type Standing, type TimelineChange } from './written-segments.ts'

/** What a run leaves behind which another one is sent, before anybody knows whether it comes about. */
export interface Ahead {
  readonly lastSeq: number
  /** Id of the fact there. */
  readonly lastFact: string
  readonly standing: Standing
}

/**
 * The whole of a run as statements; `standing` tells what is in the segment table already, `ahead` what must be there of a
 * run that this one is sent behind.
 */
export function unitOfWork(run: CommitRun, standing: Standing, ahead?: Ahead): UnitOfWork {
  return {
    guards: [...guardsOf(run), ...(ahead === undefined ? [] : [standsAhead(run, ahead)])],
    writes: (returned) => writesOf(run, standing, lastSeqIn(returned)),
  }
}

/** The revision may be another server's: the last fact cannot. It is asked for once the plan is held. */
function standsAhead({ commits }: CommitRun, { lastSeq, lastFact }: Ahead): Write {
  const values = { planId: commits[0].plan, seq: lastSeq, id: lastFact }
  return { statement: selectFactAt, values }
}

/** What the guards of a run return that is sent behind another one. */
export function foretold(run: CommitRun, { lastSeq }: Ahead): readonly Returned[] {
  return [{ last_seq: lastSeq + factCountOf(run) }]
}

function guardsOf(run: CommitRun): readonly Write[] {
  const [first] = run.commits
  const plan = first.baseRevision === 0 ? addPlan(first) : advancePlanTo(run)
  const keys = run.commits.flatMap(({ plan: planId, baseRevision, idempotency }): Write[] => {
    if (idempotency === undefined) return []
    const row = { planId, revision: baseRevision + 1, ...idempotency }
    return [{ statement: insertAnswer, rows: [row] }]
  })
  return [plan, ...keys]
}

/** The plan's last seq with the facts of the run, as its first guard returned it. */
export function lastSeqIn([plan]: readonly Returned[]): number {
  // PostgreSQL gives it as text, as every bigint.
  return Number(plan?.last_seq)
}

function* writesOf(run: CommitRun, standing: Standing, lastSeq: number): Generator<Write> {
  const { commits } = run
  const [{ plan: planId, baseRevision }] = commits
  yield* factWrites(run, lastSeq)
  const derived = run.derive()
  const { replaceTimelines: all = false } = derived
  yield* derivedWrites(planId, derived, all, standing)
  if (all && baseRevision > 0) yield { statement: markDerived, values: { planId } }
  const texts = commits.flatMap(({ texts = [] }) => texts.map((text) => ({ planId, ...text })))
  yield* inChunks(texts, insertTexts)
  yield { statement: insertAudit, rows: commits.map(auditRow) }
}

/** Brings the derived rows that are given up to date, or with `all` writes those of the whole plan anew. */
export function* derivedWrites(
  planId: string,
  rows: Partial<DerivedRows>,
  all: boolean,
  standing?: Standing,
): Generator<Write> {
  yield* timelineWrites(planId, rows.timelines ?? [], all, standing)
  yield* stepWrites(planId, rows, all)
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
  const unknown = changes.flatMap(({ gone, timeline }) => (gone === null ? [timeline] : []))
  if (unknown.length > 0) {
    const touched = unknown.map(({ commitment }) => ({ commitment }))
    const kept = unknown.flatMap(({ commitment, segments }) =>
      segments.flatMap(keysOf).map((key) => ({ commitment, ...key })),
    )
    yield { statement: deleteOtherSegments, values: { planId, touched, kept } }
  }
  yield* inChunks(goneOf(planId, changes), deleteSegments)
  yield* inChunks(rowsOf(planId, changes), putSegments)
}

function* goneOf(planId: string, changes: readonly TimelineChange[]): Generator<Row> {
  for (const { timeline, gone } of changes) {
    const { commitment } = timeline
    for (const { fromDay, lead } of gone ?? []) yield { planId, commitment, fromDay, lead }
  }
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
  return { statement: insertPlan, rows: [row] }
}

function advancePlanTo(run: CommitRun): Write {
  const { commits } = run
  const [{ plan: planId, baseRevision }] = commits
  const at = commits.at(-1)?.audit.at
  const values = { planId, baseRevision, commits: commits.length, factCount: factCountOf(run), at }
  return { statement: advancePlan, values }
}

function auditRow({ plan: planId, baseRevision, audit, facts }: PlanCommit): Row {
  return { planId, revision: baseRevision + 1, ...audit, factCount: facts.length }
}
