import type { IsoDate } from '../calendar/date.ts'
import { dateOfDay } from '../calendar/day-number.ts'
import type { Commitment, CommitmentId } from '../commitment/commitment.ts'
import { shownCommitment } from '../commitment/shown-commitment.ts'
import type { Track } from '../commitment/track.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { definitionDays, inTimeOrder } from '../plan/definition-steps.ts'
import type { RuleEngine } from '../rule/engine.ts'
import { madeOnce } from '../view/lazy.ts'
import { type KeepKey, keptOfDefinitions, type Ledger } from '../view/ledger.ts'
import { ledgerOf } from '../view/ledger-of.ts'

/** A commitment as the views show it from a day on, until the next step. */
export interface CommitmentStep {
  readonly from: IsoDate
  readonly commitment: Commitment
}

/**
 * A commitment as the views show it from day to day, all that is known being known: one step for each day on which its
 * dates, its units, its place or its definition may change. Days on which it is in no view have none of their own. What
 * is the same as for earlier facts is the same list.
 */
export function commitmentSteps(
  facts: PlanFacts,
  id: CommitmentId,
  engine?: RuleEngine,
): readonly CommitmentStep[] {
  const ledger = ledgerOf(facts, { engine })
  const track = ledger.tracks.get(id)
  if (track === undefined) return []
  const kept = keptOfDefinitions(ledger, STEPS, newSteps)
  return madeOnce(kept, track.terms, () => stepsOf(ledger, track))
}

/** By the terms of a commitment: while nothing is defined anew the same are shown alike. */
const STEPS: KeepKey<WeakMap<object, readonly CommitmentStep[]>> = { name: 'commitment steps' }

function newSteps(): WeakMap<object, readonly CommitmentStep[]> {
  return new WeakMap()
}

function stepsOf(ledger: Ledger, track: Track): readonly CommitmentStep[] {
  // A commitment is shown with the parts it belongs to.
  const days = inTimeOrder([...definitionDays(ledger), ...track.terms.map(({ from }) => from)])
  return days.flatMap((day) => {
    const from = dateOfDay(day)
    const commitment = shownCommitment(ledger, track, day)
    return from === null || commitment === undefined ? [] : [{ from, commitment }]
  })
}
