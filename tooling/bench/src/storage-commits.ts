import { join } from 'node:path'
import type { Observation } from '@duban/domain'
import { WRITERS } from './by-writers.ts'
import { bareInsert, openBare, openFile, temporaryFolder } from './database.ts'
import { interleave, rateOf } from './interleave.ts'
import { districtPlan, largePlan, type Subject } from './plans.ts'
import { printClaim, printMachine, printTimings } from './report.ts'
import { commitSome, type Waiting, warmUp, withoutLast } from './single-commits.ts'

// Usage: node tooling/bench/dist/storage-commits.js [commits a round] [rounds]
const commits = Number(process.argv[2] ?? 200)
const rounds = Number(process.argv[3] ?? 9)

printMachine()
const folder = temporaryFolder()

async function store(
  name: string,
  subject: Subject,
  kind: Observation['of']['kind'] = 'INDICATOR',
  count = commits * (rounds + 1),
): Promise<Waiting> {
  const storage = await openFile(join(folder, `${name}.db`))
  return await withoutLast(storage, subject.plan.code, subject, kind, count)
}

const warm = await store('warm', largePlan(), 'INDICATOR', Infinity)
const large = await store('large', largePlan())
const crowded = await store('crowded', largePlan())
const projects = await store('projects', largePlan(), 'PROJECT')
const district = await store('district', districtPlan())
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

await warmUp(warm, WRITERS)
const timings = await interleave(
  [
    {
      name: 'commit one observation to a plan of 25 000',
      count: commits,
      run: () => commitSome(large, 1, commits),
    },
    {
      name: `the same by ${WRITERS} writers at once`,
      count: commits,
      run: () => commitSome(crowded, WRITERS, commits),
    },
    {
      name: 'the same of a project, on which other commitments rest',
      count: commits,
      run: () => commitSome(projects, 1, commits),
    },
    {
      name: 'commit one observation to a district plan',
      count: commits,
      run: () => commitSome(district, 1, commits),
    },
    { name: 'bare driver, one durable insert', count: commits, run: insertSome },
  ],
  { rounds, warmUp: 1 },
)
for (const { storage } of [warm, large, crowded, projects, district]) await storage.close()
bare.close()
printTimings(timings)
const [ours, together, ofProject, small, peer] = timings.map((timing) => rateOf(timing))
const shareOf = (rate = 0): number => rate / (peer ?? 1)
const percent = (rate = 0): string => `${(shareOf(rate) * 100).toFixed(0)} %`
console.log(`${percent(ours)} of bare durable inserts`)
console.log(`${percent(together)} by ${WRITERS} writers at once`)
console.log(`${percent(ofProject)} for a project's, ${percent(small)} in a district plan`)
const claim = 'of bare durable inserts'
printClaim(
  `single commits of ${WRITERS} writers do at least 40 % ${claim}`,
  shareOf(together) >= 0.4,
)
printClaim(`single commits of one writer do at least 40 % ${claim}`, shareOf(ours) >= 0.4)
