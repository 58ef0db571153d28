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
}

/** An open database. Its methods reject with the driver's errors; the Storage turns them into failures. */
export interface Connection {
  readonly dialect: Dialect
  /** For reading, each statement on its own. */
  readonly session: Session
  /**
   * Applies the work as one transaction; false, and nothing written, where a guard returned no row. The notice is told
   * to other servers once it is committed.
   */
  transact(work: UnitOfWork, notice?: CommitNotice): Promise<boolean>
  /** Hears commits; with `CATCH_UP` some may have been missed. */
  listen(heard: (notice: CommitNotice | 'CATCH_UP') => void): Promise<() => Promise<void>>
  backup(file: string): Promise<void>
  close(): Promise<void>
}
