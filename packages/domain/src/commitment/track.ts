import type { DayNumber } from '../calendar/day-number.ts'
import type { Whole } from '../indicator/whole.ts'
import { BEFORE_ALL, type Epochs } from '../view/epochs.ts'
import { stepIndex } from '../view/steps.ts'
import type { CommitmentKind } from './commitment.ts'
import type { SubjectRef } from './subject.ts'
import { type Terms, termsAt } from './terms.ts'

/** What has come of a commitment from a day on, until the next state. */
export interface State {
  readonly from: DayNumber
  /** Whether what is asked for is the case; null where that cannot be told. */
  readonly holds: boolean | null
  /** First day of the run of states over which `holds` has been the same. */
  readonly since: DayNumber
  /** First day of the commitment's own span on which it was known not to hold. */
  readonly breachedOn: DayNumber | null
  /** The value, `n / over` in the track's form; null where it is not known. */
  readonly n: Whole | null
  readonly over: Whole
  /** Why the value or the judgement is not known, where that is not simply for want of facts. */
  readonly trouble: Trouble | null
}

/** Why something cannot be computed. */
export interface Trouble {
  readonly code: TroubleCode
  readonly params: Readonly<Record<string, string | number>>
}

export type TroubleCode =
  | 'MISSING_VALUE'
  | 'BASELINE_UNKNOWN'
  | 'TARGET_UNKNOWN'
  | 'RULES_NOT_LOADED'
  | 'CONDITION_INVALID'
  | 'PARTS_UNKNOWN'
  | 'DENOMINATOR_ZERO'
  | 'UNITS_DIFFER'
  | 'CIRCULAR'

/** The states of a commitment as the views of one epoch see them. */
export interface Epoch {
  readonly states: readonly State[]
  /** Ids of the facts that the state on a day rests on. */
  evidence(day: DayNumber): readonly string[]
}

/** One commitment, ready to be judged in the view of any day. */
export interface Track<T extends Terms = Terms> {
  readonly id: string
  readonly kind: CommitmentKind
  /** What an obligation is about; undefined of other kinds. */
  readonly subject?: SubjectRef
  readonly terms: readonly T[]
  /** Decimal places of the values. */
  readonly scale: number
  readonly epochs: Epochs<Epoch>
}

/** A value or an event from a day on, before it is judged. */
export interface Point {
  readonly from: DayNumber
  readonly n: Whole | null
  readonly over: Whole
  readonly trouble: Trouble | null
}

/** Judged points: the states of an epoch, one for each day on which a point or the terms change. */
export function statesOf<T extends Terms, P extends { readonly from: DayNumber }>(
  points: readonly P[],
  terms: readonly T[],
  judge: (point: P | undefined, terms: T) => Judged,
): readonly State[] {
  const states: State[] = []
  let point = 0
  let term = 0
  let from = BEFORE_ALL
  for (;;) {
    while (fromOf(points, point) <= from) point++
    while (fromOf(terms, term + 1) <= from) term++
    const inForce = terms[term]
    if (inForce === undefined) return states
    states.push(stateOf(from, judge(points[point - 1], inForce), states.at(-1)))
    const next = Math.min(fromOf(points, point), fromOf(terms, term + 1))
    if (next === Number.POSITIVE_INFINITY) return states
    from = next
  }
}

function fromOf(list: readonly { readonly from: DayNumber }[], at: number): number {
  return list[at]?.from ?? Number.POSITIVE_INFINITY
}

/** What judging a point gives. */
export interface Judged {
  readonly holds: boolean | null
  readonly n: Whole | null
  readonly over: Whole
  readonly trouble: Trouble | null
  /** First day of the span in which a breach counts. */
  readonly spanStart: DayNumber
}

function stateOf(from: DayNumber, judged: Judged, before: State | undefined): State {
  const { holds, n, over, trouble } = judged
  const breachedHere = holds === false && n !== null ? Math.max(from, judged.spanStart) : null
  // A breach that would count only from a later day was over before it did.
  const breachedBefore = before?.breachedOn ?? from
  return {
    from,
    holds,
    since: before !== undefined && before.holds === holds ? before.since : from,
    breachedOn: breachedBefore < from ? breachedBefore : breachedHere,
    n,
    over,
    trouble,
  }
}

/** The state on a day. */
export function stateAt({ states }: Epoch, day: DayNumber): State {
  return states[Math.max(0, stepIndex(states, day))] ?? NOTHING
}

const NOTHING: State = {
  from: BEFORE_ALL,
  holds: null,
  since: BEFORE_ALL,
  breachedOn: null,
  n: null,
  over: 1,
  trouble: null,
}

/** Whether a commitment is in the views of a day. */
export function isPresent(track: Track, day: DayNumber): boolean {
  const terms = termsAt(track.terms, day)
  return terms?.present === true && terms.from <= day
}
