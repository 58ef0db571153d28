import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  gt,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Comparable, Edge, Page, PageArguments } from '../contract/page.ts'
import { failure } from '../failure.ts'

/** One column of a total order. Nulls come after every value when ascending, before when descending. */
export interface Key {
  readonly column: AnyColumn
  readonly descending: boolean
}

/** How a page of an ordered list is asked for in SQL. */
export interface Keyset {
  /** Rows past the cursor. */
  readonly where: SQL | undefined
  readonly orderBy: readonly SQL[]
  /** One more than the page holds, to tell whether there are others. */
  readonly limit: number
}

/** The order, turned round where the page is asked for from the end. */
function keysInReadingOrder(keys: readonly Key[], page: PageArguments): readonly Key[] {
  return 'first' in page
    ? keys
    : keys.map(({ column, descending }) => ({ column, descending: !descending }))
}

/** Builds the keyset of a page; a cursor that is not of this order is a BAD_CURSOR. */
export function keysetOf(keys: readonly Key[], page: PageArguments): Keyset {
  const reading = keysInReadingOrder(keys, page)
  const cursor = 'first' in page ? page.after : page.before
  return {
    where: cursor === undefined ? undefined : pastCursor(reading, readCursor(cursor, keys.length)),
    orderBy: reading.flatMap(orderSql),
    limit: ('first' in page ? page.first : page.last) + 1,
  }
}

function orderSql({ column, descending }: Key): readonly SQL[] {
  const values = descending ? desc(column) : asc(column)
  // SQLite puts nulls first and PostgreSQL last, unless told.
  return column.notNull
    ? [values]
    : [sql`${values} nulls ${sql.raw(descending ? 'first' : 'last')}`]
}

function pastCursor(keys: readonly Key[], values: readonly (Comparable | null)[]): SQL | undefined {
  const alternatives = keys.map((key, index) => {
    const equal = keys
      .slice(0, index)
      .map(({ column }, before) => equals(column, values[before] ?? null))
    return and(...equal, past(key, values[index] ?? null))
  })
  return or(...alternatives)
}

function equals(column: AnyColumn, value: Comparable | null): SQL {
  return value === null ? isNull(column) : eq(column, value)
}

function past({ column, descending }: Key, value: Comparable | null): SQL | undefined {
  if (value === null) return descending ? isNotNull(column) : sql`1 = 0`
  if (descending) return lt(column, value)
  return column.notNull ? gt(column, value) : or(gt(column, value), isNull(column))
}

/** Cuts what was read to the page, in the list's order. */
export function pageOf<Row>(
  read: readonly Row[],
  page: PageArguments,
  keyOf: (row: Row) => readonly (Comparable | null)[],
): Page<Row> {
  const size = 'first' in page ? page.first : page.last
  const more = read.length > size
  const kept = read.slice(0, size)
  if ('last' in page) kept.reverse()
  const edges: Edge<Row>[] = kept.map((row) => ({ cursor: writeCursor(keyOf(row)), row }))
  return 'first' in page
    ? { edges, hasNextPage: more, hasPreviousPage: page.after !== undefined }
    : { edges, hasNextPage: page.before !== undefined, hasPreviousPage: more }
}

function writeCursor(values: readonly (Comparable | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

function readCursor(cursor: string, length: number): readonly (Comparable | null)[] {
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
