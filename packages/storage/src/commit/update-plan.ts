import type { PlanFacts } from '@duban/domain'
import type {
  CommitOutcome,
  Decide,
  FactSource,
  Idempotency,
  PlanCommit,
  UpdateOptions,
  UpdateOutcome,
} from '../contract/commit.ts'
import { type CommitBehind, type CommitRun, derivedOnce } from './commit-run.ts'

// Writers of one process queue, so only those of other processes are ever in the way.
const mostAttempts = 100

/** Where an update finds a plan, and leaves it. */
export interface PlanSource {
  /** Whether this process has nothing to do while the database has a commit. */
  readonly isElsewhere: boolean
  /** The plan as it was when it was last looked at; undefined where it has not been. */
  known(plan: string): PlanFacts | undefined
  /** The plan as it is. */
  load(plan: string): Promise<PlanFacts | null>
  /** Hears of what a commit has made of a plan. */
  keep(known: PlanFacts | null, after: PlanFacts, added: FactSource): void
  answerTo(
    plan: string,
    idempotency: Pick<Idempotency, 'key' | 'fingerprint'>,
  ): Promise<CommitOutcome | null>
  commit(change: PlanCommit, derive?: CommitRun['derive']): Promise<CommitOutcome>
  /** Commits a run whole; false where something stands against one of its commits. */
  readonly commitRun: CommitBehind
}

/**
 * Decides over a plan and commits, and again when another writer was first. What is known of it is tried first: the
 * commit's guards tell when it is no longer so, and nothing but a commit is answered from it.
 */
export async function updatePlan<Refusal>(
  source: PlanSource,
  plan: string,
  decide: Decide<Refusal>,
  { expectedRevision, idempotency }: UpdateOptions = {},
): Promise<UpdateOutcome<Refusal>> {
  const attempt = async (facts: PlanFacts | null): Promise<UpdateOutcome<Refusal>> => {
    const baseRevision = facts?.revision ?? 0
    const decided = decide(facts)
    if ('refusal' in decided) return { outcome: 'REFUSED', refusal: decided.refusal }
    const { commit } = decided
    const { after, facts: added } = commit
    const outcome = await source.commit(
      { ...commit, plan, baseRevision },
      commit.derive &&
        derivedOnce(() => commit.derive(commit.after, [...added], facts ?? emptyPlan(plan))),
    )
    if (outcome.outcome === 'COMMITTED' && after?.revision === outcome.revision) {
      source.keep(facts, after, added)
    }
    return outcome
  }
  const isExpected = (revision: number) =>
    expectedRevision === undefined || expectedRevision === revision

  const known = source.known(plan)
  const first = known !== undefined && isExpected(known.revision) ? await attempt(known) : undefined
  if (first !== undefined && first.outcome !== 'CONFLICT' && first.outcome !== 'REFUSED') {
    return first
  }
  let revision = 0
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    const repeat = idempotency === undefined ? null : await source.answerTo(plan, idempotency)
    if (repeat !== null) return repeat
    const facts = await source.load(plan)
    const current = facts?.revision ?? 0
    if (!isExpected(current)) return { outcome: 'CONFLICT', revision: current }
    // The same object is the same revision: what was refused on it is.
    const isRefused = attempts === 0 && facts === known && first?.outcome === 'REFUSED'
    const outcome = isRefused ? first : await attempt(facts)
    if (outcome.outcome !== 'CONFLICT') return outcome
    revision = outcome.revision
  }
  return { outcome: 'CONFLICT', revision }
}

/** A plan of which nothing is there yet. */
function emptyPlan(code: string): PlanFacts {
  return { code, revision: 0, facts: [] }
}
