import type { IsoDate, Measure, MeasureValues } from '@duban/domain'
import type { Condition } from './page.ts'
import type { CommitmentField } from './segment-row.ts'

/** What a breakdown across plans groups by; `dueMonth` is `YYYY-MM`, `unit` any unit in the lead. */
export type BreakdownField =
  | Exclude<CommitmentField, 'synthetic' | 'commitment' | 'code' | 'title' | 'anyUnit' | 'dueOn'>
  | 'dueMonth'

/** What is counted in the rows of timelines; the other measures are worked out from the facts. */
export type KeptMeasure = Extract<Measure, 'COUNT' | 'BY_STATUS' | 'BY_LIGHT'>

/** Commitments of many plans on one day, in groups. A commitment led by two units counts under both. */
export interface BreakdownQuery {
  readonly asOf: IsoDate
  readonly by: readonly BreakdownField[]
  readonly measures: readonly KeptMeasure[]
  readonly where?: Condition<CommitmentField>
}

/** One group: its key in the order of `by`, and the measures asked for as the domain gives them. */
export interface BreakdownGroup {
  readonly key: readonly (string | number | null)[]
  readonly values: MeasureValues
}
