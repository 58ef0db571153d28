import { join } from 'node:path'
import { adoption, bareInsert, openBare, openFile, temporaryFolder } from './database.ts'
import { interleave } from './interleave.ts'
import { largePlan } from './plans.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'

// Usage: node tooling/bench/dist/storage-load.js [rounds]
const rounds = Number(process.argv[2] ?? 21)

printMachine()
const folder = temporaryFolder()
const { plan, facts } = largePlan()
// Without a cache every load is a cold one.
const storage = await openFile(join(folder, 'storage.db'), 0)
await storage.commit(adoption(plan, facts.facts))
const bare = await openBare(join(folder, 'bare.db'))
const insert = bareInsert(bare)
bare.transaction(() => {
  facts.facts.forEach((fact, at) => {
    insert(plan.code, at + 1, fact)
  })
})()
const select = bare.prepare('select body from fact where plan_id = ? order by seq').pluck()

const timings = await interleave(
  [
    { name: 'load a plan cold', run: () => storage.loadPlan(plan.code) },
    {
      name: 'bare driver, the same rows parsed one by one',
      run: () => select.all(plan.code).map((body) => JSON.parse(String(body))),
    },
    { name: 'bare driver, the same rows left as text', run: () => select.all(plan.code) },
  ],
  { rounds, warmUp: 5 },
)
await storage.close()
bare.close()
console.log(`${figure(facts.facts.length)} facts`)
printTimings(timings)
const [ours, parsed] = timings
const times = (ours?.median ?? 0) / (parsed?.median ?? 1)
console.log(`${times.toFixed(2)} times the bare driver`)
printClaim('a cold load takes at most twice the bare driver reading the same facts', times <= 2)
