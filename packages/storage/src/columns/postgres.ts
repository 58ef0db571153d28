import type { Instant, IsoDate } from '@duban/domain'
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

// Text sorts by code point on both databases, whatever the locale of the server.
const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
})

// The driver has parsed it already; Drizzle's own json would parse a text once more.
const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'json',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
})

/** The columns a table is made of on PostgreSQL. Their types are the truth for both databases. */
export const postgresColumns = {
  table: pgTable,
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  bigint: (name: string) => bigint(name, { mode: 'number' }),
  boolean: (name: string) => boolean(name),
  /** A calendar date. */
  day: (name: string) => date(name, { mode: 'string' }).$type<IsoDate>(),
  instant: (name: string) => instant(name),
  /** An exact decimal, as text. */
  decimal: (name: string) => numeric(name),
  json: <T>(name: string) => json(name).$type<T>(),
  index,
  uniqueIndex,
  primaryKey,
}

export type ColumnKit = typeof postgresColumns
