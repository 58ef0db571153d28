import type { DayNumber } from '../calendar/day-number.ts'
import type { LeftOut } from '../indicator/series.ts'
import type { Whole } from '../indicator/whole.ts'
import type { Epochs } from '../view/epochs.ts'
import type { CommitmentKind } from './commitment.ts'
import type { SubjectRef } from './subject.ts'
import type { Terms } from './terms.ts'

/** What has come of a commitment from a day on, until the next state. */
export interface State {
  /** Its place in the epoch. */
  readonly at: number
  readonly from: DayNumber
  /** Whether what is asked for is the case; null where that cannot be told. */
  readonly holds: boolean | null
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

/** The states of a commitment as the views of one epoch see them, in order of time; the first is BEFORE_ALL. */
export interface Epoch {
  readonly size: number
  dayAt(at: number): DayNumber
  /** The place of the state on a day. */
  placeOn(day: DayNumber): number
  state(at: number): State
  /** First day of the run of states up to this one over which `holds` has been the same. */
  since(state: State): DayNumber
  /** First day of the commitment's own span, up to this state, on which it was known not to hold. */
  breachedOn(state: State): DayNumber | null
  /** All of them. */
  readonly states: readonly State[]
  /** Ids of the facts that the state on a day rests on. */
  evidence(day: DayNumber): readonly string[]
  /** What is left out of a derived value on a day; null where nothing is. */
  leftOut(day: DayNumber): LeftOut | null
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

/** The state on a day. */
export function stateAt(epoch: Epoch, day: DayNumber): State {
  return epoch.state(epoch.placeOn(day))
}

/** The days on which the states of an epoch begin. */
export function stateDays(epoch: Epoch): readonly { readonly from: DayNumber }[] {
  return Array.from({ length: epoch.size }, (_, at) => ({ from: epoch.dayAt(at) }))
}
