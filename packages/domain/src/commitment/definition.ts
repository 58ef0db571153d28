import type { Locator } from '../document/locator.ts'
import type { Reading } from '../document/reading.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Text } from '../text/text.ts'
import type { Responsibility } from '../unit/unit.ts'
import type { Modality } from './modality.ts'

/** What every promise in a plan states, whatever its kind. */
export interface CommitmentDefinition {
  readonly code: string
  readonly title: Text
  /** Codes of what it belongs to. */
  readonly task?: string
  readonly plate?: string
  readonly project?: string
  readonly theme?: string
  /** Weight in a roll-up, not negative; 1 unless given. */
  readonly weight?: Decimal
  /** Days before the due date from which it is DUE_SOON; the plan's unless given. */
  readonly warnDays?: number
  readonly modality?: Modality
  readonly responsible?: readonly Responsibility[]
  readonly locators: readonly Locator[]
  /** Fields that the source does not state outright. */
  readonly readings?: readonly Reading[]
}
