import type { Comparable } from '../contract/page.ts'
import { failure } from '../failure.ts'

/** A cursor of the values by which a row has its place. */
export function writeCursor(values: readonly (Comparable | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The values in a cursor; one that has not so many is a BAD_CURSOR. */
export function readCursor(cursor: string, length: number): readonly (Comparable | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length && values.every(isKeyValue)) return values
  } catch {
    // Said below, as of every other text that is no cursor.
  }
  throw failure('BAD_CURSOR', cursor)
}

function isKeyValue(value: unknown): value is Comparable | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
