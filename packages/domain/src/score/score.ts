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

/** How many points are kept of a policy, at most. */
const KEPT = 5_000

const pointsBySight = new WeakMap<CompiledPolicy, Map<string, Decimal>>()

/** The points alone; found once for all that a policy which reads little sees alike. */
export function pointsIn(ledger: Ledger, judged: Judged, compiled: CompiledPolicy): Decimal {
  if (!scoreNeeds(compiled).plain) return scoreIn(ledger, judged, compiled).points
  let kept = pointsBySight.get(compiled)
  if (kept === undefined || kept.size >= KEPT) {
    kept = new Map()
    pointsBySight.set(compiled, kept)
  }
  const sight = plainSightOf(judged)
  const known = kept.get(sight)
  if (known !== undefined) return known
  const { points } = scoreIn(ledger, judged, compiled)
  kept.set(sight, points)
  return points
}

/** All that a policy sees that is plain; see PolicyNeeds. */
function plainSightOf({ evaluation }: Judged): string {
  const { track, terms, status, monthsLate } = evaluation
  const { modality, weight } = terms.definition
  return `${track.kind} ${status} ${monthsLate} ${terms.timesRescheduled} ${modality} ${weight}`
}

const NOTHING: Score = { points: '0', lines: [] }

/** The sum of score lines. */
export function totalOf(lines: readonly ScoreLine[]): Decimal {
  const [only] = lines
  if (only === undefined || lines.length === 1) return only?.points ?? '0'
  return printExact(sumExact(lines.flatMap(({ points }) => parseExact(points) ?? [])))
}
