import type { MeasureValues } from '@duban/domain'
import type { DimensionKey } from './breakdown-filter.ts'
import type { CommitmentFilterInput } from './commitment-filter.ts'
import type { PlanAt } from './plan-at.ts'

/** A row with what its resolvers need; across plans there is no one plan to name its groups. */
export interface RowShape {
  readonly at: PlanAt | null
  readonly keys: readonly DimensionKey[]
  readonly filter: CommitmentFilterInput
  readonly values: MeasureValues
  /** Its place among the rows, where they are ranked. */
  readonly rank?: number
}
