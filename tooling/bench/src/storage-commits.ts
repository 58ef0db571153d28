import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Fact } from '@duban/domain'
import { write } from '@duban/server/dist/writing/write.js'
import type { Storage } from '@duban/storage'
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
  readonly known: readonly Fact[]
  next: number
}

printMachine()
const folder = temporaryFolder()

async function store(name: string, { plan, facts }: Subject): Promise<Waiting> {
  const storage = await openFile(join(folder, `${name}.db`))
  const known = facts.facts.filter(({ type }) => type === 'DEFINITION')
  const rest = facts.facts.filter(({ type }) => type === 'OBSERVATION')
  const wanted = commits * (rounds + 3)
  const before = [...known, ...rest.slice(0, Math.max(0, rest.length - wanted))]
  await storage.commit(adoption(plan, before))
  await storage.loadPlan(plan.code)
  return { storage, plan: plan.code, known: rest.slice(-wanted), next: 0 }
}

/** One observation after another, each decided, with its timelines and its audit entry, each a durable transaction. */
async function commitSome(waiting: Waiting): Promise<void> {
  for (let done = 0; done < commits; done++) {
    const fact = waiting.known[waiting.next++]
    if (fact?.type !== 'OBSERVATION') throw new Error('no reports are left')
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
}

const district = await store('district', districtPlan())
const large = await store('large', largePlan())
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
      name: 'commit one observation to a district plan',
      count: commits,
      run: () => commitSome(district),
    },
    {
      name: 'commit one observation to a plan of 25 000',
      count: commits,
      run: () => commitSome(large),
    },
    { name: 'bare driver, one durable insert', count: commits, run: insertSome },
  ],
  { rounds, warmUp: 2 },
)
for (const { storage } of [district, large]) await storage.close()
bare.close()
printTimings(timings)
const [small, big, peer] = timings
const share = rateOf(small) / rateOf(peer)
const largeShare = rateOf(big) / rateOf(peer)
console.log(
  `${(share * 100).toFixed(0)} % of bare durable inserts; large plan ${(largeShare * 100).toFixed(0)} %`,
)
printClaim('single commits do at least 40 % of bare durable inserts', share >= 0.4)
