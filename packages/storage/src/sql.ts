import { type AnyColumn, asc, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
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

/** Rows that a placeholder brings as a JSON array of objects, to be selected from. */
export interface RowSet {
  readonly from: SQL
  /** A member of the row's object. */
  readonly column: (name: string) => SQL
}

/** Rows in a placeholder: `types` names their members, each with the PostgreSQL type it is read as. */
export function rowsIn(
  { dialect }: Session,
  placeholder: string,
  types: Readonly<Record<string, string>>,
): RowSet {
  const list = sql.placeholder(placeholder)
  if (dialect === 'sqlite') {
    return {
      from: sql`json_each(${list}) as given`,
      column: (name) => sql`given.value ->> ${sql.raw(`'${name}'`)}`,
    }
  }
  const columns = Object.entries(types).map(
    ([name, type]) => sql`${sql.identifier(name)} ${sql.raw(type)}`,
  )
  return {
    from: sql`json_to_recordset(${list}::json) as given(${sql.join(columns, sql`, `)})`,
    column: (name) => sql`given.${sql.identifier(name)}`,
  }
}

/** The rows of a table that belong to each of the given rows, found through an index for one after another. */
export function joinEach(
  { dialect }: Session,
  rows: RowSet,
  table: PgTable,
  condition: SQL | undefined,
  orderBy: SQL,
): SQL {
  // The order inside keeps PostgreSQL from reading the whole table to join by hash.
  return dialect === 'sqlite'
    ? sql`${rows.from} cross join ${table} on ${condition}`
    : sql`${rows.from} cross join lateral (select ctid, * from ${table} where ${condition} order by ${orderBy}) as ${table}`
}

/**
 * Whether a row is among those that `found` selects of its table, told by where it lies. PostgreSQL expects no rows of a
 * plan that its statistics do not know yet, and by a key would rather read all of the plan than look for some by index.
 * For statements behind a guard, where nobody else moves the plan's rows.
 */
export function isAmong({ dialect }: Session, table: PgTable, found: SQL): SQL {
  return dialect === 'sqlite'
    ? sql`${table}.rowid in (select ${table}.rowid from ${found})`
    : sql`${table}.ctid = any(array(select ${table}.ctid from ${found}))`
}

/**
 * Whether a row of a table matches one of a RowsWrite's rows, which come as insertRows takes them; `match` tells by the
 * members of one, `types` what PostgreSQL reads them as.
 */
export function matchesGiven(
  session: Session,
  table: PgTable & { readonly fromDay: AnyColumn },
  types: Readonly<Record<string, string>>,
  match: (member: (name: string) => SQL) => SQL | undefined,
): SQL | undefined {
  if (session.dialect === 'sqlite') return match((name) => sql`${sql.placeholder(name)}`)
  const rows = rowsIn(session, 'rows', types)
  const found = joinEach(session, rows, table, match(rows.column), asc(table.fromDay))
  return isAmong(session, table, found)
}

/**
 * Inserts the rows of a RowsWrite, objects keyed by the table's fields: PostgreSQL takes many at a time as one
 * placeholder, SQLite a placeholder for each column.
 */
export function insertRows<Table extends PgTable>(session: Session, table: Table) {
  const columns = Object.entries(getTableColumns(table))
  if (session.dialect === 'postgres') {
    const types = columns.map(([name, column]) => [name, column.getSQLType()])
    const rows = rowsIn(session, 'rows', Object.fromEntries(types))
    const values = columns.map(([name]) => rows.column(name))
    return session.db
      .insert(table)
      .select(sql`select ${sql.join(values, sql`, `)} from ${rows.from}`)
  }
  const values = columns.map(([name]) => [name, sql.placeholder(name)])
  // VALUES, not SELECT: for a statement that might write several rows SQLite keeps a copy of every page it changes.
  return session.db.insert(table).values(Object.fromEntries(values) as Table['$inferInsert'])
}
