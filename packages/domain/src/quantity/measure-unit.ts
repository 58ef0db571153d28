import type { Text } from '../text/text.ts'
import type { Decimal } from './decimal.ts'

/** What a unit measures; values convert within one dimension only. A code, for example CURRENCY or COUNT. */
export type MeasureDimension = string

/** A unit of measure: `value in this unit x factor = value in the dimension's base unit`, exactly. */
export interface MeasureUnit {
  readonly code: string
  readonly label: Text
  readonly dimension: MeasureDimension
  readonly factor: Decimal
}
