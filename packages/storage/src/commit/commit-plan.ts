import type { Connection } from '../connect/connection.ts'
import type { CommitOutcome, Idempotency, PlanCommit } from '../contract/commit.ts'
import { selectRevisions } from '../load/statements.ts'
import { selectAnswer } from './statements.ts'
import { writesOf } from './writes.ts'
import type { WrittenSegments } from './written-segments.ts'

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
): Promise<CommitOutcome> {
  const { idempotency, plan, baseRevision } = change
  const revision = baseRevision + 1
  const writes = writesOf(change, written.standing(plan, baseRevision))
  if (await connection.transact(writes, { plan, revision })) {
    written.keep(plan, baseRevision, change.timelines ?? [], change.replaceTimelines ?? false)
    return { outcome: 'COMMITTED', revision }
  }
  // The one who was first may have been the same request, sent twice.
  const repeat = idempotency === undefined ? null : await answerTo(connection, plan, idempotency)
  return repeat ?? { outcome: 'CONFLICT', revision: await revisionOf(connection, plan) }
}

async function revisionOf({ session }: Connection, plan: string): Promise<number> {
  const [row] = await selectRevisions(session).execute({ codes: JSON.stringify([plan]) })
  return row?.revision ?? 0
}
