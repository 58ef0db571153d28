import type { Connection } from '../connect/connection.ts'
import type { CommitOutcome, Idempotency, PlanCommit } from '../contract/commit.ts'
import { selectRevisions } from '../load/statements.ts'
import { selectAnswer } from './statements.ts'
import { writesOf } from './writes.ts'

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
  change: PlanCommit,
): Promise<CommitOutcome> {
  const { idempotency, plan } = change
  if (idempotency !== undefined) {
    const repeat = await answerTo(connection, plan, idempotency)
    if (repeat !== null) return repeat
  }
  const revision = change.baseRevision + 1
  if (await connection.transact(writesOf(change), { plan, revision })) {
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
