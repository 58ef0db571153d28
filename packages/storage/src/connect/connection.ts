import type { CommitNotice } from '../contract/commit.ts'
import type { Dialect } from '../contract/storage.ts'
import type { Session, Statement } from './session.ts'

/** One statement of a unit of work, with its values. */
export interface ValuesWrite {
  readonly statement: Statement<unknown>
  readonly values: Record<string, unknown>
}

/** Rows for one statement that inserts them. */
export interface RowsWrite {
  readonly statement: Statement<unknown>
  readonly rows: readonly Record<string, unknown>[]
}

export type Write = ValuesWrite | RowsWrite

/** A row that a statement returned, by the names of the columns and as the driver gives them. */
export type Returned = Readonly<Record<string, unknown>>

/** Writes that are applied as one transaction. */
export interface UnitOfWork {
  /** Each must return a row: without one nothing of the unit of work is kept. */
  readonly guards: readonly Write[]
  /** Everything else, made once the guards hold of the row that each returned. */
  readonly writes: (returned: readonly Returned[]) => Iterable<Write>
  /**
   * Hears that all of it is on its way to a database elsewhere, whose answer can take a while: what comes next can be
   * sent behind it meanwhile. A database in this process has answered by then, and says nothing.
   */
  readonly sent?: (returned: readonly Returned[], behind: Behind) => void
}

/** Applies the work as one transaction; false, and nothing written, where a guard returned no row. */
export type Transact = (work: UnitOfWork, notice?: CommitNotice) => Promise<boolean>

/**
 * Applies work behind a transaction that is not answered yet. `foretold` is what its guards are to return; one of them
 * must see to it that the transaction before has come about.
 */
export type Behind = (
  work: UnitOfWork,
  foretold: readonly Returned[],
  notice?: CommitNotice,
) => Promise<boolean>

/** An open database. Its methods reject with the driver's errors; the Storage turns them into failures. */
export interface Connection {
  readonly dialect: Dialect
  /** For reading, each statement on its own. */
  readonly session: Session
  /** The notice is told to other servers once the work is committed. */
  readonly transact: Transact
  /** Hears commits; with `CATCH_UP` some may have been missed. */
  listen(heard: (notice: CommitNotice | 'CATCH_UP') => void): Promise<() => Promise<void>>
  backup(file: string): Promise<void>
  close(): Promise<void>
}
