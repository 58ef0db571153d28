import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Command, Fact, Observation } from '@duban/domain'
import { appendFacts, decide } from '@duban/domain/decide'
import { createRuleEngine } from '@duban/domain/rules'
import { deriveRows, rowsTouched } from '@duban/server/dist/writing/derived-rows.js'
import { write } from '@duban/server/dist/writing/write.js'
import { openStorage } from '@duban/storage'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { byWriters, WRITERS } from './by-writers.ts'
import { adoption } from './database.ts'
import { interleave, rateOf, type Timing } from './interleave.ts'
import { largePlan } from './plans.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'

// Usage: DATABASE_URL=postgres://... node tooling/bench/dist/storage-postgres.js [rounds]
// The database is best an empty one: what the rounds write stays in it.
const rounds = Number(process.argv[2] ?? 5)
const url = process.env.DATABASE_URL
if (url === undefined) {
  console.error('DATABASE_URL names the PostgreSQL database to measure on')
  process.exit(2)
}
/** Single commits a round. */
const COMMITS = 320

printMachine()
const engine = createRuleEngine()
const { plan, facts } = largePlan()
const observations = facts.facts.flatMap((fact): readonly Observation[] =>
  fact.type === 'OBSERVATION' ? [fact] : [],
)
const storage = await openStorage({ url })
const bare = new pg.Client({ connectionString: url })
await bare.connect()
// As many connections as the storage has.
const pool = new pg.Pool({ connectionString: url, max: 10 })
console.log(`${figure(observations.length)} observations`)

/** The plan's definitions under another code, so that every round has a plan of its own. */
function definitionsFor(code: string): readonly Fact[] {
  return facts.facts.flatMap((fact) => {
    if (fact.type !== 'DEFINITION' || !('set' in fact.change)) return []
    const { set } = fact.change
    if (set.kind !== 'PLAN') return [fact]
    return [{ ...fact, change: { set: { ...set, code, value: { ...set.value, code } } } }]
  })
}

const run = randomUUID().slice(0, 8)
let plans = 0
let code = ''
async function nextPlan(): Promise<void> {
  plans++
  code = `bench-${run}-${plans}`
  await storage.commit(adoption({ ...plan, code }, definitionsFor(code)))
  await storage.loadPlan(code)
}

/** A plan that has its segments, as one that is reported on. */
async function nextPlanWithSegments(): Promise<void> {
  plans++
  code = `bench-${run}-${plans}`
  const facts = definitionsFor(code)
  const derived = deriveRows({ code, revision: 1, facts })
  const first = adoption({ ...plan, code }, facts)
  await storage.commit({ ...first, ...derived, replaceTimelines: true })
  await storage.loadPlan(code)
}

const actor = { name: 'bench', roles: ['ADMIN'], units: [], trusted: true } as const

function reportOf(batch: readonly Observation[]): Command {
  return {
    type: 'REPORT_OBSERVATIONS',
    observations: batch.map(({ of, value, effectiveOn, reporter }) => ({
      of,
      value,
      effectiveOn,
      reporter,
      state: 'APPROVED',
    })),
  }
}

async function loadAtOnce(): Promise<void> {
  const now = new Date().toISOString()
  const outcome = await storage.update(code, (known) => {
    if (known === null) throw new Error('the plan is not there')
    const context = { now, actor, newId: randomUUID, engine, batchLimit: observations.length }
    const decision = decide(known, reportOf(observations), context)
    if (!decision.ok) return { refusal: decision.refusals }
    const { audit } = adoption(plan, decision.facts)
    const after = appendFacts(known, decision.facts)
    return { commit: { facts: decision.facts, audit, after, derive: rowsTouched } }
  })
  if (outcome.outcome !== 'COMMITTED') throw new Error(JSON.stringify(outcome).slice(0, 500))
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

/** The first reports, by so many writers at once. */
const someBy = (writers: number, write: (observation: Observation, at: number) => Promise<void>) =>
  byWriters(writers, COMMITS, async (at) => {
    const observation = observations[at]
    if (observation !== undefined) await write(observation, at)
  })

async function commitOne(observation: Observation): Promise<void> {
  const outcome = await write(storage, {
    plan: code,
    command: reportOf([observation]),
    actor,
    now: new Date().toISOString(),
    newId: randomUUID,
  })
  if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome).slice(0, 500))
}

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
      run: loadAtOnce,
    },
    { name: 'COPY of the same facts', count, run: copyAll },
  ],
  { rounds, warmUp: 1 },
)
const single = await interleave(
  [1, WRITERS].flatMap((writers) => [
    {
      name: `commit one observation, ${writers} at once`,
      count: COMMITS,
      prepare: nextPlanWithSegments,
      run: () => someBy(writers, commitOne),
    },
    {
      name: `one durable insert, ${writers} at once`,
      count: COMMITS,
      prepare: nextCode,
      run: () => someBy(writers, insertOne),
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
