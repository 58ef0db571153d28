import { type Judged, judgeOn } from '../assessment/judge.ts'
import { policyFactsOf } from '../assessment/policy-facts.ts'
import { dayNumber } from '../calendar/day-number.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import { scoreNeeds } from '../policy/policy-needs.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { parseExact, printExact, sumExact } from '../quantity/exact.ts'
import type { CompiledPolicy } from '../rule/engine.ts'
import type { Ledger } from '../view/ledger.ts'
import type { PlanView } from '../view/plan-view.ts'

/** The points of one score line of the policy. */
export interface ScoreLine {
  /** Code of the ScoreCondition. */
  readonly code: string
  readonly points: Decimal
}

/** What a policy gives a commitment in a view. */
export interface Score {
  readonly points: Decimal
  readonly lines: readonly ScoreLine[]
}

/** The points of a commitment by the plan's policy; undefined where it is not in view. */
export function scoreOf(view: PlanView, id: CommitmentId): Score | undefined {
  const { compiled } = view.policy
  const track = view.ledger.tracks.get(id)
  const day = dayNumber(view.at.asOf)
  const judged = track === undefined || day === null ? undefined : judgeOn(track, day)
  return judged === undefined ? undefined : scoreIn(view.ledger, judged, compiled)
}

/** The points of what is the case of a commitment on a day. */
export function scoreIn(ledger: Ledger, judged: Judged, compiled: CompiledPolicy): Score {
  if ((compiled.policy.scores ?? []).length === 0) return NOTHING
  const lines = compiled.scoresOf(policyFactsOf(ledger, judged, scoreNeeds(compiled)))
  return { points: totalOf(lines), lines }
}

const NOTHING: Score = { points: '0', lines: [] }

/** The sum of score lines. */
export function totalOf(lines: readonly ScoreLine[]): Decimal {
  return printExact(sumExact(lines.flatMap(({ points }) => parseExact(points) ?? [])))
}
