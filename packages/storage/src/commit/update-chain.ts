import type { Fact, PlanFacts } from '@duban/domain'
import type { FollowedCommit, PlanCommit, UpdateOutcome } from '../contract/commit.ts'
import type { DeriveChange } from '../contract/derived-rows.ts'
import { type CommitBehind, type CommitRun, derivedOnce } from './commit-run.ts'
import type { Waiting } from './update-queue.ts'

/** Updates that one transaction takes, so that none waits long for others, and the facts that they may bring. */
const mostUpdates = 100
const mostFacts = 5000

/** An update with what it comes to once the run of its chain is committed. */
export interface Link {
  readonly waiting: Waiting
  readonly outcome: UpdateOutcome<unknown>
}

/** The first of the updates that wait, decided one upon another. */
export interface Chain {
  readonly before: PlanFacts
  readonly after: PlanFacts
  readonly added: readonly Fact[]
  readonly links: readonly Link[]
  /** Their commits; undefined where there is none. */
  readonly run: CommitRun | undefined
}

/** Updates of which the transaction is on its way. */
export interface UnderWay {
  readonly chain: Chain
  readonly done: Promise<boolean>
  /** How to commit behind it, once all of it has been sent. */
  readonly sent: Promise<CommitBehind>
}

/** Decides updates one upon another as far as they can go together; undefined where the first cannot. */
export function chainOf(before: PlanFacts, waiting: readonly Waiting[]): Chain | undefined {
  const links: Link[] = []
  const commits: PlanCommit[] = []
  const added: Fact[] = []
  const keys = new Set<string>()
  let after = before
  let derive: DeriveChange = () => ({})
  for (const one of waiting.slice(0, mostUpdates)) {
    const decided = decidedOn(after, one)
    if (decided === undefined) break
    if ('outcome' in decided) {
      links.push({ waiting: one, outcome: decided })
      continue
    }
    const { commit } = decided
    const key = commit.idempotency?.key
    if (key !== undefined && keys.has(key)) break
    if (commits.length > 0 && added.length + commit.facts.length > mostFacts) break
    commits.push({ ...commit, plan: before.code, baseRevision: after.revision })
    added.push(...commit.facts)
    if (key !== undefined) keys.add(key)
    ;({ after, derive } = commit)
    links.push({ waiting: one, outcome: { outcome: 'COMMITTED', revision: after.revision } })
  }
  if (links.length === 0) return undefined
  const [first, ...others] = commits
  const run =
    first === undefined
      ? undefined
      : {
          commits: [first, ...others] as const,
          derive: derivedOnce(() => derive(after, added, before)),
          lastFact: added.at(-1)?.id,
        }
  return { before, after, added, links, run }
}

/** What an update comes to on these facts; undefined where that is not for a chain to say. */
function decidedOn(
  facts: PlanFacts,
  { decide, options: { expectedRevision, idempotency } }: Waiting,
): UpdateOutcome<unknown> | { readonly commit: FollowedCommit } | undefined {
  // What is not a commit may be the repeat of one, where there is a key.
  const final = (outcome: UpdateOutcome<unknown>) =>
    idempotency === undefined ? outcome : undefined
  const { revision } = facts
  if (expectedRevision !== undefined && expectedRevision !== revision) {
    return final({ outcome: 'CONFLICT', revision })
  }
  const decided = decidedOrFailed(decide, facts)
  if (decided === undefined) return undefined
  if ('refusal' in decided) return final({ outcome: 'REFUSED', refusal: decided.refusal })
  const { commit } = decided
  return commit.derive !== undefined && commit.after.revision === revision + 1
    ? { commit }
    : undefined
}

/** A decision that fails does so again when it is taken by itself. */
function decidedOrFailed(decide: Waiting['decide'], facts: PlanFacts) {
  try {
    return decide(facts)
  } catch {
    return undefined
  }
}
