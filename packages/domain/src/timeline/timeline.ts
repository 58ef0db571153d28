import type { Status } from '../assessment/assessment.ts'
import type { IsoDate } from '../calendar/date.ts'
import type { Light } from '../policy/policy.ts'

/** A stretch of days over which a commitment's status and light stay the same (时段). */
export interface Segment {
  readonly from: IsoDate
  /** Inclusive. */
  readonly to: IsoDate
  readonly status: Status
  readonly light: Light
  readonly reasons: readonly string[]
}
