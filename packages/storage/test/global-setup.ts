import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres/start-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgresUrl: string
    /** What the names of this run's databases begin with. */
    readonly databasePrefix: string
  }
}

/** One PostgreSQL for the whole run: the one that DATABASE_URL names, or one of our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL
  const prefix = `duban_test_${randomBytes(4).toString('hex')}_`
  project.provide('databasePrefix', prefix)
  if (given?.startsWith('postgres')) {
    project.provide('postgresUrl', given)
    return () => dropDatabases(given, prefix)
  }
  // Tests lose nothing by it: a killed process is not a power cut.
  const server = await startPostgres(['fsync=off', 'max_connections=200'])
  project.provide('postgresUrl', server.url)
  return () => server.stop()
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
  await client.end()
}
