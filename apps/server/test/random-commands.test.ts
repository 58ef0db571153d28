import type { PlanFacts } from '@duban/domain'
import { appendFacts, decide } from '@duban/domain/decide'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { ruleEngine } from '../src/rule-engine.ts'
import { inputOf } from './support/command-input.ts'
import { planWith, randomSteps } from './support/random-commands.ts'
import { testServer } from './support/test-server.ts'
import { giveAs } from './support/writer.ts'

const editor = { name: 'wang', roles: ['EDITOR'], units: [] } as const

let ids = 0
let now = new Date()
const tested = await testServer({ now: () => now, newId: () => `fact-${++ids}` })
afterAll(() => tested.close())

/** Everything that is said of a plan on a day, as known then, to the byte. */
async function lookBack(plan: string, knownAt: string): Promise<string> {
  const query = `{ plan(code: "${plan}", asOf: "${knownAt.slice(0, 10)}", knownAt: "${knownAt}") {
    title rules { code require severity } amendments { nodes { value reason } }
    commitments(first: 100) { nodes {
      code dueOn dueOriginally timesRescheduled responsible { unitCode role }
      assessment { status light metOn daysLate actual target expected gapPoints reasons { message facts } judgement { light } }
      audit { nodes { what before after reason } }
      ... on Indicator { observations { nodes { value reviewState counts } } }
    } }
    extensions { nodes { state dueOn } }
    reminders { nodes { unitCode kind message } }
  } }`
  const url = `http://duban.test/graphql?query=${encodeURIComponent(query)}`
  const text = await (await tested.server.yoga.fetch(url)).text()
  if (text.includes('"errors"')) throw new Error(text)
  return text
}

let plans = 0

it('two hundred random sequences of commands over HTTP come to the facts that decide comes to', async () => {
  let done = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(randomSteps, async (steps) => {
      const plan = `random-${++plans}`
      now = new Date('2020-06-20T02:00:00.000Z')
      ids = 0
      let mine = 0
      let facts: PlanFacts = { code: plan, revision: 0, facts: [] }
      const first = {
        actor: editor,
        hours: 0,
        commandOn: () => ({ type: 'IMPORT_PLAN', plan: planWith(plan, '120') }) as const,
      }
      const past: (readonly [knownAt: string, text: string])[] = []
      for (const { actor, hours, commandOn } of [first, ...steps]) {
        now = new Date(now.getTime() + hours * 3_600_000)
        const command = commandOn(facts)
        const decision = decide(facts, command, {
          now: now.toISOString(),
          actor,
          newId: () => `fact-${++mine}`,
          engine: ruleEngine,
        })
        if (decision.ok && decision.facts.length > 0) facts = appendFacts(facts, decision.facts)
        const { mutation, input } = inputOf(plan, command)
        const result = await giveAs(tested, actor, mutation, input)
        if (decision.ok) done++
        else refused++
        expect({
          done: String(result.__typename).endsWith('Payload'),
          refusals: result.refusals ?? [],
        }).toEqual({
          done: decision.ok,
          refusals: decision.ok
            ? []
            : decision.refusals.map(({ code, path }) => ({
                code,
                path: pathIn(mutation, path),
                line: null,
                column: null,
              })),
        })
        if (past.length < 2) {
          // What is recorded at the very instant is known at it, so the look back ends just before what comes next.
          const knownAt = now.toISOString()
          now = new Date(now.getTime() + 1)
          past.push([knownAt, await lookBack(plan, knownAt)])
        }
      }
      expect(await tested.storage.loadPlan(plan)).toEqual(facts)
      now = new Date('2030-01-01T00:00:00.000Z')
      for (const [knownAt, text] of past) expect(await lookBack(plan, knownAt)).toBe(text)
    }),
    { numRuns: 200 },
  )
  // Both are tried often.
  expect(done).toBeGreaterThan(400)
  expect(refused).toBeGreaterThan(400)
}, 600_000)

/** A field's path in the input, which names some fields otherwise than the command. */
function pathIn(mutation: string, path: string): string {
  switch (mutation) {
    case 'decideExtension':
      return path === 'request' ? 'extension' : path
    case 'recordMilestone':
      return path === 'of.event' ? 'of.subject.event' : path
    case 'importPlan':
      return path.replace(/^plan\b/, 'document')
    default:
      return path
  }
}
