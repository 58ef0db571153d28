import { failure, StorageFailure, type StorageFailureCode } from './failure.ts'

// By the driver's code, or its beginning. Node's socket errors, SQLite's result codes, PostgreSQL's SQLSTATEs.
const codes: readonly (readonly [start: string, code: StorageFailureCode])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_IOERR', 'DISK_FAILED'],
  ['SQLITE_BUSY', 'LOCKED'],
  ['SQLITE_LOCKED', 'LOCKED'],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_PERM', 'READ_ONLY'],
  ['SQLITE_CANTOPEN', 'CANNOT_OPEN'],
  ['SQLITE_CORRUPT', 'CORRUPT'],
  ['SQLITE_NOTADB', 'CORRUPT'],
  ['SQLITE_TOOBIG', 'BAD_REQUEST'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EIO', 'DISK_FAILED'],
  ['EACCES', 'READ_ONLY'],
  ['EPERM', 'READ_ONLY'],
  ['EROFS', 'READ_ONLY'],
  ['ENOTDIR', 'CANNOT_OPEN'],
  ['EISDIR', 'CANNOT_OPEN'],
  ['EEXIST', 'CANNOT_OPEN'],
  ['ECONN', 'CONNECTION_LOST'],
  ['EPIPE', 'CONNECTION_LOST'],
  ['ETIMEDOUT', 'CONNECTION_LOST'],
  ['EHOSTUNREACH', 'CONNECTION_LOST'],
  ['ENOTFOUND', 'CANNOT_OPEN'],
  ['08', 'CONNECTION_LOST'],
  ['57P', 'CONNECTION_LOST'],
  ['53100', 'DISK_FULL'],
  ['58030', 'DISK_FAILED'],
  ['53', 'LOCKED'],
  ['55P03', 'LOCKED'],
  ['57014', 'LOCKED'],
  ['40', 'LOCKED'],
  ['25006', 'READ_ONLY'],
  ['42501', 'READ_ONLY'],
  ['28', 'CANNOT_OPEN'],
  ['3D000', 'CANNOT_OPEN'],
  ['22', 'BAD_REQUEST'],
  ['XX00', 'CORRUPT'],
]

// What node-postgres says by text alone.
const messages: readonly (readonly [start: string, code: StorageFailureCode])[] = [
  ['timeout exceeded when trying to connect', 'LOCKED'],
  ['Connection terminated', 'CONNECTION_LOST'],
  ['Client has encountered a connection error', 'CONNECTION_LOST'],
]

/** What an error of a driver means to those who use the Storage. */
export function asFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error
  const cause = causeOf(error)
  if (isDuplicateFact(cause)) return failure('DUPLICATE_FACT', undefined, cause)
  const code = codeOf(cause)
  const known = codes.find(([start]) => code.startsWith(start))
  if (known !== undefined) return failure(known[1], undefined, cause)
  const text = cause instanceof Error ? cause.message : ''
  const said = messages.find(([start]) => text.startsWith(start))
  return failure(said === undefined ? 'UNEXPECTED' : said[1], undefined, cause)
}

/** PostgreSQL names the index, SQLite its columns. */
function isDuplicateFact(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  return (
    cause.message === 'UNIQUE constraint failed: fact.plan_id, fact.id' ||
    ('constraint' in cause && cause.constraint === 'fact_id')
  )
}

/** Drizzle wraps the driver's error. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : error
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
