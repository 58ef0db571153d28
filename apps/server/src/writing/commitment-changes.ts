import { type CommitmentId, type Fact, sameValue } from '@duban/domain'
import { touchedBy } from '@duban/domain/decide'
import { planAt } from '../plan-views.ts'
import { ruleEngine } from '../rule-engine.ts'
import type { PlanAt } from '../schema/plan-at.ts'
import { defaultChoice } from '../schema/view-choice.ts'
import type { PlanChange } from './plan-commits.ts'
import { type StatusChange, standingOf } from './status-changes.ts'

/** How a commit changes a commitment, with the plan before and after it. */
export interface CommitmentChange extends StatusChange {
  readonly was: PlanAt | null
  readonly is: PlanAt | null
}

const kept = new WeakMap<PlanChange, readonly CommitmentChange[]>()

/**
 * Which commitments are not as they were for a commit, in the plan's order: in anything that is shown of them or
 * judged, or because something was said of them, be it a report that waits for its review.
 */
export function commitmentChanges(change: PlanChange): readonly CommitmentChange[] {
  const known = kept.get(change)
  if (known !== undefined) return known
  const changes = findChanges(change)
  kept.set(change, changes)
  return changes
}

function findChanges({ commit, added, before, after }: PlanChange): readonly CommitmentChange[] {
  if (added.length === 0) return []
  const touched = touchedBy(after, added, ruleEngine)
  const [was = null, is = null] = [before, after].map((facts) =>
    planAt(facts, defaultChoice, commit.at),
  )
  const spokenOf = new Set(added.flatMap((fact) => subjectsOf(fact, is)))
  const ids = new Set(
    [...(is?.view.commitments ?? []), ...(was?.view.commitments ?? [])].map(({ id }) => id),
  )
  return [...ids].flatMap((commitment) => {
    const looked = touched === 'ALL' || touched.has(commitment)
    if (!looked || !(spokenOf.has(commitment) || isChanged(was, is, commitment))) return []
    const standings = {
      before: standingOf(was, commitment),
      after: standingOf(is, commitment),
    }
    return [{ commitment, was, is, ...standings }]
  })
}

/** The commitments that a fact speaks of by itself. */
function subjectsOf(fact: Fact, at: PlanAt | null): readonly CommitmentId[] {
  switch (fact.type) {
    case 'OBSERVATION':
      return fact.of.kind === 'INDICATOR' ? [`indicator/${fact.of.code}`] : []
    case 'REVIEW': {
      const of = at?.view.observation(fact.observation)?.fact.of
      return of?.kind === 'INDICATOR' ? [`indicator/${of.code}`] : []
    }
    case 'EXTENSION_REQUEST':
    case 'WAIVER':
    case 'ASSIGNMENT':
    case 'JUDGEMENT':
      return [fact.commitment]
    case 'EXTENSION_DECISION': {
      const requests = at?.view.extensions() ?? []
      const found = requests.find(({ request }) => request.id === fact.request)
      return found === undefined ? [] : [found.request.commitment]
    }
    case 'DEFINITION':
    case 'MILESTONE_RECORD':
    case 'STAGE_CHANGE':
    case 'AMENDMENT':
    case 'PERIOD_LOCK':
      return []
  }
}

function isChanged(was: PlanAt | null, is: PlanAt | null, id: CommitmentId): boolean {
  return (
    !sameValue(was?.view.commitment(id), is?.view.commitment(id)) ||
    !sameValue(was?.view.assessment(id), is?.view.assessment(id))
  )
}
