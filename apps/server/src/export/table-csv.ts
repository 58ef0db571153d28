import { stringify } from 'csv-stringify/sync'
import type { Table } from './commitment-table.ts'
import { disarmed } from './table-text.ts'

/** A table as CSV (RFC 4180), in UTF-8 with a mark by which spreadsheets know it. */
export function tableCsv({ columns, rows }: Table): string {
  const cells = rows.map((row) =>
    row.map((text, at) => (text === null || columns[at]?.kind !== 'TEXT' ? text : disarmed(text))),
  )
  return stringify([columns.map(({ head }) => head), ...cells], {
    bom: true,
    record_delimiter: 'windows',
  })
}
