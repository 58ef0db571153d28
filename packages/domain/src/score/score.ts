import { judgeOn } from '../assessment/judge.ts'
import { type PolicyLookups, policyFactsOf } from '../assessment/policy-facts.ts'
import { dayNumber } from '../calendar/day-number.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { parseExact, printExact, sumExact } from '../quantity/exact.ts'
import type { CompiledPolicy } from '../rule/engine.ts'
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
  if (judged === undefined) return undefined
  if ((compiled.policy.scores ?? []).length === 0) return NOTHING
  const lines = compiled.scoresOf(policyFactsOf(view.ledger, judged, lookupsOf(compiled)))
  return { points: totalOf(lines), lines }
}

/** What the score lines read beyond the commitment itself, told by the text: a name that is not there is not read. */
function lookupsOf({ policy, readsPeers }: CompiledPolicy): PolicyLookups {
  const text = (policy.scores ?? [])
    .map(({ when, points }) => (typeof points === 'string' ? when : `${when} ${points.cel}`))
    .join(' ')
  return {
    peers: readsPeers || text.includes('peers'),
    lastYear: text.includes('lastYear'),
    monthsBehind: text.includes('monthsBehind'),
  }
}

const NOTHING: Score = { points: '0', lines: [] }

/** The sum of score lines. */
export function totalOf(lines: readonly ScoreLine[]): Decimal {
  return printExact(sumExact(lines.flatMap(({ points }) => parseExact(points) ?? [])))
}
