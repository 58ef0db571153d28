import { type AnyColumn, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Session } from './connect/session.ts'

// What the two databases say differently, and nothing else does.

/** The texts of a JSON array that the placeholder brings, as a sub-select of one column. */
export function textsIn({ dialect }: Session, placeholder: string): SQL {
  const list = sql.placeholder(placeholder)
  return dialect === 'sqlite'
    ? sql`(select value from json_each(${list}))`
    : sql`(select value from json_array_elements_text(${list}::json) as texts(value))`
}

/** A JSON column as the text it was stored as. */
export function jsonText({ dialect }: Session, column: AnyColumn): SQL<string> {
  return dialect === 'sqlite' ? sql<string>`${column}` : sql<string>`${column}::text`
}

/** A value of a column in a form that can be compared: PostgreSQL does not compare JSON, but its text. */
export function comparable({ dialect }: Session, column: AnyColumn, value: SQLWrapper): SQL {
  return dialect === 'postgres' && column.getSQLType() === 'json'
    ? sql`${value}::text`
    : sql`${value}`
}

/** Whether a text holds another, letter for letter. */
export function containsText({ dialect }: Session, text: SQLWrapper, part: string): SQL {
  return dialect === 'sqlite' ? sql`instr(${text}, ${part}) > 0` : sql`strpos(${text}, ${part}) > 0`
}

/** The month of a day, `YYYY-MM`. */
export function monthOf({ dialect }: Session, day: AnyColumn): SQL<string | null> {
  return dialect === 'sqlite' ? sql`substr(${day}, 1, 7)` : sql`to_char(${day}, 'YYYY-MM')`
}

/** How many days a day is after another one; negative before it. */
export function daysAfter({ dialect }: Session, day: string, other: AnyColumn): SQL<number> {
  return dialect === 'sqlite'
    ? sql`cast(julianday(${day}) - julianday(${other}) as integer)`
    : sql`(${day}::date - ${other})`
}

/** The larger of a value and 0. */
export function atLeastZero({ dialect }: Session, value: SQL<number>): SQL<number> {
  return dialect === 'sqlite' ? sql`max(${value}, 0)` : sql`greatest(${value}, 0)`
}

/** The exact sum of a column of decimals, as text; null of none. */
export function exactSum({ dialect }: Session, column: AnyColumn): SQL<string | null> {
  return dialect === 'sqlite' ? sql`exact_sum(${column})` : sql`sum(${column})::text`
}

/** Whether a test holds for the `unit` of any element of a JSON array of objects; with a role, of those in it. */
export function anyUnitIn(
  { dialect }: Session,
  responsible: AnyColumn,
  test: (unit: SQL) => SQL,
  role?: string,
): SQL {
  const inRole = role === undefined ? sql`` : sql` and part.value ->> 'role' = ${role}`
  return dialect === 'sqlite'
    ? sql`exists (select 1 from json_each(${responsible}) as part where ${test(sql`(part.value ->> 'unit')`)}${inRole})`
    : sql`exists (select 1 from json_array_elements(${responsible}) as part where ${test(sql`(part.value ->> 'unit')`)}${inRole})`
}
