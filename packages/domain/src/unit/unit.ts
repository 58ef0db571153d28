import type { Text } from '../text/text.ts'

/** An organisation that answers for commitments (责任单位). Not to be confused with a MeasureUnit. */
export interface Unit {
  readonly code: string
  readonly name: Text
  /** Code of the Unit it belongs to. */
  readonly parent?: string
}

/** LEAD 牵头, SUPPORT 配合, SUPERVISE 督查. */
export type ResponsibilityRole = 'LEAD' | 'SUPPORT' | 'SUPERVISE'

/** One Unit's part in a commitment. */
export interface Responsibility {
  /** Code of the Unit. */
  readonly unit: string
  readonly role: ResponsibilityRole
}
