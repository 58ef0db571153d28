import type { Write } from '../connect/connection.ts'

/** A row to be written, by the table's fields. */
export type Row = Record<string, unknown>

/** Rows sent in one statement; bounds what a large import holds in memory. */
const rowsAtOnce = 5000

/** Writes rows by one statement, so many at a time. */
export function* inChunks(rows: Iterable<Row>, statement: Write['statement']): Generator<Write> {
  let chunk: Row[] = []
  for (const row of rows) {
    chunk.push(row)
    if (chunk.length === rowsAtOnce) {
      yield { statement, rows: chunk }
      chunk = []
    }
  }
  if (chunk.length > 0) yield { statement, rows: chunk }
}
