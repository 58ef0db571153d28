import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { allTimelines } from '@duban/server/dist/writing/timeline-rows.js'
import { openStorage, type Storage } from '@duban/storage'
import { adoptPlan, generateDistricts, generateYear } from '@duban/synthetic'
import pg from 'pg'
import { adoption, openFile, temporaryFolder } from './database.ts'

/** Where databases of many plans are kept: in a folder of files, or on a PostgreSQL server. */
export type Place = { readonly folder: string } | { readonly server: string }

/** The place that DATABASE_URL names, or else a folder, which is gone afterwards where none is given. */
export function placeOf(kept: string | undefined): Place {
  const server = process.env.DATABASE_URL
  if (server !== undefined) return { server }
  const folder = kept ?? temporaryFolder()
  mkdirSync(folder, { recursive: true })
  return { folder }
}

/** Plans of so many districts with a year of monthly reports, and their segments; filled where it is not there. */
export async function manyPlans(place: Place, count: number): Promise<Storage> {
  const url = 'server' in place ? await databaseFor(place.server, count) : null
  const storage = await ('folder' in place
    ? openFile(join(place.folder, `${count}.db`))
    : openStorage({ url: url ?? '' }))
  if ((await storage.countPlans()) === count) return storage
  // 1 300 segments a plan.
  for (const plan of generateDistricts(count, { projects: 95, milestones: 100 })) {
    const facts = [...adoptPlan(plan), ...generateYear(plan, { seed: 1, complete: true })]
    const timelines = allTimelines({ code: plan.code, revision: 1, facts })
    await storage.commit({ ...adoption(plan, facts), timelines })
  }
  if (url !== null) await runOn(url, 'vacuum analyze')
  return storage
}

/** The address of a database for so many plans, made where it is not there. */
async function databaseFor(server: string, count: number): Promise<string> {
  const url = new URL(server)
  const name = `${url.pathname.slice(1)}_page_${count}`
  const found = await runOn(server, 'select 1 from pg_database where datname = $1', [name])
  if (found === 0) await runOn(server, `create database ${pg.escapeIdentifier(name)}`)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement; answers the number of its rows. */
async function runOn(url: string, sql: string, values?: unknown[]): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(sql, values)
  await client.end()
  return rowCount ?? 0
}
