import type { Write } from '../connect/connection.ts'
import { type Prepared, type Session, type Statement, statement } from '../connect/session.ts'
import type { Size } from '../rows.ts'

/** A row to be written, by the table's fields. */
export type Row = Record<string, unknown>

/** A statement that writes rows, for a few of them and for many. */
export type RowsStatement = Readonly<Record<Size, Statement<unknown>>>

/** Makes a RowsStatement of a function that builds it for a size. */
export function rowsStatement(
  name: string,
  build: (session: Session, size: Size) => { prepare(name: string): Prepared<unknown> },
): RowsStatement {
  return {
    FEW: statement((session) => build(session, 'FEW').prepare(name)),
    MANY: statement((session) => build(session, 'MANY').prepare(`${name}_many`)),
  }
}

/** Rows sent in one statement: few enough that PostgreSQL soon has something to do, and that a large import holds little. */
const rowsAtOnce = 2000

/** From so many rows on they are many. */
const manyRows = 50

/** Writes rows by one statement, so many at a time. */
export function* inChunks(rows: Iterable<Row>, statements: RowsStatement): Generator<Write> {
  const writeOf = (chunk: readonly Row[]): Write => ({
    statement: statements[chunk.length < manyRows ? 'FEW' : 'MANY'],
    rows: chunk,
  })
  let chunk: Row[] = []
  for (const row of rows) {
    chunk.push(row)
    if (chunk.length === rowsAtOnce) {
      yield writeOf(chunk)
      chunk = []
    }
  }
  if (chunk.length > 0) yield writeOf(chunk)
}
