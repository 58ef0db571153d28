import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Observation } from '@duban/domain'
import { write } from '@duban/server/dist/writing/write.js'
import type { Storage } from '@duban/storage'
import { adoption, bareInsert, openBare, openFile, temporaryFolder } from './database.ts'
import { interleave, rateOf } from './interleave.ts'
import { largePlan } from './plans.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'
import { actor, loadAtOnce, reportOf } from './reports-at-once.ts'

// Usage: node tooling/bench/dist/storage-bulk.js [rounds]
const rounds = Number(process.argv[2] ?? 5)
/** Facts that one batch may hold. */
const BATCH = 5_000

printMachine()
const folder = temporaryFolder()
const { plan, facts } = largePlan()
const definitions = facts.facts.filter(({ type }) => type === 'DEFINITION')
const observations = facts.facts.flatMap((fact): readonly Observation[] =>
  fact.type === 'OBSERVATION' ? [fact] : [],
)
console.log(`${figure(observations.length)} observations`)

let files = 0
function nextFile(): string {
  files++
  return join(folder, `${files}.db`)
}

/** As the API takes them: batch after batch, each a commit that writes the segments of what it touches. */
async function loadInBatches(storage: Storage): Promise<void> {
  for (let start = 0; start < observations.length; start += BATCH) {
    const outcome = await write(storage, {
      plan: plan.code,
      command: reportOf(observations.slice(start, start + BATCH)),
      actor,
      now: new Date().toISOString(),
      newId: randomUUID,
    })
    if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome).slice(0, 500))
  }
}

let storage = await openFile(nextFile())
let bare = await openBare(nextFile())

async function openNext(): Promise<void> {
  await storage.close()
  storage = await openFile(nextFile())
  await storage.commit(adoption(plan, definitions))
}

const timings = await interleave(
  [
    {
      name: 'bulk load in one commit, checked and with segments',
      count: observations.length,
      prepare: openNext,
      run: () => loadAtOnce(storage, plan.code, observations),
    },
    {
      name: `the same in batches of ${figure(BATCH)}`,
      count: observations.length,
      prepare: openNext,
      run: () => loadInBatches(storage),
    },
    {
      name: 'bare driver, prepared statements in one transaction',
      count: observations.length,
      prepare: async () => {
        bare.close()
        bare = await openBare(nextFile())
      },
      run: () => {
        const insert = bareInsert(bare)
        bare.transaction(() => {
          observations.forEach((fact, at) => {
            insert(plan.code, at + 1, fact)
          })
        })()
      },
    },
  ],
  { rounds, warmUp: 1 },
)
await storage.close()
bare.close()
printTimings(timings)
const [ours, , peer] = timings
const share = rateOf(ours) / rateOf(peer)
console.log(`${(share * 100).toFixed(0)} % of the bare driver`)
printClaim('a bulk load does at least a third of the bare driver', share >= 1 / 3)
