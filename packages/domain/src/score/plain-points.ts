import type { Status } from '../assessment/assessment.ts'
import type { Judged } from '../assessment/judge.ts'
import type { CommitmentKind } from '../commitment/commitment.ts'
import type { Terms } from '../commitment/terms.ts'
import { scoreNeeds } from '../policy/policy-needs.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { CompiledPolicy } from '../rule/engine.ts'
import type { Ledger } from '../view/ledger.ts'
import { scoreIn } from './score.ts'

/** Points by status and by months late. */
type Points = Map<Status, Map<number, Decimal>>

/** By what else a policy sees that is plain; see PolicyNeeds. */
const pointsBySight = new WeakMap<CompiledPolicy, Map<string, Points>>()

/** How many of them are kept, at most. */
const KEPT = 1000

/** Finds the points of one commitment on days, once for all that a policy which reads little sees alike. */
export function pointsFinder(
  ledger: Ledger,
  kind: CommitmentKind,
): (judged: Judged, compiled: CompiledPolicy) => Decimal {
  let seen: { readonly terms: Terms; readonly compiled: CompiledPolicy } | undefined
  let points: Points = new Map()
  return (judged, compiled) => {
    if (!scoreNeeds(compiled).plain) return scoreIn(ledger, judged, compiled).points
    const { terms, status, monthsLate } = judged.evaluation
    if (seen?.terms !== terms || seen.compiled !== compiled) {
      seen = { terms, compiled }
      points = pointsOf(compiled, kind, terms)
    }
    const ofStatus = points.get(status) ?? new Map<number, Decimal>()
    if (ofStatus.size === 0) points.set(status, ofStatus)
    const known = ofStatus.get(monthsLate)
    if (known !== undefined) return known
    const found = scoreIn(ledger, judged, compiled).points
    ofStatus.set(monthsLate, found)
    return found
  }
}

function pointsOf(
  compiled: CompiledPolicy,
  kind: CommitmentKind,
  { definition, timesRescheduled }: Terms,
): Points {
  let kept = pointsBySight.get(compiled)
  if (kept === undefined || kept.size >= KEPT) {
    kept = new Map()
    pointsBySight.set(compiled, kept)
  }
  const sight = `${kind} ${timesRescheduled} ${definition.modality} ${definition.weight}`
  const points = kept.get(sight) ?? new Map<Status, Map<number, Decimal>>()
  kept.set(sight, points)
  return points
}
