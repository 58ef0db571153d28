import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Light } from '@duban/domain'
import { allTimelines } from '@duban/server/dist/writing/timeline-rows.js'
import { openStorage, type Storage } from '@duban/storage'
import { adoptPlan, generateDistricts, generateYear } from '@duban/synthetic'
import pg from 'pg'
import { adoption, openFile, temporaryFolder } from './database.ts'
import { interleave } from './interleave.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'

// Usage: node tooling/bench/dist/storage-page.js [plans] [folder to keep the databases in]
// With DATABASE_URL=postgres://... on PostgreSQL, in databases named by that one and a size, which are kept.
const plans = Number(process.argv[2] ?? 2_843)
const kept = process.argv[3]
/** Commitments on a page. */
const PAGE = 50

printMachine()
const server = process.env.DATABASE_URL
const folder = server === undefined ? (kept ?? temporaryFolder()) : ''
if (folder !== '') mkdirSync(folder, { recursive: true })

/** Plans of so many districts with a year of monthly reports, and their segments. */
async function fill(count: number): Promise<Storage> {
  const url = server === undefined ? null : await databaseFor(server, count)
  const storage = await (url === null
    ? openFile(join(folder, `${count}.db`))
    : openStorage({ url }))
  if ((await storage.countPlans()) === count) return storage
  for (const plan of generateDistricts(count, { projects: 60, milestones: 60 })) {
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

const LIGHTS: readonly Light[] = ['RED', 'YELLOW', 'BLUE', 'GREEN']
const UNITS = [
  'supervision',
  'development-reform',
  'housing-construction',
  'government-services',
  'education',
  'ecology',
  'commerce',
]
const MONTHS = 9

interface Asked {
  readonly light: Light
  readonly unit: string
  readonly asOf: string
}

const EVERY: readonly Asked[] = LIGHTS.flatMap((light) =>
  UNITS.flatMap((unit) =>
    Array.from({ length: MONTHS }, (_, month) => {
      const asOf = `2020-${String(month + 3).padStart(2, '0')}-15`
      return { light, unit, asOf }
    }),
  ),
)

async function findPage(storage: Storage, { light, unit, asOf }: Asked): Promise<number> {
  const { edges } = await storage.findCommitments({
    asOf,
    where: {
      and: [
        { field: 'light', eq: light },
        { field: 'unit', eq: unit },
        { field: 'dueOn', gte: '2020-06-01' },
      ],
    },
    orderBy: [{ field: 'dueOn' }],
    page: { first: PAGE },
  })
  return edges.length
}

/** Asks for pages in turn; after all of them come the first again. */
function pagesOf(storage: Storage, pages: readonly Asked[]): () => Promise<number> {
  let next = 0
  return async () => {
    const asked = pages[next++ % pages.length]
    return asked === undefined ? 0 : findPage(storage, asked)
  }
}

const all = await fill(plans)
const tenth = await fill(Math.round(plans / 10))
// A page that is not full ends with the last segment that could fit: there the larger has more to look through.
const full: Asked[] = []
const rest: Asked[] = []
for (const asked of EVERY) {
  const found = [await findPage(all, asked), await findPage(tenth, asked)]
  ;(found.every((count) => count === PAGE) ? full : rest).push(asked)
}
console.log(`${full.length} of ${EVERY.length} pages are full at both sizes`)
const timings = await interleave(
  [
    { name: `a page of ${PAGE} of ${figure(plans)} plans`, run: pagesOf(all, full) },
    { name: `a page of ${PAGE} of a tenth of them`, run: pagesOf(tenth, full) },
    { name: 'a page that is not full at a tenth, of all', run: pagesOf(all, rest) },
  ],
  { rounds: full.length * 2, warmUp: 20 },
)
await all.close()
await tenth.close()
printTimings(timings)
const [large, small] = timings.map(({ median }) => median)
console.log(`${((large ?? 0) / (small ?? 1)).toFixed(2)} times as long as at a tenth of the size`)
printClaim(`a page of ${PAGE} takes less than 5 ms`, (large ?? 0) < 5)
printClaim(
  'at most 1.5 times as long as at a tenth of the size',
  (large ?? 0) <= 1.5 * (small ?? 0),
)
