import {
  type AnyColumn,
  asc,
  type DriverValueEncoder,
  getTableColumns,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { arrayOf, elementOf } from './connect/array-of.ts'
import type { Session } from './connect/session.ts'

// Rows that go into a statement, as each database takes them.

/** Rows to be selected from. */
export interface RowSet {
  readonly from: SQL
  /** A member of the row's object. */
  readonly column: (name: string) => SQL
}

/**
 * How many rows a statement is for. PostgreSQL reads an array for each member faster than JSON, but takes longer to
 * begin: that pays from some fifty rows on.
 */
export type Size = 'FEW' | 'MANY'

/** PostgreSQL's type for each member of a row. */
type Types = Readonly<Record<string, string>>

const asJson: DriverValueEncoder<unknown, unknown> = {
  mapToDriverValue: (rows) => JSON.stringify(rows),
}

/** Rows that a placeholder brings, an array of objects; `types` names their members. */
export function rowsIn(
  { dialect }: Session,
  placeholder: string,
  types: Types,
  size: Size = 'FEW',
): RowSet {
  const given = sql.placeholder(placeholder)
  if (dialect === 'postgres')
    return size === 'MANY' ? arrays(given, types) : recordset(given, types)
  return {
    from: sql`json_each(${sql.param(given, asJson)}) as given`,
    column: (name) => sql`given.value ->> ${sql.raw(`'${name}'`)}`,
  }
}

type Given = ReturnType<typeof sql.placeholder>

function recordset(given: Given, types: Types): RowSet {
  const columns = Object.entries(types).map(
    ([name, type]) => sql`${sql.identifier(name)} ${sql.raw(type)}`,
  )
  return {
    from: sql`json_to_recordset(${sql.param(given, asJson)}::json) as given(${sql.join(columns, sql`, `)})`,
    column: (name) => sql`given.${sql.identifier(name)}`,
  }
}

function arrays(given: Given, types: Types): RowSet {
  const members = Object.entries(types)
  const lists = members.map(
    ([name, type]) => sql`${sql.param(given, arrayOf(name, type))}::${sql.raw(elementOf(type))}[]`,
  )
  const names = members.map(([name]) => sql.identifier(name))
  return {
    from: sql`unnest(${sql.join(lists, sql`, `)}) as given(${sql.join(names, sql`, `)})`,
    column: (name) => sql`given.${sql.identifier(name)}::${sql.raw(types[name] ?? 'text')}`,
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
  types: Types,
  size: Size,
  match: (member: (name: string) => SQL) => SQL | undefined,
): SQL | undefined {
  if (session.dialect === 'sqlite') return match((name) => sql`${sql.placeholder(name)}`)
  const rows = rowsIn(session, 'rows', types, size)
  const found = joinEach(session, rows, table, match(rows.column), asc(table.fromDay))
  return isAmong(session, table, found)
}

/**
 * Inserts the rows of a RowsWrite, objects keyed by the table's fields: PostgreSQL takes all at a time as one
 * placeholder, SQLite a placeholder for each column.
 */
export function insertRows<Table extends PgTable>(session: Session, table: Table, size?: Size) {
  const columns = Object.entries(getTableColumns(table))
  if (session.dialect === 'postgres') {
    const types = columns.map(([name, column]) => [name, column.getSQLType()])
    const rows = rowsIn(session, 'rows', Object.fromEntries(types), size)
    const values = columns.map(([name]) => rows.column(name))
    return session.db
      .insert(table)
      .select(sql`select ${sql.join(values, sql`, `)} from ${rows.from}`)
  }
  const values = columns.map(([name]) => [name, sql.placeholder(name)])
  // VALUES, not SELECT: for a statement that might write several rows SQLite keeps a copy of every page it changes.
  return session.db.insert(table).values(Object.fromEntries(values) as Table['$inferInsert'])
}
