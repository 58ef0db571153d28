import type { MeasureUnit, MeasureValues } from '@duban/domain'
import type { DimensionKey } from './breakdown-filter.ts'
import type { CommitmentFilterInput } from './commitment-filter.ts'
import type { NameGroup } from './plan-names.ts'

export type FindUnit = (code: string) => MeasureUnit | null | Promise<MeasureUnit | null>

/** A row with what its resolvers need. */
export interface RowShape {
  /** The unit of measure with a code, among those of the plans whose commitments it may hold. */
  readonly findUnit: FindUnit
  readonly nameGroup: NameGroup
  readonly keys: readonly DimensionKey[]
  readonly filter: CommitmentFilterInput
  readonly values: MeasureValues
  /** Its place among the rows, where they are ranked. */
  readonly rank?: number
}
