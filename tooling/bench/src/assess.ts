import { assess, numberOf, type PlanView, parseExact, plainAssessment, viewOf } from '@duban/domain'
import { createRuleEngine } from '@duban/domain/rules'
import { interleave, rateOf } from './interleave.ts'
import { type Judged, jsonRulesJudge } from './json-rules-peer.ts'
import { indicatorPlan, reread } from './plans.ts'
import { figure, printClaim, printMachine, printTimings } from './report.ts'

// Usage: node tooling/bench/dist/assess.js [commitments] [rounds]
const commitments = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 7)
/** The peer is given one in so many, or a round would take it ten seconds. */
const SHARE = 10

printMachine()
const { plan, facts } = indicatorPlan(commitments)
const ids = plan.indicators.map(({ code }) => `indicator/${code}`)
const engine = createRuleEngine()
const knownAt = '2021-06-01T00:00:00.000Z'
console.log(`${figure(ids.length)} indicators, ${figure(facts.facts.length)} facts`)

/** Another day each time, so that no round finds what an earlier one computed. */
let month = 0
function nextView(of = facts): PlanView {
  month = (month % 9) + 1
  const view = viewOf(
    of,
    { asOf: `2020-${String(month + 3).padStart(2, '0')}-17`, knownAt },
    engine,
  )
  if (view === undefined) throw new Error('the plan is not in view')
  return view
}

function assessAll(view: PlanView): void {
  for (const id of ids) {
    if (assess(view, id) === undefined) throw new Error(`no assessment of ${id}`)
  }
}

/** Texts of figures and reasons are made when they are read: here they all are. */
function readAll(view: PlanView): void {
  for (const id of ids) {
    const assessment = assess(view, id)
    if (assessment === undefined) throw new Error(`no assessment of ${id}`)
    plainAssessment(assessment)
  }
}

function judgedOf(view: PlanView): readonly (Judged & { readonly light: string })[] {
  return ids
    .filter((_, at) => at % SHARE === 0)
    .flatMap((id) => {
      const it = assess(view, id)
      if (it === undefined) return []
      const gap = parseExact(it.gapPoints ?? '')
      const gapPoints = gap === null ? Number.NaN : numberOf(gap)
      return {
        kind: it.kind,
        status: it.status,
        monthsLate: it.monthsLate,
        gapPoints,
        light: it.light,
      }
    })
}

const judge = jsonRulesJudge()
const judged = judgedOf(nextView())
for (const { light, ...facts } of judged) {
  const other = await judge(facts)
  if (other !== light) throw new Error(`${light} here, ${other} there: ${JSON.stringify(facts)}`)
}

let view = nextView()
const timings = await interleave(
  [
    {
      name: 'assess, from the facts in view to the light',
      count: ids.length,
      prepare: () => {
        view = nextView()
      },
      run: () => assessAll(view),
    },
    {
      name: 'assess, and every text and reason read',
      count: ids.length,
      prepare: () => {
        view = nextView()
      },
      run: () => readAll(view),
    },
    {
      name: 'assess, from facts never seen before',
      count: ids.length,
      prepare: () => {
        view = nextView(reread(facts))
      },
      run: () => assessAll(view),
    },
    {
      name: 'json-rules-engine 7, the thresholds on facts ready made',
      count: judged.length,
      run: async () => {
        for (const facts of judged) await judge(facts)
      },
    },
  ],
  { rounds, warmUp: 2 },
)
printTimings(timings)
const [warm, , , peer] = timings
const times = rateOf(warm, 'cpu') / rateOf(peer, 'cpu')
console.log(`${times.toFixed(1)} times json-rules-engine 7`)
printClaim('assess is at least 20 times json-rules-engine 7', times >= 20)
printClaim('assess does at least 300 000 a second on one core', rateOf(warm, 'cpu') >= 300_000)
