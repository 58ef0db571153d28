import type { IsoDate } from '../calendar/date.ts'
import type { CommitmentKind } from '../commitment/commitment.ts'
import type { Light } from '../policy/policy.ts'
import type { Decimal } from '../quantity/decimal.ts'

/** A fact about a commitment, with no opinion in it. */
export type Status = 'WAIVED' | 'MET' | 'MET_LATE' | 'OVERDUE' | 'DUE_SOON' | 'UNKNOWN' | 'PENDING'

/** The sign of the gap: AHEAD 超序时, ON_PACE 达序时, BEHIND 滞后, UNKNOWN. */
export type Pace = 'AHEAD' | 'ON_PACE' | 'BEHIND' | 'UNKNOWN'

/** Why: a code of the message catalogue, its parameters, and the facts used. */
export interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** Ids of the facts it rests on. */
  readonly facts: readonly string[]
}

/** Which policy lit the light. */
export interface PolicyTrace {
  readonly code: string
  readonly version: string
  /** The CEL condition that fired. */
  readonly condition: string
}

/** What is true of a commitment in a view (评估). */
export interface Assessment {
  readonly commitment: string
  readonly kind: CommitmentKind
  readonly status: Status
  /** The day from which it has held through asOf. */
  readonly metOn: IsoDate | null
  /** Days past due while unfulfilled, or by which it was met late; null when not late. */
  readonly daysLate: number | null
  /** Month ends, the due date's own month included, at which it stood unfulfilled; 0 when not late. */
  readonly monthsLate: number
  /** Days from asOf to the due date, negative past it. */
  readonly daysToDue: number | null
  readonly actual: Decimal | null
  readonly target: Decimal | null
  /** (actual - baseline) / (target - baseline), raw. */
  readonly achieved: Decimal | null
  /** The same, clamped to 0..1. */
  readonly achievedClamped: Decimal | null
  /** Share expected at asOf, 0..1. */
  readonly expected: Decimal | null
  /** Percentage points; positive is good. */
  readonly gapPoints: Decimal | null
  readonly pace: Pace
  readonly light: Light
  readonly policy: PolicyTrace
  readonly reasons: readonly Reason[]
}
