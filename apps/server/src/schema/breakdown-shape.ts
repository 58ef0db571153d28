import type { MeasureValues } from '@duban/domain'
import type { DimensionKey } from './breakdown-filter.ts'
import type { CommitmentFilterInput } from './commitment-filter.ts'
import type { PlanAt } from './plan-at.ts'
import type { NameGroup } from './plan-names.ts'

/** A row with what its resolvers need. */
export interface RowShape {
  /** The plans whose commitments it may hold, which define its units of measure; none where none was read. */
  readonly plans: readonly PlanAt[]
  readonly nameGroup: NameGroup
  readonly keys: readonly DimensionKey[]
  readonly filter: CommitmentFilterInput
  readonly values: MeasureValues
  /** Its place among the rows, where they are ranked. */
  readonly rank?: number
}
