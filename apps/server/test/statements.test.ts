import { randomUUID } from 'node:crypto'
import { generatePlan } from '@duban/synthetic'
import { afterAll, describe, expect, it } from 'vitest'
import { tabs } from '../src/graphiql/tabs.ts'
import { importPlan } from '../src/import-plan.ts'
import { ask } from './support/ask.ts'
import { importErqi } from './support/erqi.ts'
import { testServer } from './support/test-server.ts'

/** Loading a plan: its revision, and its facts where they are not held yet. */
const cold = 2
/** A plan that is held: its revision. */
const warm = 1
/** The texts of a plan's documents, once a revision, where a quote is asked for. */
const texts = 1

describe('the statements of a question', async () => {
  const { server, storage, statements, close } = await testServer()
  afterAll(close)
  await importErqi(storage)

  const count = async (query: string, variables = {}): Promise<number> => {
    statements()
    const { errors } = await ask(server, query, variables)
    expect(errors).toEqual([])
    return statements().length
  }

  it.each(tabs.map((tab) => [/query (\w+)/.exec(tab.query)?.[1], tab] as const))(
    '%s, over one plan: a fixed number when cold, one when warm',
    async (_name, { query, variables }) => {
      const given = variables ? JSON.parse(variables) : {}
      const fresh = await testServer()
      await importErqi(fresh.storage)
      fresh.statements()
      await ask(fresh.server, query, given)
      const first = fresh.statements().length
      await ask(fresh.server, query, given)
      const second = fresh.statements().length
      await fresh.close()
      expect(first).toBeLessThanOrEqual(cold + texts)
      expect(second).toBe(warm)
    },
  )

  it('are no more for two dates side by side than for one', async () => {
    await count('{ plan(code: "erqi-2020") { rollup { count } } }')
    expect(
      await count(
        '{ a: plan(code: "erqi-2020", asOf: "2020-03-31") { ...f } b: plan(code: "erqi-2020", asOf: "2020-09-30") { ...f } } fragment f on Plan { commitments { nodes { title plan { tasks { title } } assessment { status statusHistory { from } } } } }',
      ),
    ).toBe(warm)
  })

  it('for a page over ten plans: twice those of one at most, cold', async () => {
    const many = await serverWithDistricts(10)
    // A server that has seen none of them yet.
    const fresh = await testServer({ through: () => many.storage })
    many.statements()
    const { errors, data } = await ask<{ commitments: { nodes: { plan: { code: string } }[] } }>(
      fresh.server,
      '{ commitments(first: 50, asOf: "2020-07-01", orderBy: [{ field: CODE }]) { nodes { title plan { code title } assessment { status } } } }',
    )
    const run = many.statements()
    await Promise.all([fresh.close(), many.close()])
    expect(errors).toEqual([])
    expect(new Set(data.commitments.nodes.map(({ plan }) => plan.code)).size).toBe(10)
    expect(run.length).toBeLessThanOrEqual(2 * (1 + cold))
  })

  it('for a breakdown across plans: as many for ten plans as for two', async () => {
    const counted =
      'breakdown(by: [DISTRICT, LIGHT], measures: [COUNT, BY_STATUS, BY_LIGHT]) { count }'
    const measured =
      'breakdown(by: [PROJECT_STAGE, UNIT], measures: [TARGET, ACTUAL, ACHIEVED, SCORE, DAYS_LATE], filter: { not: { projectKind: { eq: CONTINUING } } }, rank: { by: SCORE }) { rank target { unit { label } } }'
    const invested = 'breakdown(by: [DISTRICT], measures: [COUNT, INVESTMENT]) { count }'
    const ofPast =
      'breakdown(by: [PROJECT_STAGE], measures: [COUNT], knownAt: "2020-02-01T00:00:00Z", filter: { plan: { in: ["d1-2020", "d2-2020"] } }) { count }'
    for (const districts of [2, 10]) {
      const many = await serverWithDistricts(districts)
      const fresh = await testServer({ through: () => many.storage })
      const statementsOf = async (query: string) => {
        many.statements()
        const { errors, data } = await ask<{ breakdown: unknown[] }>(fresh.server, `{ ${query} }`)
        expect(errors).toEqual([])
        expect(data.breakdown.length).toBeGreaterThan(0)
        return many.statements().length
      }
      expect(await statementsOf(counted)).toBe(1)
      expect(await statementsOf(measured)).toBe(1)
      expect(await statementsOf(invested)).toBe(2)
      expect(await statementsOf(counted.replace('{ count }', '{ keys { label } }'))).toBe(2)
      // Which plans there are, how many, and their revisions; the facts were read when they were stored.
      const named = measured.replace('{ rank', '{ keys { label }')
      expect(await statementsOf(named)).toBe(1 + 2 + warm)
      expect(await statementsOf(ofPast)).toBe(warm)
      await Promise.all([fresh.close(), many.close()])
    }
  })

  it('across plans: the page, its plans, and the count where it is asked for', async () => {
    const page =
      'commitments(first: 50, asOf: "2020-07-01") { nodes { title plan { title } assessment { status } } }'
    expect(await count(`{ ${page} }`)).toBe(1 + warm)
    expect(await count(`{ ${page.replace('{ nodes', '{ totalCount nodes')} }`)).toBe(2 + warm)
    expect(await count('{ breakdown(by: [DISTRICT, LIGHT], measures: [COUNT]) { count } }')).toBe(1)
  })
})

/** A server that holds small plans of so many districts. */
async function serverWithDistricts(districts: number) {
  const many = await testServer()
  for (let district = 1; district <= districts; district += 1) {
    const plan = generatePlan({
      seed: district,
      code: `d${district}-2020`,
      year: 2020,
      district: { code: `d${district}`, name: { zh: `${district}区` } },
      projects: 2,
      indicators: 3,
      milestones: 2,
      rules: 1,
      subdistricts: 1,
    })
    const context = { now: '2020-01-10T00:00:00.000Z', newId: randomUUID, actor: 'test' }
    await importPlan(many.storage, { plan, facts: [] }, context)
  }
  return many
}
