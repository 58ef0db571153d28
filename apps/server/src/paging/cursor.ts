import type { Comparable } from '@duban/storage'

/** What a cursor holds: the values its row is ordered by, the row's own key last. */
export type CursorValues = readonly (Comparable | null)[]

/** A cursor as text. `order` names the list's order, so that a cursor of another order is noticed. */
export function writeCursor(order: string, values: CursorValues): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString('base64url')
}

/** The values in a cursor of this order and width; null for anything else. */
export function readCursor(cursor: string, order: string, width: number): CursorValues | null {
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
  if (!Array.isArray(read) || read.length !== width + 1 || read[0] !== order) return null
  const values: unknown[] = read.slice(1)
  return values.every(isCursorValue) ? values : null
}

function isCursorValue(value: unknown): value is Comparable | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
