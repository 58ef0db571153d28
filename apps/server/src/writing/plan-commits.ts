import type { Fact, PlanFacts } from '@duban/domain'
import type { RecordedCommit } from '@duban/storage'
import { type StatusChange, statusChanges } from './status-changes.ts'

/** One commit of a plan with its facts, and the plan before and after it. */
export interface PlanChange {
  readonly commit: RecordedCommit
  readonly added: readonly Fact[]
  readonly before: PlanFacts
  readonly after: PlanFacts
}

/** A commit among the facts of its plan, which hold it and perhaps later ones; `before` where it is known already. */
export function planChange(
  facts: PlanFacts,
  commit: RecordedCommit,
  before?: PlanFacts,
): PlanChange {
  const { revision, factCount, factsThrough } = commit
  const through = (revisionThen: number, end: number): PlanFacts =>
    revisionThen === facts.revision
      ? facts
      : { code: facts.code, revision: revisionThen, facts: facts.facts.slice(0, end) }
  return {
    commit,
    added: facts.facts.slice(factsThrough - factCount, factsThrough),
    before: before ?? through(revision - 1, factsThrough - factCount),
    after: through(revision, factsThrough),
  }
}

const kept = new WeakMap<PlanChange, readonly StatusChange[]>()

/** Which commitments stood otherwise for a commit, on the day it was made. */
export function changesOf(change: PlanChange): readonly StatusChange[] {
  const known = kept.get(change)
  if (known !== undefined) return known
  const { commit, added, before, after } = change
  const changes = statusChanges(before, after, added, commit.at)
  kept.set(change, changes)
  return changes
}
