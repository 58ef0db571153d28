import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ColumnKit } from './postgres.ts'

/** The columns a table is made of on SQLite. */
const columns = {
  table: sqliteTable,
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  bigint: (name: string) => integer(name),
  boolean: (name: string) => integer(name, { mode: 'boolean' }),
  day: (name: string) => text(name),
  instant: (name: string) => text(name),
  decimal: (name: string) => text(name),
  json: (name: string) => text(name, { mode: 'json' }),
  index,
  uniqueIndex,
  primaryKey,
} satisfies Record<keyof ColumnKit, unknown>

// Values go in and out in the same shapes as on PostgreSQL (the conformance tests), so tables are declared once.
export const sqliteColumns = columns as unknown as ColumnKit
