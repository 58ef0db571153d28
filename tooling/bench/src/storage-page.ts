import type { Storage } from '@duban/storage'
import { interleave } from './interleave.ts'
import { manyPlans, placeOf } from './many-plans.ts'
import { byLightAndUnit, byListedFields, type Question } from './page-questions.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'

// Usage: node tooling/bench/dist/storage-page.js [plans] [folder to keep the databases in]
// With DATABASE_URL=postgres://... on PostgreSQL, in databases named by that one and a size, which are kept.
const plans = Number(process.argv[2] ?? 2_843)
/** Commitments on a page. */
const PAGE = 50

printMachine()
const place = placeOf(process.argv[3])

/** The first page by due date; answers how many are on it. */
async function findPage(storage: Storage, { asOf, where }: Question): Promise<number> {
  const page = { first: PAGE }
  const { edges } = await storage.findCommitments({
    asOf,
    where,
    orderBy: [{ field: 'dueOn' }],
    page,
  })
  return edges.length
}

/** Asks for pages in turn; after all of them come the first again. */
function pagesOf(storage: Storage, pages: readonly Question[]): () => Promise<number> {
  let next = 0
  return async () => {
    const asked = pages[next++ % pages.length]
    return asked === undefined ? 0 : findPage(storage, asked)
  }
}

const all = await manyPlans(place, plans)
const tenth = await manyPlans(place, Math.round(plans / 10))
// A page that is not full ends with the last segment that could fit: there the larger has more to look through.
const full: Question[] = []
const rest: Question[] = []
for (const asked of byLightAndUnit) {
  const found = [await findPage(all, asked), await findPage(tenth, asked)]
  ;(found.every((count) => count === PAGE) ? full : rest).push(asked)
}
console.log(`${full.length} of ${byLightAndUnit.length} pages are full at both sizes`)
const timings = await interleave(
  [
    { name: `a page of ${PAGE} of ${figure(plans)} plans`, run: pagesOf(all, full) },
    { name: `a page of ${PAGE} of a tenth of them`, run: pagesOf(tenth, full) },
    { name: 'a page that is not full at a tenth, of all', run: pagesOf(all, rest) },
  ],
  { rounds: full.length * 2, warmUp: 20 },
)
printTimings(timings)
for (const [name, pages] of Object.entries(byListedFields)) {
  const contenders = [
    { name: `a page by ${name}`, run: pagesOf(all, pages) },
    { name: 'of a tenth', run: pagesOf(tenth, pages) },
  ]
  printTimings(await interleave(contenders, { rounds: pages.length, warmUp: 9 }))
}
await all.close()
await tenth.close()
const [large, small] = timings.map(({ median }) => median)
console.log(`${((large ?? 0) / (small ?? 1)).toFixed(2)} times as long as at a tenth of the size`)
printClaim(`a page of ${PAGE} takes less than 5 ms`, (large ?? 0) < 5)
printClaim(
  'at most 1.5 times as long as at a tenth of the size',
  (large ?? 0) <= 1.5 * (small ?? 0),
)
