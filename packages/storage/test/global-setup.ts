import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres/start-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgresUrl: string
  }
}

/** One PostgreSQL for the whole run: the one that DATABASE_URL names, or one of our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL
  if (given?.startsWith('postgres')) {
    project.provide('postgresUrl', given)
    return async () => undefined
  }
  // Tests lose nothing by it: a killed process is not a power cut.
  const server = await startPostgres(['fsync=off', 'max_connections=200'])
  project.provide('postgresUrl', server.url)
  return () => server.stop()
}
