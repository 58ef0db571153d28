import { dayNumber } from '../calendar/day-number.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { CompiledPolicy } from '../rule/engine.ts'
import type { PlanView } from '../view/plan-view.ts'
import { assessTrack } from './assess-track.ts'
import type { Assessment } from './assessment.ts'

/**
 * What is true of a commitment in a view, under the plan's policy unless another is handed in; undefined for a
 * commitment that is not in the view.
 */
export function assess(
  view: PlanView,
  commitment: CommitmentId,
  policy?: CompiledPolicy,
): Assessment | undefined {
  if (policy === undefined || policy === view.policy.compiled) return view.assessment(commitment)
  const track = view.ledger.tracks.get(commitment)
  const day = dayNumber(view.at.asOf)
  if (track === undefined || day === null) return undefined
  const on = { ledger: view.ledger, day, policy: { compiled: policy, instead: null } }
  return assessTrack(on, track)
}
