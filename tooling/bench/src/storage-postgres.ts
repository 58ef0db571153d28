import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Observation } from '@duban/domain'
import { openStorage } from '@duban/storage'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { byWriters, WRITERS } from './by-writers.ts'
import { adoption } from './database.ts'
import { interleave, rateOf, type Timing } from './interleave.ts'
import { largePlan, underCode } from './plans.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'
import { loadAtOnce } from './reports-at-once.ts'
import { commitSome, warmUp, withoutLast } from './single-commits.ts'

// Usage: DATABASE_URL=postgres://... node tooling/bench/dist/storage-postgres.js [rounds]
// The database is best an empty one: what the rounds write stays in it.
const rounds = Number(process.argv[2] ?? 5)
const url = process.env.DATABASE_URL
if (url === undefined) {
  console.error('DATABASE_URL names the PostgreSQL database to measure on')
  process.exit(2)
}
/** Single commits a round: by many at once, enough that beginning and ending count for little. */
const SINGLE = [
  { writers: 1, count: 320 },
  { writers: WRITERS, count: 1_280 },
]

printMachine()
const subject = largePlan()
const observations = subject.facts.facts.flatMap((fact): readonly Observation[] =>
  fact.type === 'OBSERVATION' ? [fact] : [],
)
const storage = await openStorage({ url })
const bare = new pg.Client({ connectionString: url })
await bare.connect()
// As many connections as the storage has.
const pool = new pg.Pool({ connectionString: url, max: 10 })
console.log(`${figure(observations.length)} observations`)

const run = randomUUID().slice(0, 8)
let plans = 0
let code = ''
async function nextPlan(): Promise<void> {
  plans++
  code = `bench-${run}-${plans}`
  const { plan, facts } = underCode(subject, code)
  const definitions = facts.facts.filter(({ type }) => type === 'DEFINITION')
  await storage.commit(adoption(plan, definitions))
  await storage.loadPlan(code)
}

const COLUMNS =
  'plan_id, seq, revision, id, type, effective_on, recorded_at, recorded_by, subject_kind, subject_code, body'

/** One fact as a line of COPY's text format. */
function lineOf(fact: Observation, seq: number): string {
  const { id, type, effectiveOn, recordedAt, recordedBy, of } = fact
  const body = JSON.stringify(fact).replaceAll('\\', '\\\\')
  const cells = [
    code,
    seq,
    1,
    id,
    type,
    effectiveOn,
    recordedAt,
    recordedBy,
    of.kind,
    of.code,
    body,
  ]
  return `${cells.join('\t')}\n`
}

async function copyAll(): Promise<void> {
  plans++
  code = `copy-${run}-${plans}`
  await bare.query('begin')
  const lines = observations.map((fact, at) => lineOf(fact, at + 1))
  await pipeline(lines, bare.query(copyFrom(`copy fact (${COLUMNS}) from stdin`)))
  await bare.query('commit')
}

const insertSome = (writers: number, count: number) =>
  byWriters(writers, count, async (at) => {
    const observation = observations[at]
    if (observation !== undefined) await insertOne(observation, at)
  })

async function nextCode(): Promise<void> {
  plans++
  code = `insert-${run}-${plans}`
}

async function insertOne(fact: Observation, at: number): Promise<void> {
  const { id, type, effectiveOn, recordedAt, recordedBy, of } = fact
  const body = JSON.stringify(fact)
  await pool.query({
    name: 'insert-fact',
    text: `insert into fact (${COLUMNS}) values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [code, at + 1, id, type, effectiveOn, recordedAt, recordedBy, of.kind, of.code, body],
  })
}

const count = observations.length
const bulk = await interleave(
  [
    {
      name: 'bulk load in one commit, checked and with segments',
      count,
      prepare: nextPlan,
      run: () => loadAtOnce(storage, code, observations),
    },
    { name: 'COPY of the same facts', count, run: copyAll },
  ],
  { rounds, warmUp: 1 },
)
await warmUp(await withoutLast(storage, `warm-${run}`, subject, 'INDICATOR', Infinity), WRITERS)
const waiting = await withoutLast(
  storage,
  `single-${run}`,
  subject,
  'INDICATOR',
  SINGLE.reduce((sum, { count }) => sum + count, 0) * (rounds + 1),
)
const single = await interleave(
  SINGLE.flatMap(({ writers, count }) => [
    {
      name: `commit one observation to a plan of 25 000, ${writers} at once`,
      count,
      run: () => commitSome(waiting, writers, count),
    },
    {
      name: `one durable insert, ${writers} at once`,
      count,
      prepare: nextCode,
      run: () => insertSome(writers, count),
    },
  ]),
  { rounds, warmUp: 1 },
)
await storage.close()
await bare.end()
await pool.end()
printTimings([...bulk, ...single])
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`
const shareOf = (ours?: Timing, peer?: Timing): number => rateOf(ours) / rateOf(peer)
const bulkShare = shareOf(bulk[0], bulk[1])
const alone = shareOf(single[0], single[1])
const together = shareOf(single[2], single[3])
console.log(`${percent(bulkShare)} of COPY`)
console.log(`${percent(alone)} of inserts one after another, ${percent(together)} at once`)
printClaim('a bulk load does at least a third of COPY', bulkShare >= 1 / 3)
printClaim(
  `single commits of ${WRITERS} writers do at least 40 % of as many who insert`,
  together >= 0.4,
)
