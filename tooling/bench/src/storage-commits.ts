import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Observation } from '@duban/domain'
import { deriveRows } from '@duban/server/dist/writing/derived-rows.js'
import { write } from '@duban/server/dist/writing/write.js'
import type { Storage } from '@duban/storage'
import { byWriters, WRITERS } from './by-writers.ts'
import { adoption, bareInsert, openBare, openFile, temporaryFolder } from './database.ts'
import { interleave, rateOf } from './interleave.ts'
import { districtPlan, largePlan, type Subject } from './plans.ts'
import { printClaim, printMachine, printTimings } from './report.ts'

// Usage: node tooling/bench/dist/storage-commits.js [commits a round] [rounds]
const commits = Number(process.argv[2] ?? 200)
const rounds = Number(process.argv[3] ?? 9)

/** Reports of a plan that are not in it yet, for as many commits as will be made. */
interface Waiting {
  readonly storage: Storage
  readonly plan: string
  readonly waiting: readonly Observation[]
  next: number
}

printMachine()
const folder = temporaryFolder()

async function store(
  name: string,
  { plan, facts }: Subject,
  kind: Observation['of']['kind'],
): Promise<Waiting> {
  const storage = await openFile(join(folder, `${name}.db`))
  const known = facts.facts.filter(({ type }) => type === 'DEFINITION')
  const reports = facts.facts.filter((fact) => fact.type === 'OBSERVATION')
  const waiting = reports.filter(({ of }) => of.kind === kind).slice(-commits * (rounds + 2))
  const held = new Set(waiting.map(({ id }) => id))
  const before = [...known, ...reports.filter(({ id }) => !held.has(id))]
  const adopted = { code: plan.code, revision: 1, facts: before }
  await storage.commit({
    ...adoption(plan, before),
    ...deriveRows(adopted),
    replaceTimelines: true,
  })
  await storage.loadPlan(plan.code)
  return { storage, plan: plan.code, waiting, next: 0 }
}

/** One observation, decided, with its timelines and its audit entry, in a durable transaction. */
async function commitOne(waiting: Waiting): Promise<void> {
  const fact = waiting.waiting[waiting.next++]
  if (fact === undefined) throw new Error('no reports are left')
  const { of, value, effectiveOn, reporter } = fact
  const outcome = await write(waiting.storage, {
    plan: waiting.plan,
    command: {
      type: 'REPORT_OBSERVATIONS',
      observations: [{ of, value, effectiveOn, reporter, state: 'APPROVED' }],
    },
    actor: { name: 'bench', roles: ['ADMIN'], units: [], trusted: true },
    now: new Date().toISOString(),
    newId: randomUUID,
  })
  if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))
}

const commitSome = (waiting: Waiting, writers = 1): Promise<void> =>
  byWriters(writers, commits, () => commitOne(waiting))

const large = await store('large', largePlan(), 'INDICATOR')
const crowded = await store('crowded', largePlan(), 'INDICATOR')
const projects = await store('projects', largePlan(), 'PROJECT')
const district = await store('district', districtPlan(), 'INDICATOR')
const bare = await openBare(join(folder, 'bare.db'))
const insert = bareInsert(bare)
const sample = largePlan().facts.facts.filter(({ type }) => type === 'OBSERVATION')
let seq = 0

function insertSome(): void {
  for (let done = 0; done < commits; done++) {
    const fact = sample[seq % sample.length]
    seq++
    if (fact !== undefined) insert('bench', seq, { ...fact, id: `${fact.id}/${seq}` })
  }
}

const timings = await interleave(
  [
    {
      name: 'commit one observation to a plan of 25 000',
      count: commits,
      run: () => commitSome(large),
    },
    {
      name: `the same by ${WRITERS} writers at once`,
      count: commits,
      run: () => commitSome(crowded, WRITERS),
    },
    {
      name: 'the same of a project, on which other commitments rest',
      count: commits,
      run: () => commitSome(projects),
    },
    {
      name: 'commit one observation to a district plan',
      count: commits,
      run: () => commitSome(district),
    },
    { name: 'bare driver, one durable insert', count: commits, run: insertSome },
  ],
  { rounds, warmUp: 2 },
)
for (const { storage } of [large, crowded, projects, district]) await storage.close()
bare.close()
printTimings(timings)
const [ours, together, ofProject, small, peer] = timings.map((timing) => rateOf(timing))
const shareOf = (rate = 0): number => rate / (peer ?? 1)
const percent = (rate = 0): string => `${(shareOf(rate) * 100).toFixed(0)} %`
console.log(`${percent(ours)} of bare durable inserts`)
console.log(`${percent(together)} by ${WRITERS} writers at once`)
console.log(`${percent(ofProject)} for a project's, ${percent(small)} in a district plan`)
printClaim('single commits do at least 40 % of bare durable inserts', shareOf(ours) >= 0.4)
