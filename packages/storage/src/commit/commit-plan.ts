import type { Connection, Transact, UnitOfWork } from '../connect/connection.ts'
import type { CommitOutcome, Idempotency, PlanCommit } from '../contract/commit.ts'
import { selectRevisions } from '../load/statements.ts'
import { type CommitRun, deriveNow, revisionsOf } from './commit-run.ts'
import { selectAnswer } from './statements.ts'
import { type Ahead, foretold, lastSeqIn, unitOfWork } from './writes.ts'
import { standingWith, type WrittenSegments } from './written-segments.ts'

/** The first answer to an idempotency key, or null where the key is new. */
export async function answerTo(
  { session }: Connection,
  planId: string,
  { key, fingerprint }: Pick<Idempotency, 'key' | 'fingerprint'>,
): Promise<CommitOutcome | null> {
  const [kept] = await selectAnswer(session).execute({ planId, key })
  if (kept === undefined) return null
  const { revision, answer } = kept
  return kept.fingerprint === fingerprint
    ? { outcome: 'REPEATED', revision, answer }
    : { outcome: 'KEY_REUSED', revision }
}

/** Applies one plan's change whole, or tells why not. */
export async function commitPlan(
  connection: Connection,
  written: WrittenSegments,
  change: PlanCommit,
  derive: CommitRun['derive'] = () => change,
): Promise<CommitOutcome> {
  const { idempotency, plan, baseRevision } = change
  if (await commitRun(connection, written, { commits: [change], derive })) {
    return { outcome: 'COMMITTED', revision: baseRevision + 1 }
  }
  // The one who was first may have been the same request, sent twice.
  const repeat = idempotency === undefined ? null : await answerTo(connection, plan, idempotency)
  return repeat ?? { outcome: 'CONFLICT', revision: await revisionOf(connection, plan) }
}

/** Applies a run whole; false, and nothing written, where the plan has moved on or one of its keys has been used. */
export async function commitRun(
  connection: Connection,
  written: WrittenSegments,
  run: CommitRun,
): Promise<boolean> {
  // A transaction of SQLite keeps everybody else from writing: what can be computed before it is.
  if (connection.dialect === 'sqlite') deriveNow(run)
  return await transactRun(written, run, connection.transact)
}

async function transactRun(
  written: WrittenSegments,
  run: CommitRun,
  transact: Transact,
  ahead?: Ahead,
): Promise<boolean> {
  const [{ plan }] = run.commits
  const revisions = revisionsOf(run)
  const standing = ahead?.standing ?? written.standing(plan, revisions.base)
  const { sent, lastFact } = run
  const work: UnitOfWork = {
    ...unitOfWork(run, standing, ahead),
    sent: (returned, behind) => {
      if (sent === undefined || lastFact === undefined) return
      sent((next) => {
        const lastSeq = lastSeqIn(returned)
        const left = { lastSeq, lastFact, standing: standingWith(run.derive(), standing) }
        const transactBehind: Transact = (its, notice) => behind(its, foretold(next, left), notice)
        return transactRun(written, next, transactBehind, left)
      })
    },
  }
  if (!(await transact(work, { plan, revision: revisions.last }))) return false
  const { timelines = [], replaceTimelines = false } = run.derive()
  written.keep(plan, revisions, timelines, replaceTimelines)
  return true
}

async function revisionOf({ session }: Connection, plan: string): Promise<number> {
  const [row] = await selectRevisions(session).execute({ codes: JSON.stringify([plan]) })
  return row?.revision ?? 0
}
