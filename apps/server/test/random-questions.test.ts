import {
  assess,
  type Commitment,
  findings,
  type PlanFacts,
  type PlanView,
  rollUp,
  viewOf,
} from '@duban/domain'
import { openStorage, type Storage } from '@duban/storage'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '../../../packages/storage/test/postgres/start-postgres.ts'
import { ruleEngine } from '../src/rule-engine.ts'
import { schema } from '../src/schema/schema.ts'
import { ask } from './support/ask.ts'
import { memoryStorage } from './support/memory-storage.ts'
import { pickOf, randomSelection } from './support/random-question.ts'
import { askedAt, storeReportedYear } from './support/reported-year.ts'
import { type TestServer, testServer } from './support/test-server.ts'

const words = {
  code: ['annual-investment', 'new-starts-started', 'football-town', 'task-3', 'erqi-square', 'x'],
  plate: ['football-town', 'health-and-care'],
  task: ['task-2', 'task-4'],
  unit: ['housing', 'education'],
  anyUnit: ['development'],
  rule: ['plate-urban-design-by-june'],
  theme: ['warm-erqi'],
  title: ['项目'],
  name: ['二七'],
  String: ['erqi-2020', 'a'],
  Date: ['2020-04-30', '2020-06-30', '2020-12-31'],
  DateTime: ['2020-07-01T00:00:00Z'],
  Decimal: ['1', '518'],
}

describe('random questions', { timeout: 300_000 }, () => {
  const servers: TestServer[] = []
  const closing: (() => Promise<unknown>)[] = []
  let facts: PlanFacts

  beforeAll(async () => {
    const now = () => new Date(askedAt)
    const limits = { aliases: 2_000, cost: 1e15, tokens: 20_000 }
    const onMemory = await testServer({ now, limits, through: memoryStorage })
    const onSqlite = await testServer({ now, limits })
    const postgres = await givenPostgres()
    const onPostgres = await testServer({ now, limits, through: () => postgres })
    servers.push(onMemory, onSqlite, onPostgres)
    for (const server of servers) await storeReportedYear(server.served)
    const loaded = await onMemory.served.loadPlan('erqi-2020')
    if (!loaded) throw new Error('the plan was stored')
    facts = loaded
  }, 120_000)

  /** The database that DATABASE_URL names, or a PostgreSQL of the test’s own. */
  async function givenPostgres(): Promise<Storage> {
    const own = await startPostgres(['fsync=off'])
    closing.push(() => own.stop())
    const storage = await openStorage({ url: own.url })
    closing.unshift(() => storage.close())
    return storage
  }

  afterAll(async () => {
    for (const { close } of servers) await close()
    for (const close of closing) await close()
  })

  it('about one plan: both databases answer what the facts themselves answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0 }),
        fc.constantFrom(
          '',
          ', asOf: "2020-06-30"',
          ', asOf: "2020-07-05", knownAt: "2020-07-10T00:00:00Z"',
        ),
        async (seed, view) => {
          const selection = randomSelection(schema, 'Plan', words, pickOf(seed), 4)
          const query = `{ plan(code: "erqi-2020"${view}) ${selection} }`
          const [memory, ...databases] = await Promise.all(
            servers.map(({ server }) => ask(server, query)),
          )
          expect(
            memory?.errors.filter(({ extensions }) => !expected.has(String(extensions?.code))),
          ).toEqual([])
          for (const answer of databases) expect(answer).toEqual(memory)
        },
      ),
      { numRuns: 150 },
    )
  })

  /** Refusals that a made-up argument meets rightly. */
  const expected = new Set([
    'DIMENSION_COUNT',
    'NOTHING_TO_COMPARE',
    'INCOMPLETE_ASSUMPTION',
    'ASSUMED_OF_NOTHING',
    'KNOWN_AT_IN_FUTURE',
  ])

  it('across plans: both databases answer the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0 }), async (seed) => {
        const pick = pickOf(seed)
        const roots = ['plans', 'commitments', 'breakdown'] as const
        const root = roots[pick(roots.length)] ?? 'plans'
        const query =
          root === 'plans'
            ? `{ plans ${randomSelection(schema, 'PlanConnection', words, pick, 3)} }`
            : root === 'commitments'
              ? `{ commitments(asOf: "2020-07-05", first: ${pick(20)}, filter: { dueOn: { lte: "2020-0${1 + pick(9)}-15" } }) { totalCount nodes { id code title assessment { status light } } } }`
              : '{ breakdown(by: [STATUS, TASK], measures: [COUNT, BY_LIGHT], asOf: "2020-07-05") { keys { value } count byLight { red yellow green } } }'
        const [sqlite, postgres] = await Promise.all(
          servers.slice(1).map(({ server }) => ask(server, query)),
        )
        expect(postgres).toEqual(sqlite)
      }),
      { numRuns: 40 },
    )
  })

  it('about what is judged: the graph says what the domain says when called directly', async () => {
    const days = fc.integer({ min: 0, max: 400 }).map((day) => dateOf('2019-12-20', day))
    const [onMemory] = servers
    await fc.assert(
      fc.asyncProperty(days, fc.option(days, { nil: null }), async (asOf, knownOn) => {
        const knownAt = knownOn === null ? null : `${knownOn}T12:00:00.000Z`
        if (knownAt !== null && knownAt > askedAt) return
        const view = viewOf(facts, { asOf, knownAt: knownAt ?? askedAt }, ruleEngine)
        const args = knownAt === null ? '' : `, knownAt: "${knownAt}"`
        if (!onMemory) throw new Error('the servers are there')
        const { data, errors } = await ask<{ plan: unknown }>(
          onMemory.server,
          `{ plan(code: "erqi-2020", asOf: "${asOf}"${args}) {
            commitments(first: 1000) { nodes {
              kind code dueOn dueOriginally timesRescheduled
              assessment { status metOn daysLate daysToDue actual achieved expected gapPoints light }
            } }
            rollup { count achieved coverage light }
            findings(first: 0) { totalCount }
          } }`,
        )
        expect(errors).toEqual([])
        expect(data.plan).toEqual(view ? toldOfPlan(view) : null)
      }),
      { numRuns: 60 },
    )
  })
})

function toldOfPlan(view: PlanView) {
  const { count, achieved, coverage, light } = rollUp(
    view,
    view.commitments.map(({ id }) => id),
  )
  return {
    commitments: { nodes: view.commitments.map((one) => toldOf(one, assess(view, one.id))) },
    rollup: { count, achieved, coverage, light },
    findings: { totalCount: findings(view).length },
  }
}

function toldOf(one: Commitment, assessment: ReturnType<typeof assess>) {
  const { kind, code, dueOn, dueOriginally, timesRescheduled } = one
  if (!assessment) throw new Error(`no assessment of ${one.id}`)
  const { status, metOn, daysLate, daysToDue, actual, achieved, expected, gapPoints, light } =
    assessment
  return {
    kind,
    code,
    dueOn,
    dueOriginally,
    timesRescheduled,
    assessment: {
      status,
      metOn,
      daysLate,
      daysToDue,
      actual,
      achieved,
      expected,
      gapPoints,
      light,
    },
  }
}

function dateOf(first: string, days: number): string {
  return new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10)
}
