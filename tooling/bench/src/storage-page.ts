import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Light } from '@duban/domain'
import { allTimelines } from '@duban/server/dist/writing/timeline-rows.js'
import type { Storage } from '@duban/storage'
import { adoptPlan, generateDistricts, generateYear } from '@duban/synthetic'
import { adoption, openFile, temporaryFolder } from './database.ts'
import { interleave } from './interleave.ts'
import { figure, milliseconds, printClaim, printMachine, printTimings } from './report.ts'

// Usage: node tooling/bench/dist/storage-page.js [plans] [folder to keep the databases in]
const plans = Number(process.argv[2] ?? 2_843)
const kept = process.argv[3]
/** Pages asked for in a round, each with another unit, light and day. */
const PAGES = 50

printMachine()
const folder = kept ?? temporaryFolder()
mkdirSync(folder, { recursive: true })

/** Plans of so many districts with a year of monthly reports, and their segments. */
async function fill(count: number): Promise<Storage> {
  const file = join(folder, `${count}.db`)
  const filled = existsSync(file)
  const storage = await openFile(file)
  if (filled) return storage
  for (const plan of generateDistricts(count, { projects: 40, milestones: 40 })) {
    const facts = [...adoptPlan(plan), ...generateYear(plan, { seed: 1, complete: true })]
    const timelines = allTimelines({ code: plan.code, revision: 1, facts })
    await storage.commit({ ...adoption(plan, facts), timelines })
  }
  return storage
}

const LIGHTS: readonly Light[] = ['RED', 'YELLOW', 'BLUE', 'GREEN']
const UNITS = ['housing-construction', 'education', 'ecology', 'government-services', 'commerce']

let asked = 0
let found = 0
async function findPages(storage: Storage): Promise<void> {
  for (let page = 0; page < PAGES; page++) {
    asked++
    const light = LIGHTS[asked % LIGHTS.length] ?? 'RED'
    const unit = UNITS[asked % UNITS.length] ?? ''
    const asOf = `2020-${String((asked % 9) + 3).padStart(2, '0')}-15`
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
      page: { first: 50 },
    })
    found += edges.length
  }
}

const all = await fill(plans)
const tenth = await fill(Math.round(plans / 10))
const timings = await interleave(
  [
    { name: `pages of 50 of ${figure(plans)} plans`, count: PAGES, run: () => findPages(all) },
    { name: 'pages of 50 of a tenth of them', count: PAGES, run: () => findPages(tenth) },
  ],
  { rounds: 11, warmUp: 2 },
)
await all.close()
await tenth.close()
printTimings(timings)
const [large, small] = timings.map(({ median }) => median / PAGES)
console.log(`${(found / asked).toFixed(1)} commitments a page on average`)
console.log(
  `${milliseconds(large ?? 0)} a page, ${milliseconds(small ?? 0)} at a tenth of the size`,
)
printClaim('a page of 50 takes less than 5 ms', (large ?? 0) < 5)
printClaim(
  'at most 1.5 times as long as at a tenth of the size',
  (large ?? 0) <= 1.5 * (small ?? 0),
)
