import type { Assessment, Status } from '../assessment/assessment.ts'
import type { Commitment, CommitmentId, CommitmentKind } from '../commitment/commitment.ts'
import type { Light } from '../policy/policy.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { divideExact } from '../quantity/divide-exact.ts'
import {
  addExact,
  type Exact,
  exactOf,
  multiplyExact,
  ONE,
  parseExact,
  printExact,
  signOf,
  ZERO,
} from '../quantity/exact.ts'
import type { PlanView } from '../view/plan-view.ts'

/** A commitment with what is true of it in a view. */
export interface Assessed {
  readonly commitment: Commitment
  readonly assessment: Assessment
}

/** What a task, plate, unit or plan comes to. */
export interface RollUp {
  readonly count: number
  readonly byStatus: Readonly<Record<Status, number>>
  readonly byLight: Readonly<Record<Light, number>>
  /** Weighted mean of the clamped `achieved` over those known, 0..1; null where none is. */
  readonly achieved: Decimal | null
  /** Known weight over all weight, 0..1; null without weight. The waived are in neither. */
  readonly coverage: Decimal | null
  /** The worst child's; GREY where none is lit. */
  readonly light: Light
}

const SCALE = 10
const NO_STATUS: Readonly<Record<Status, number>> = {
  WAIVED: 0,
  MET: 0,
  MET_LATE: 0,
  OVERDUE: 0,
  DUE_SOON: 0,
  UNKNOWN: 0,
  PENDING: 0,
}
const NO_LIGHT: Readonly<Record<Light, number>> = { GREEN: 0, BLUE: 0, YELLOW: 0, RED: 0, GREY: 0 }
const WORST_FIRST: readonly Light[] = ['RED', 'YELLOW', 'BLUE', 'GREEN']

/** Rolls the commitments with these ids up, each once; ids that are not in view count for nothing. */
export function rollUp(view: PlanView, ids: Iterable<CommitmentId>): RollUp {
  return rollUpOf([...new Set(ids)].flatMap((id) => assessedIn(view, id) ?? []))
}

/** A commitment in view with its assessment. */
export function assessedIn(view: PlanView, id: CommitmentId): Assessed | undefined {
  const commitment = view.commitment(id)
  const assessment = view.assessment(id)
  return commitment === undefined || assessment === undefined
    ? undefined
    : { commitment, assessment }
}

/** Rolls assessed commitments up. An unknown lowers the coverage and never counts as nothing done. */
export function rollUpOf(assessed: readonly Assessed[]): RollUp {
  const byStatus = { ...NO_STATUS }
  const byLight = { ...NO_LIGHT }
  for (const { assessment } of assessed) {
    byStatus[assessment.status]++
    byLight[assessment.light]++
  }
  return {
    count: assessed.length,
    byStatus,
    byLight,
    ...meanAchieved(assessed),
    light: WORST_FIRST.find((light) => byLight[light] > 0) ?? 'GREY',
  }
}

/** Weighted mean of the clamped `achieved` over those known, and the share of the weight that is known. */
export function meanAchieved(assessed: readonly Assessed[]): Pick<RollUp, 'achieved' | 'coverage'> {
  return weightedMean(assessed.map(weighed).filter((each) => each !== null))
}

function weighed({ commitment, assessment }: Assessed): Weighed | null {
  const { kind, status, achievedClamped } = assessment
  if (status === 'WAIVED') return null
  const done = doneShare(kind, status, achievedClamped)
  const known = done === null ? 0 : 1
  return { weight: weightOf(commitment.definition.weight), of: 1, known, done: done ?? ZERO }
}

/** Commitments of one weight, none of them waived: how many, of how many of them what is done is known, and its sum. */
export interface Weighed {
  readonly weight: Exact
  readonly of: number
  readonly known: number
  readonly done: Exact
}

/** The weighted mean over those known, and the share of the weight that is known. */
export function weightedMean(parts: readonly Weighed[]): Pick<RollUp, 'achieved' | 'coverage'> {
  let all = ZERO
  let known = ZERO
  let sum = ZERO
  for (const part of parts) {
    all = addExact(all, times(part.weight, part.of))
    known = addExact(known, times(part.weight, part.known))
    sum = addExact(sum, multiplyExact(part.done, part.weight))
  }
  return { achieved: quotient(sum, known), coverage: quotient(known, all) }
}

function times(weight: Exact, count: number): Exact {
  return count === 1 ? weight : multiplyExact(weight, exactOf(count) ?? ZERO)
}

function quotient(part: Exact, whole: Exact): Decimal | null {
  const share = divideExact(part, whole, SCALE)
  return share === null ? null : printExact(share)
}

/** What a commitment weighs in a roll-up, by what its definition says. */
export function weightOf(text: Decimal = '1'): Exact {
  const weight = parseExact(text)
  return weight === null || signOf(weight) < 0 ? ONE : weight
}

/** What is done of a commitment, 0..1; of a milestone or an obligation all or nothing. Null where it is not known. */
export function doneShare(
  kind: CommitmentKind,
  status: Status,
  achievedClamped: Decimal | null,
): Exact | null {
  if (achievedClamped !== null) return parseExact(achievedClamped)
  if (kind === 'INDICATOR' || status === 'UNKNOWN' || status === 'WAIVED') return null
  return status === 'MET' || status === 'MET_LATE' ? ONE : ZERO
}
