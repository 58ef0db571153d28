import type { IsoDate, Measure, MeasureValues } from '@duban/domain'
import type { Condition } from './page.ts'
import type { CommitmentField } from './segment-row.ts'

/** What a breakdown across plans groups by; `dueMonth` is `YYYY-MM`, `unit` any unit in the lead. */
export type BreakdownField =
  | Exclude<CommitmentField, 'synthetic' | 'commitment' | 'code' | 'title' | 'anyUnit' | 'dueOn'>
  | 'dueMonth'

/** Commitments of many plans on one day, in groups. A commitment led by two units counts under both. */
export interface BreakdownQuery {
  readonly asOf: IsoDate
  readonly by: readonly BreakdownField[]
  readonly measures: readonly Measure[]
  readonly where?: Condition<CommitmentField>
}

/** One group: its key in the order of `by`, and the measures asked for as the domain gives them. */
export interface BreakdownGroup {
  readonly key: readonly (string | number | null)[]
  readonly values: MeasureValues
  /** Codes of the units of measure met in it that are a plan's own, each with the code of a plan that defines it. */
  readonly ownUnits: ReadonlyMap<string, string>
}
