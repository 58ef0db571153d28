import { type PlanFacts, viewOf } from '@duban/domain'
import { createRuleEngine } from '@duban/domain/rules'
import { interleave } from './interleave.ts'
import { countObservations, largePlan } from './plans.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'

// Usage: node tooling/bench/dist/view.js [rounds]
const rounds = Number(process.argv[2] ?? 15)

printMachine()
const engine = createRuleEngine()
const once = largePlan()
const reviewed = largePlan(1, { complete: false })

/** An instant of November that no round has asked for, on another day than the last: other reports are known by it. */
let seconds = 0
function nextInstant(): string {
  seconds++
  return new Date(Date.UTC(2020, 10, 1 + ((7 * seconds) % 30), 0, 0, seconds)).toISOString()
}

/** The plan at a date and an instant never asked for, down to the light of every commitment; how many there are. */
function seeAll(facts: PlanFacts): number {
  const asOf = `2020-10-${String((seconds % 28) + 1).padStart(2, '0')}`
  const view = viewOf(facts, { asOf, knownAt: nextInstant() }, engine)
  if (view === undefined) throw new Error('the plan is not in view')
  let lit = 0
  for (const { id } of view.commitments) if (view.assessment(id) !== undefined) lit++
  return lit
}

function describe(name: string, facts: PlanFacts): void {
  const commitments = figure(seeAll(facts))
  const observations = figure(countObservations(facts))
  const all = figure(facts.facts.length)
  console.log(`${name}: ${commitments} commitments, ${observations} observations, ${all} facts`)
}

describe('the plan', once.facts)
describe('with reviews', reviewed.facts)
const timings = await interleave(
  [
    { name: 'view, every commitment assessed', run: () => seeAll(once.facts) },
    { name: 'the same plan with reviews', run: () => seeAll(reviewed.facts) },
  ],
  { rounds, warmUp: 5 },
)
// Made and measured afterwards: a heap ten times as full makes every collection of garbage dearer.
const tenfold = largePlan(10)
describe('ten times the size', tenfold.facts)
const large = await interleave([{ name: 'ten times the size', run: () => seeAll(tenfold.facts) }], {
  rounds,
  warmUp: 3,
})
printTimings([...timings, ...large])
const view = timings[0]?.median ?? 0
const growth = (large[0]?.median ?? 0) / view
console.log(`ten times the facts take ${growth.toFixed(1)} times as long`)
printClaim('a view at a new (asOf, knownAt) takes less than 10 ms', view < 10)
printClaim('a view is linear in facts up to ten times the size', growth < 12)
