import type { Assessment, Status } from '../assessment/assessment.ts'
import type { IsoDate } from '../calendar/date.ts'
import type { Commitment, CommitmentId } from '../commitment/commitment.ts'
import type { Light } from '../policy/policy.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { assessedIn } from '../rollup/roll-up.ts'
import type { PlanView } from '../view/plan-view.ts'

/**
 * What happened to a commitment between two views: MET it was fulfilled, SLIPPED it became overdue, fell back or is lit
 * worse, IMPROVED it is lit better, MOVED its due date changed, RETARGETED its target did, CORRECTED a fact about it was
 * superseded, ADDED or REMOVED.
 */
export type ChangeKind =
  | 'MET'
  | 'SLIPPED'
  | 'IMPROVED'
  | 'MOVED'
  | 'RETARGETED'
  | 'CORRECTED'
  | 'ADDED'
  | 'REMOVED'

/** What a commitment was in one of the two views. */
export interface ChangeSide {
  readonly status: Status
  readonly light: Light
  readonly dueOn: IsoDate | null
  readonly target: Decimal | null
  readonly actual: Decimal | null
}

/** One commitment that is not what it was; a side is null where it is not in that view. */
export interface Change {
  readonly commitment: CommitmentId
  readonly kinds: readonly ChangeKind[]
  readonly before: ChangeSide | null
  readonly after: ChangeSide | null
  /** Ids of the facts about it that only the later view holds. */
  readonly facts: readonly string[]
}

const LIT: readonly Light[] = ['GREEN', 'BLUE', 'YELLOW', 'RED']

/** What was met, slipped, moved and corrected from one view of a plan to another, in the later one's order. */
export function changesSince(before: PlanView, after: PlanView): readonly Change[] {
  const ids = new Set([
    ...after.commitments.map(({ id }) => id),
    ...before.commitments.map(({ id }) => id),
  ])
  return [...ids].flatMap((id) => {
    const old = sideIn(before, id)
    const now = sideIn(after, id)
    const known = new Set(before.audit(id).map((fact) => fact.id))
    const facts = after.audit(id).filter((fact) => !known.has(fact.id))
    const corrected = facts.some(({ supersedes }) => supersedes !== undefined)
    const kinds = [...kindsOf(old, now), ...(corrected ? (['CORRECTED'] as const) : [])]
    if (kinds.length === 0) return []
    return [{ commitment: id, kinds, before: old, after: now, facts: facts.map((it) => it.id) }]
  })
}

function sideIn(view: PlanView, id: CommitmentId): ChangeSide | null {
  const assessed = assessedIn(view, id)
  return assessed === undefined ? null : sideOf(assessed.commitment, assessed.assessment)
}

function sideOf({ dueOn }: Commitment, assessment: Assessment): ChangeSide {
  const { status, light, target, actual } = assessment
  return { status, light, dueOn, target, actual }
}

function kindsOf(before: ChangeSide | null, after: ChangeSide | null): readonly ChangeKind[] {
  if (before === null) return after === null ? [] : ['ADDED']
  if (after === null) return ['REMOVED']
  const kinds: ChangeKind[] = []
  const worse = LIT.indexOf(after.light) - LIT.indexOf(before.light)
  const bothLit = before.light !== 'GREY' && after.light !== 'GREY'
  const becameOverdue = after.status === 'OVERDUE' && before.status !== 'OVERDUE'
  const fellBack = isMet(before) && !isMet(after) && after.status !== 'WAIVED'
  if (isMet(after) && !isMet(before)) kinds.push('MET')
  else if (becameOverdue || fellBack || (bothLit && worse > 0)) kinds.push('SLIPPED')
  else if (bothLit && worse < 0) kinds.push('IMPROVED')
  if (before.dueOn !== after.dueOn) kinds.push('MOVED')
  if (before.target !== after.target) kinds.push('RETARGETED')
  return kinds
}

function isMet({ status }: ChangeSide): boolean {
  return status === 'MET' || status === 'MET_LATE'
}
