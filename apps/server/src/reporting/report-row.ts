import type { Text } from '@duban/domain'
import type { ReportField } from './report-field.ts'

/** One row of a report as it stands in its file. */
export interface ReportRow {
  /** Where it stands: `:3` for line 3 of a CSV file, `[2]` for the third element of a JSON array. */
  readonly place: string
  readonly cells: ReadonlyMap<ReportField, Cell>
}

/** One value of a row. */
export interface Cell {
  /** Where it stands, after the place of its row: `:4` for column 4, `.value` for a member. */
  readonly place: string
  readonly text: string
}

/** One thing wrong with a report, at its place in the file. */
export interface ReportProblem {
  readonly place: string
  readonly code: string
  readonly text: Required<Text>
}

/** A report that was read, or everything that is wrong with it. */
export type ReportRead =
  | { readonly ok: true; readonly rows: readonly ReportRow[] }
  | { readonly ok: false; readonly problems: readonly ReportProblem[] }
