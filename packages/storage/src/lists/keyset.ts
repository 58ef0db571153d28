import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Comparable, PageArguments } from '../contract/page.ts'
import { readCursor } from './cursor.ts'

/** One column of a total order. Nulls come after every value when ascending, before when descending. */
export interface Key {
  readonly column: AnyColumn
  readonly descending: boolean
}

type KeyValue = Comparable | null

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
    orderBy: reading.map(orderSql),
    limit: ('first' in page ? page.first : page.last) + 1,
  }
}

function orderSql({ column, descending }: Key): SQL {
  const values = descending ? desc(column) : asc(column)
  // SQLite puts nulls first and PostgreSQL last, unless told.
  return column.notNull ? values : sql`${values} nulls ${sql.raw(descending ? 'first' : 'last')}`
}

function pastCursor(keys: readonly Key[], values: readonly KeyValue[]): SQL | undefined {
  const [first] = keys
  const simple = keys.every(
    ({ column, descending }) => column.notNull && descending === first?.descending,
  )
  if (simple) return pastRow(keys, values)
  const alternatives = keys.map((key, index) => {
    const equal = keys
      .slice(0, index)
      .map(({ column }, before) => equals(column, values[before] ?? null))
    return and(...equal, past(key, values[index] ?? null))
  })
  return and(first && notBefore(first, values[0] ?? null), or(...alternatives))
}

/** One comparison of whole rows, from which either database starts within an index. */
function pastRow(keys: readonly Key[], values: readonly KeyValue[]): SQL {
  const columns = keys.map(({ column }) => sql`${column}`)
  const given = keys.map(({ column }, index) => sql`${sql.param(values[index], column)}`)
  const than = keys[0]?.descending === true ? sql`<` : sql`>`
  return sql`(${sql.join(columns, sql`, `)}) ${than} (${sql.join(given, sql`, `)})`
}

/** Says once more of the first column what the alternatives imply, so that an index can start there. */
function notBefore({ column, descending }: Key, value: KeyValue): SQL | undefined {
  if (value === null || !column.notNull) return undefined
  return descending ? lte(column, value) : gte(column, value)
}

function equals(column: AnyColumn, value: KeyValue): SQL {
  return value === null ? isNull(column) : eq(column, value)
}

function past({ column, descending }: Key, value: KeyValue): SQL | undefined {
  if (value === null) return descending ? isNotNull(column) : sql`1 = 0`
  if (descending) return lt(column, value)
  return column.notNull ? gt(column, value) : or(gt(column, value), isNull(column))
}
