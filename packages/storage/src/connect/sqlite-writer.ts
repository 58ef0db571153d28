import type Database from 'better-sqlite3'
import { type Compiled, compile } from './compile.ts'
import type { Returned, RowsWrite, Write } from './connection.ts'
import type { Session, Statement } from './session.ts'

/** Applies a write; answers the first row that its last run returned. */
export type Apply = (write: Write) => Returned | undefined

type Run = (parameters: unknown[]) => Returned | undefined

/** Applies writes by the driver itself, every statement compiled once. */
export function sqliteWriter(
  driver: Database.Database,
  session: Session,
  onStatement: (sql: string, params: unknown[]) => void,
): Apply {
  const prepare = (sql: string): Run => {
    const prepared = driver.prepare<unknown[], Returned>(sql)
    return (parameters) => {
      onStatement(sql, parameters)
      if (prepared.reader) return prepared.get(parameters)
      prepared.run(parameters)
      return undefined
    }
  }
  const known = new WeakMap<Statement<unknown>, Apply>()
  return (write) => {
    let apply = known.get(write.statement)
    if (apply === undefined) {
      apply = applyBy(compile(write.statement(session)), prepare)
      known.set(write.statement, apply)
    }
    return apply(write)
  }
}

function applyBy(compiled: Compiled, prepare: (sql: string) => Run): Apply {
  const { sql, bind } = compiled
  const run = prepare(sql)
  const insertSeveral = severalAtOnce(compiled, prepare)
  return (write) => {
    if ('values' in write) return run(bind(write.values))
    let returned: Returned | undefined
    for (const row of insertSeveral(write.rows)) returned = run(bind(row))
    return returned
  }
}

type Rows = RowsWrite['rows']

/** Rows that one run inserts, where there are so many. */
const rowsAtOnce = 16

/** Inserts rows so many at a time; answers those that are left, which are all where the statement does more than insert. */
function severalAtOnce(
  { sql, bind }: Compiled,
  prepare: (sql: string) => Run,
): (rows: Rows) => Rows {
  const [, into, row] = /^insert (into .* values )(\([?, ]+\))$/.exec(sql) ?? []
  if (into === undefined || row === undefined) return (rows) => rows
  // ROLLBACK: SQLite would otherwise copy every page that a run changes, to be able to undo this run and no other one.
  const several = `insert or rollback ${into}${Array<string>(rowsAtOnce).fill(row).join(', ')}`
  let run: Run | undefined
  return (rows) => {
    const left = rows.length % rowsAtOnce
    for (let at = 0; at < rows.length - left; at += rowsAtOnce) {
      const parameters: unknown[] = []
      for (const one of rows.slice(at, at + rowsAtOnce)) bind(one, parameters)
      run ??= prepare(several)
      run(parameters)
    }
    return rows.slice(rows.length - left)
  }
}
