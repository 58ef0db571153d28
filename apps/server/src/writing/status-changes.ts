import type {
  Commitment,
  CommitmentId,
  Fact,
  Instant,
  Light,
  PlanFacts,
  Status,
} from '@duban/domain'
import { touchedBy } from '@duban/domain/decide'
import { planAt } from '../plan-views.ts'
import { ruleEngine } from '../rule-engine.ts'
import type { PlanAt } from '../schema/plan-at.ts'
import { defaultChoice } from '../schema/view-choice.ts'

/** What a commitment is on a day: its status, its light and its due date. */
export interface Standing {
  readonly status: Status
  readonly light: Light
  readonly dueOn: string | null
}

/** How a commitment stood before a commit and after it; null where it is in no view then. */
export interface StatusChange {
  readonly commitment: CommitmentId
  readonly before: Standing | null
  readonly after: Standing | null
}

/** Which commitments stand otherwise today for facts that were added, in the plan's order. */
export function statusChanges(
  before: PlanFacts,
  after: PlanFacts,
  added: readonly Fact[],
  now: Instant,
): readonly StatusChange[] {
  if (added.length === 0) return []
  const touched = touchedBy(after, added, ruleEngine)
  const [was, is] = [before, after].map((facts) => planAt(facts, defaultChoice, now))
  const ids = new Set(
    [...(is?.view.commitments ?? []), ...(was?.view.commitments ?? [])].map(({ id }) => id),
  )
  return [...ids].flatMap((commitment) => {
    if (touched !== 'ALL' && !touched.has(commitment)) return []
    const change = {
      commitment,
      before: standingOf(was, commitment),
      after: standingOf(is, commitment),
    }
    return isSame(change.before, change.after) ? [] : [change]
  })
}

/** How a commitment stands in a view; null where it is not in it. */
export function standingOf(at: PlanAt | null | undefined, id: CommitmentId): Standing | null {
  const commitment: Commitment | undefined = at?.view.commitment(id)
  const assessment = at?.view.assessment(id)
  if (commitment === undefined || assessment === undefined) return null
  return { status: assessment.status, light: assessment.light, dueOn: commitment.dueOn }
}

function isSame(a: Standing | null, b: Standing | null): boolean {
  return a?.status === b?.status && a?.light === b?.light && a?.dueOn === b?.dueOn
}
