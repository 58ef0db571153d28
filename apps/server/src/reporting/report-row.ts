import type { Text } from '@duban/domain'
import type { ReportField } from './report-field.ts'

/** One row of a report as it stands in its file. */
export interface ReportRow {
  /** Its number among the rows of the file, from 0. */
  readonly at: number
  /** Where it stands: `:3` for line 3 of a file of lines, `[2]` for the third element of a JSON array. */
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
  /** Number of the row, from 0; -1 for the head of a table, and for the whole file. */
  readonly at: number
  readonly place: string
  readonly code: string
  readonly text: Required<Text>
}

/** One thing wrong at a place. */
export function problem(
  at: number,
  place: string,
  code: string,
  text: ReportProblem['text'],
): ReportProblem {
  return { at, place, code, text }
}

/** That there is nothing in the file. */
export const emptyFile = problem(-1, ':1', 'EMPTY_FILE', {
  zh: '文件是空的',
  en: 'the file is empty',
})

/** Told of each thing that is wrong. */
export type TellProblem = (problem: ReportProblem) => void
