import type { Assessment, CommitmentId } from '@duban/domain'
import type { PlanAt } from './plan-at.ts'

/** The assessment of a commitment that is in the view. */
export function assessmentOf({ view }: PlanAt, id: CommitmentId): Assessment {
  const assessment = view.assessment(id)
  // Ids come from the view's own lists, and it assesses all that it lists.
  if (!assessment) throw new Error(`no assessment of ${id}`)
  return assessment
}
