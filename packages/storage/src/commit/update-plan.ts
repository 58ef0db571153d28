import type { PlanFacts } from '@duban/domain'
import type { Connection } from '../connect/connection.ts'
import type { Decide, UpdateOptions, UpdateOutcome } from '../contract/commit.ts'
import { answerTo, commitPlan } from './commit-plan.ts'

// Writers of one process queue, so only those of other processes are ever in the way.
const mostAttempts = 100

/** Loads, decides and commits, and again when another writer was first; `committed` hears of what a commit made. */
export async function updatePlan<Refusal>(
  connection: Connection,
  load: (plan: string) => Promise<PlanFacts | null>,
  plan: string,
  decide: Decide<Refusal>,
  { expectedRevision, idempotency }: UpdateOptions = {},
  committed: (known: PlanFacts | null, after: PlanFacts) => void = () => undefined,
): Promise<UpdateOutcome<Refusal>> {
  let revision = 0
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const repeat = idempotency === undefined ? null : await answerTo(connection, plan, idempotency)
    if (repeat !== null) return repeat
    const facts = await load(plan)
    const baseRevision = facts?.revision ?? 0
    if (expectedRevision !== undefined && expectedRevision !== baseRevision) {
      return { outcome: 'CONFLICT', revision: baseRevision }
    }
    const decided = decide(facts)
    if ('refusal' in decided) return { outcome: 'REFUSED', refusal: decided.refusal }
    const outcome = await commitPlan(connection, { ...decided.commit, plan, baseRevision })
    const { after } = decided.commit
    if (outcome.outcome === 'COMMITTED' && after?.revision === outcome.revision) {
      committed(facts, after)
    }
    if (outcome.outcome !== 'CONFLICT') return outcome
    revision = outcome.revision
  }
  return { outcome: 'CONFLICT', revision }
}
