import type { Fact } from '@duban/domain'
import type { Write } from '../connect/connection.ts'
import type { PlanCommit } from '../contract/commit.ts'
import { failure } from '../failure.ts'
import { inChunks, type Row } from './chunks.ts'
import { type CommitRun, factCountOf } from './commit-run.ts'
import { headerColumns, headerIn } from './plan-header.ts'
import { insertFacts, redefinePlan } from './statements.ts'
import { subjectOf } from './subject-of.ts'

/** The facts of a run as statements, of which the last comes to have the plan's last seq. */
export function* factWrites(run: CommitRun, lastSeq: number): Generator<Write> {
  const [{ plan, baseRevision }] = run.commits
  if (baseRevision === 0) return yield* inChunks(factRows(run, lastSeq), insertFacts)
  let header: ReturnType<typeof headerIn> = null
  const rows = factRows(run, lastSeq, (fact) => {
    header = headerIn(fact) ?? header
  })
  yield* inChunks(rows, insertFacts)
  if (header !== null) {
    yield { statement: redefinePlan, values: { planId: plan, ...headerColumns(header) } }
  }
}

function* factRows(
  run: CommitRun,
  lastSeq: number,
  read: (fact: Fact) => void = () => undefined,
): Generator<Row> {
  let seq = lastSeq - factCountOf(run)
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
