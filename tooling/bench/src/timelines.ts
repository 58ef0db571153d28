import { timelinesOf } from '@duban/domain'
import { createRuleEngine } from '@duban/domain/rules'
import { interleave } from './interleave.ts'
import { countObservations, factsOf, largePlan } from './plans.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'

// Usage: node tooling/bench/dist/timelines.js [rounds]
const rounds = Number(process.argv[2] ?? 15)

printMachine()
const engine = createRuleEngine()
const plain = largePlan().facts
const reviewed = largePlan(1, { complete: false }).facts

for (const [name, facts] of Object.entries({ plain, reviewed })) {
  const timelines = timelinesOf(facts, { engine })
  const segments = [...timelines.values()].reduce((sum, { length }) => sum + length, 0)
  console.log(
    `${name}: ${figure(timelines.size)} commitments, ${figure(countObservations(facts))} observations, ` +
      `${figure(facts.facts.length)} facts, ${figure(segments)} segments`,
  )
}

let facts = plain
const timings = await interleave(
  [
    {
      name: 'timelines of a whole plan, from facts never seen before',
      prepare: () => {
        facts = factsOf(plain.code, plain.facts)
      },
      run: () => timelinesOf(facts, { engine }),
    },
    {
      name: 'the same plan with reviews',
      prepare: () => {
        facts = factsOf(reviewed.code, reviewed.facts)
      },
      run: () => timelinesOf(facts, { engine }),
    },
  ],
  { rounds, warmUp: 3 },
)
printTimings(timings)
printClaim('the timelines of a whole plan take less than 300 ms', (timings[0]?.cpu ?? 0) < 300)
