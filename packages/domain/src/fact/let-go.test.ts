import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { appendFacts } from '../decide/decide.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import {
  report,
  testFacts,
  testIndicator,
  testMilestone,
  testPlan,
  testProject,
  testRule,
} from '../testing/facts-builder.ts'
import { timelinesOf } from '../timeline/timeline-of.ts'
import { viewOf } from '../view/view-of.ts'
import type { Fact, PlanFacts } from './fact.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const engine = createRuleEngine()

const codes = Array.from({ length: 20 }, (_, at) => `p${at}`)
const plan = testPlan({
  indicators: [
    testIndicator(),
    testIndicator({
      code: 'sum',
      accumulation: 'DERIVED',
      unit: 'WAN_YUAN',
      derivation: { aggregate: 'SUM', field: 'investment.done' },
    }),
    testIndicator({
      code: 'count',
      accumulation: 'DERIVED',
      derivation: { aggregate: 'COUNT', where: 'has(project.events.started)' },
    }),
  ],
  milestones: codes.map((code) =>
    testMilestone({ code: `m-${code}`, subject: { kind: 'PROJECT', code }, event: 'started' }),
  ),
  projects: codes.map((code) => testProject({ code, investment: { unit: 'WAN_YUAN' } })),
  rules: [testRule(), testRule({ code: 'done', require: 'project.investment.done > 5.0' })],
})

/** A fact about another part of the plan each time, so that every part was made by another commit. */
function factOf(commit: number): Fact {
  const base = {
    id: `new-${commit}`,
    effectiveOn: '2020-05-06',
    recordedAt: `2021-01-01T00:00:${String(commit).padStart(2, '0')}.000Z`,
    recordedBy: 'test',
  }
  const project = codes[commit % codes.length] ?? ''
  return commit < codes.length
    ? { ...base, type: 'STAGE_CHANGE', project, stage: 'STARTED' }
    : {
        ...base,
        type: 'OBSERVATION',
        of: { kind: 'PROJECT', code: project },
        value: '7',
        reporter: 'u',
        state: 'APPROVED',
      }
}

function look(facts: PlanFacts): void {
  timelinesOf(facts, { engine })
  for (const knownAt of ['2020-06-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z']) {
    const view = viewOf(facts, { asOf: '2020-07-01', knownAt }, engine)
    for (const { id } of view?.commitments ?? [])
      expect(view?.assessment(id)?.reasons).toBeDefined()
  }
}

it('what is kept from commit to commit does not hold the facts of earlier ones', async () => {
  let facts = testFacts(plan, report('03-31', '30'))
  const earlier: WeakRef<PlanFacts>[] = []
  for (let commit = 0; commit < 2 * codes.length; commit++) {
    look(facts)
    earlier.push(new WeakRef(facts))
    facts = appendFacts(facts, [factOf(commit)])
  }
  look(facts)
  // A reference that was made in this turn holds until the next.
  await setImmediate()
  collect()
  const held = earlier.filter((each) => each.deref() !== undefined)
  // Facts may be appended to those of the last few commits once more, for an assumption say.
  expect(held.length).toBeLessThanOrEqual(8)
  expect(facts.facts.length).toBeGreaterThan(40)
})
