import { type Observation, timelineOf, timelinesOf } from '@duban/domain'
import { appendFacts, touchedBy } from '@duban/domain/decide'
import { createRuleEngine } from '@duban/domain/rules'
import { interleave } from './interleave.ts'
import { countObservations, largePlan, reread } from './plans.ts'
import { figure, milliseconds, printClaim, printMachine, printTimings } from './report.ts'

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
const whole = await interleave(
  [
    {
      name: 'timelines of a whole plan, from facts never seen before',
      prepare: () => {
        facts = reread(plain)
      },
      run: () => timelinesOf(facts, { engine }),
    },
    {
      name: 'the same plan with reviews',
      prepare: () => {
        facts = reread(reviewed)
      },
      run: () => timelinesOf(facts, { engine }),
    },
  ],
  { rounds, warmUp: 3 },
)

/** How many commits follow each other in a round, each on top of the one before. */
const COMMITS = 50

/** Adds observations one by one, and computes after each what it touches; how many timelines that was. */
function commitOneByOne(observations: readonly Observation[]): number {
  let current = plain
  let timelines = 0
  for (const observation of observations) {
    current = appendFacts(current, [observation])
    const touched = touchedBy(current, [observation], engine)
    if (touched === 'ALL') throw new Error('one observation touches the whole plan')
    for (const id of touched) timelines += Math.sign(timelineOf(current, id, { engine }).length)
  }
  return timelines
}

let copies = 0
let added: readonly Observation[] = []
const one = await interleave(
  (['INDICATOR', 'PROJECT'] as const).map((kind) => ({
    name: `timelines touched by one observation of ${kind === 'PROJECT' ? 'a project' : 'an indicator'}`,
    count: COMMITS,
    prepare: () => {
      added = newObservations(kind)
      timelinesOf(plain, { engine })
    },
    run: () => commitOneByOne(added),
  })),
  { rounds, warmUp: 3 },
)

/** Reports on the last day of the year by units that have reported before. */
function newObservations(kind: 'INDICATOR' | 'PROJECT'): readonly Observation[] {
  const reported = plain.facts.flatMap((fact) =>
    fact.type === 'OBSERVATION' && fact.of.kind === kind ? [fact] : [],
  )
  copies++
  return Array.from({ length: COMMITS }, (_, at): Observation => {
    const like = reported[(copies * 7919 + at * 131) % reported.length]
    if (like === undefined) throw new Error('nothing was reported')
    const recordedAt = `2021-03-01T00:${String(at).padStart(2, '0')}:00.000Z`
    return { ...like, id: `new/${copies}/${at}`, effectiveOn: '2020-12-31', recordedAt }
  })
}

printTimings([...whole, ...one])
printClaim('the timelines of a whole plan take less than 300 ms', (whole[0]?.cpu ?? 0) < 300)
for (const { name, cpu } of one) {
  const each = cpu / COMMITS
  console.log(`${name}: ${milliseconds(each)} each`)
  printClaim('what one new observation touches takes less than 2 ms', each < 2)
}
