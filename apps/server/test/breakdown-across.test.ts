import {
  breakdownAcross,
  type CommitmentFilter,
  type Dimension,
  type DimensionValue,
  type Measure,
  type MeasureValues,
  type PlanView,
  viewOf,
} from '@duban/domain'
import { openStorage } from '@duban/storage'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '../../../packages/storage/test/postgres/start-postgres.ts'
import { ruleEngine } from '../src/rule-engine.ts'
import { ask } from './support/ask.ts'
import { severalPlans, storeSeveralPlans } from './support/several-plans.ts'
import { type TestServer, testServer } from './support/test-server.ts'

const now = '2021-03-10T04:00:00.000Z'

const dimensions = [
  'PLAN',
  'DISTRICT',
  'YEAR',
  'TASK',
  'PLATE',
  'THEME',
  'UNIT',
  'PROJECT',
  'PROJECT_STAGE',
  'PROJECT_KIND',
  'KIND',
  'STATUS',
  'LIGHT',
  'MODALITY',
  'SEVERITY',
  'DUE_MONTH',
  'RULE',
] as const satisfies readonly Dimension[]

const measures = [
  'COUNT',
  'BY_STATUS',
  'BY_LIGHT',
  'TARGET',
  'ACTUAL',
  'ACHIEVED',
  'INVESTMENT',
  'SCORE',
  'DAYS_LATE',
] as const satisfies readonly Measure[]

/** What is asked for of each row; a unit of measure by all that is told of it. */
const told = `
  keys { dimension value }
  filter
  count
  byStatus { waived met metLate overdue dueSoon unknown pending }
  byLight { green blue yellow red grey }
  target { value known of unit { code } }
  actual { value known of unit { code } }
  achieved
  coverage
  investment { total thisYear done projects unit { code } }
  score
  daysLate`

const query = `query (
  $by: [Dimension!]!, $measures: [Measure!]!, $filter: CommitmentFilter, $asOf: Date, $knownAt: DateTime,
  $includeSubmitted: Boolean!, $rank: BreakdownRank
) {
  breakdown(
    by: $by, measures: $measures, filter: $filter, asOf: $asOf, knownAt: $knownAt,
    includeSubmitted: $includeSubmitted, rank: $rank
  ) { rank ${told} }
}`

interface Row {
  readonly keys: readonly { readonly dimension: Dimension; readonly value: string | null }[]
  readonly filter: object
  readonly rank: number | null
  readonly count: number | null
  readonly [field: string]: unknown
}

/** Conditions that the graph and the domain both know; where units are grouped by, none picks some of them. */
const filters: readonly (readonly [object, CommitmentFilter])[] = [
  [{}, {}],
  [{ plan: { in: ['east-2020', 'west-2020'] } }, { PLAN: ['east-2020', 'west-2020'] }],
  [{ plan: { eq: 'west-2020' } }, { PLAN: ['west-2020'] }],
  [{ plan: { eq: 'nowhere' } }, { PLAN: ['nowhere'] }],
  [{ district: { eq: 'east' } }, { DISTRICT: ['east'] }],
  [{ kind: { eq: 'INDICATOR' } }, { KIND: ['INDICATOR'] }],
  [{ status: { in: ['OVERDUE', 'MET_LATE'] } }, { STATUS: ['OVERDUE', 'MET_LATE'] }],
  [
    { light: { eq: 'RED' }, year: { eq: 2020 } },
    { LIGHT: ['RED'], YEAR: ['2020'] },
  ],
  [{ projectKind: { eq: 'NEW_START' } }, { PROJECT_KIND: ['NEW_START'] }],
  [
    { projectStage: { in: ['STARTED', 'COMPLETED'] }, task: { eq: null } },
    { PROJECT_STAGE: ['STARTED', 'COMPLETED'], TASK: [null] },
  ],
]

describe('a breakdown across plans', { timeout: 300_000 }, () => {
  const servers: TestServer[] = []
  const closing: (() => Promise<unknown>)[] = []
  let server: TestServer

  beforeAll(async () => {
    const options = { now: () => new Date(now), limits: { cost: 1e15 } }
    const postgres = await startPostgres(['fsync=off'])
    const onPostgres = await openStorage({ url: postgres.url })
    closing.push(
      () => onPostgres.close(),
      () => postgres.stop(),
    )
    server = await testServer(options)
    servers.push(server, await testServer({ ...options, through: () => onPostgres }))
    for (const { served } of servers) await storeSeveralPlans(served)
  }, 180_000)

  afterAll(async () => {
    for (const { close } of servers) await close()
    for (const close of closing) await close()
  })

  interface Question {
    readonly by: readonly Dimension[]
    readonly measures: readonly Measure[]
    readonly filter?: object
    readonly asOf: string
    readonly knownAt?: string | null
    readonly includeSubmitted?: boolean
    readonly rank?: object
  }

  async function rowsOf(asked: TestServer, question: Question): Promise<readonly Row[]> {
    const variables = { includeSubmitted: false, ...question }
    const { data, errors } = await ask<{ breakdown: readonly Row[] }>(
      asked.server,
      query,
      variables,
    )
    expect(errors).toEqual([])
    return data.breakdown
  }

  async function viewsOf({ asOf, knownAt, includeSubmitted = false }: Question) {
    const plans = await server.served.loadPlans(severalPlans)
    return plans.flatMap((facts) => {
      const at = { asOf, knownAt: knownAt ?? now, includeSubmitted }
      return (facts && viewOf(facts, at, ruleEngine)) ?? []
    })
  }

  const days = fc
    .integer({ min: 0, max: 400 })
    .map((day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10))
  const questions = fc.record({
    by: fc.uniqueArray(fc.constantFrom(...dimensions), { minLength: 1, maxLength: 3 }),
    measures: fc.uniqueArray(fc.constantFrom(...measures), { minLength: 1 }),
    narrowed: fc.constantFrom(...filters),
    asOf: days,
    knownOn: fc.option(days, { nil: null, freq: 2 }),
    includeSubmitted: fc.constantFrom(false, false, true),
  })

  it('is what the domain says when called directly, on both databases', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ narrowed: [filter, same], knownOn, ...rest }) => {
        const knownAt =
          knownOn === null || `${knownOn}T12` > now ? null : `${knownOn}T12:00:00.000Z`
        const question = { ...rest, knownAt, filter }
        const views = await viewsOf(question)
        const expected = breakdownAcross(views, question.by, question.measures, same).map(
          ({ key, values }) => toldOf(question.by, key, values),
        )
        for (const asked of servers) {
          const rows = await rowsOf(asked, question)
          expect(rows.map(({ filter: _filter, rank: _rank, ...row }) => row)).toEqual(expected)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has rows whose filters find as many commitments again', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ by, narrowed: [filter], asOf, includeSubmitted }) => {
        const measured: readonly Measure[] = ['COUNT']
        const question = { by, measures: measured, filter, asOf, includeSubmitted }
        for (const asked of servers) {
          for (const row of (await rowsOf(asked, question)).slice(0, 8)) {
            const { data, errors } = await ask<{ commitments: { totalCount: number } }>(
              asked.server,
              `query ($filter: CommitmentFilter, $asOf: Date, $includeSubmitted: Boolean!) {
                commitments(first: 0, filter: $filter, asOf: $asOf, includeSubmitted: $includeSubmitted) { totalCount }
              }`,
              { filter: row.filter, asOf, includeSubmitted },
            )
            expect(errors).toEqual([])
            expect(data.commitments.totalCount).toBe(row.count)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  const shareOf = (row: Row, field: 'byStatus' | 'byLight', parts: readonly string[]) => {
    const counts = row[field] as Readonly<Record<string, number>>
    const whole = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0) / whole
  }
  const ranked: readonly (readonly [string, (row: Row) => number | null])[] = [
    ['COUNT', ({ count }) => count],
    ['MET_SHARE', (row) => shareOf(row, 'byStatus', ['met', 'metLate'])],
    ['OVERDUE_SHARE', (row) => shareOf(row, 'byStatus', ['overdue'])],
    ['GREEN_SHARE', (row) => shareOf(row, 'byLight', ['green'])],
    ['RED_SHARE', (row) => shareOf(row, 'byLight', ['red'])],
    ['ACHIEVED', ({ achieved }) => (achieved === null ? null : Number(achieved))],
    ['SCORE', ({ score }) => Number(score)],
    ['DAYS_LATE', ({ daysLate }) => Number(daysLate)],
  ]

  it.each(ranked)('ranks districts and units by %s, on both databases', async (by, valueIn) => {
    for (const asked of servers) {
      const rows = await rowsOf(asked, {
        by: ['DISTRICT', 'UNIT'],
        measures: ['COUNT', 'BY_STATUS', 'BY_LIGHT', 'ACHIEVED', 'SCORE', 'DAYS_LATE'],
        asOf: '2020-09-30',
        rank: { by },
      })
      const values = rows.map((row) => valueIn(row) ?? Number.NEGATIVE_INFINITY)
      expect(rows.length).toBeGreaterThan(20)
      expect(new Set(values).size).toBeGreaterThan(1)
      expect(values).toEqual(values.toSorted((a, b) => b - a))
      expect(rows.map(({ rank }) => rank)).toEqual(
        values.map((value) => 1 + values.filter((other) => other > value).length),
      )
    }
  })

  it('names plans and districts, and what the plans of a row agree on', async () => {
    const labelled = (by: string, measured: string) =>
      `{ breakdown(by: [${by}], measures: [${measured}], asOf: "2020-06-30") { keys { label(lang: EN) } } }`
    interface Labelled {
      readonly breakdown: readonly { readonly keys: readonly { readonly label: string | null }[] }[]
    }
    const labelsOf = async (asked: TestServer, by: string, measured: string) => {
      const { data } = await ask<Labelled>(asked.server, labelled(by, measured))
      return data.breakdown.map(({ keys }) => keys.map(({ label }) => label))
    }
    for (const asked of servers) {
      for (const measured of ['COUNT', 'SCORE']) {
        expect(await labelsOf(asked, 'DISTRICT', measured)).toEqual([
          ['Erqi District, Zhengzhou'],
          ['east District'],
          ['west District'],
        ])
        expect(await labelsOf(asked, 'PLAN, KIND', measured)).toContainEqual([
          expect.stringContaining('west District'),
          'milestone',
        ])
      }
    }
    const labels = await labelsOf(server, 'DISTRICT, UNIT', 'SCORE')
    expect(labels).toContainEqual(['Erqi District, Zhengzhou', 'Housing Bureau'])
  })

  it('gives a sum in a unit of a plan’s own with its label', async () => {
    interface Sums {
      readonly breakdown: readonly {
        readonly target: { readonly unit: { readonly code: string; readonly label: string } } | null
      }[]
    }
    for (const asked of servers) {
      const { data, errors } = await ask<Sums>(
        asked.server,
        '{ breakdown(by: [PLAN, UNIT, TASK], measures: [TARGET], asOf: "2020-06-30") { target { unit { code label(lang: ZH) } } } }',
      )
      expect(errors).toEqual([])
      const units = data.breakdown.flatMap(({ target }) => target?.unit ?? [])
      expect(units).toContainEqual({ code: 'DOZEN', label: '打' })
      expect(new Set(units.map(({ code }) => code)).size).toBeGreaterThan(3)
    }
  })

  it('takes the facts of as many plans as the limit says, and of those that the filter names', async () => {
    const narrow = await testServer({
      now: () => new Date(now),
      limits: { pastPlans: 2 },
      through: () => server.storage,
    })
    const fields = (filter: string) =>
      `{ breakdown(by: [PLAN], measures: [SCORE], knownAt: "2020-06-30T00:00:00Z", ${filter}) { keys { value } } }`
    const all = await ask(narrow.server, fields(''))
    const two = await ask<{ breakdown: readonly Row[] }>(
      narrow.server,
      // Three are named, and two of them by both.
      fields(
        'filter: { plan: { in: ["erqi-2020", "east-2020", "west-2020"] }, or: [{ plan: { eq: "east-2020" } }, { plan: { eq: "west-2020" } }] }',
      ),
    )
    const past = await ask(
      narrow.server,
      '{ commitments(knownAt: "2020-06-30T00:00:00Z", filter: { not: { plan: { eq: "east-2020" } } }) { totalCount } }',
    )
    const present = await ask<{ breakdown: readonly Row[] }>(
      narrow.server,
      '{ breakdown(by: [PLAN, UNIT], measures: [SCORE], asOf: "2020-06-30") { keys { value label(lang: EN) } } }',
    )
    await narrow.close()
    // Of the present any number of plans; their facts are not read for the names of so many.
    expect(present.errors).toEqual([])
    const named = new Set(present.data.breakdown.map(({ keys }) => keys[0]?.value))
    expect(named.size).toBe(3)
    expect(present.data.breakdown.map(({ keys }) => keys[1])).toContainEqual({
      value: 'housing',
      label: 'housing',
    })
    for (const { errors } of [all, past]) {
      expect(errors.map(({ extensions }) => extensions)).toMatchObject([
        { code: 'PAST_PLANS_LIMIT', actual: 3, limit: 2, setting: 'DUBAN_MAX_PAST_PLANS' },
      ])
    }
    expect(two.errors).toEqual([])
    expect(two.data.breakdown.map(({ keys }) => keys[0]?.value)).toEqual(['east-2020', 'west-2020'])
  })

  it('counts a code of two plans as two projects, and gives sums of two plans in one unit', async () => {
    const [row] = await rowsOf(server, {
      by: ['YEAR'],
      measures: ['INVESTMENT'],
      filter: { plan: { in: ['east-2020', 'west-2020'] } },
      asOf: '2020-12-31',
    })
    const plans = await server.served.loadPlans(['east-2020', 'west-2020'])
    const views = plans.flatMap((facts) => {
      const view = facts && viewOf(facts, { asOf: '2020-12-31', knownAt: now }, ruleEngine)
      return view ? [view] : []
    })
    expect(row?.investment).toMatchObject({ projects: projectsBehind(views) })
  })

  function projectsBehind(views: readonly PlanView[]): number {
    return views.reduce(
      (sum, { commitments }) =>
        sum + new Set(commitments.flatMap(({ project }) => project ?? [])).size,
      0,
    )
  }
})

/** A row of the domain as the graph tells it; what was not asked for is null. */
function toldOf(
  by: readonly Dimension[],
  key: Readonly<Partial<Record<Dimension, DimensionValue>>>,
  {
    count,
    byStatus,
    byLight,
    target,
    actual,
    achieved,
    investment,
    score,
    daysLate,
  }: MeasureValues,
) {
  const inUnit = <Sum extends { readonly unit: string }>(sum: Sum | null | undefined) =>
    sum ? { ...sum, unit: { code: sum.unit } } : null
  return {
    keys: by.map((dimension) => ({ dimension, value: key[dimension] ?? null })),
    count: count ?? null,
    byStatus: byStatus
      ? {
          waived: byStatus.WAIVED,
          met: byStatus.MET,
          metLate: byStatus.MET_LATE,
          overdue: byStatus.OVERDUE,
          dueSoon: byStatus.DUE_SOON,
          unknown: byStatus.UNKNOWN,
          pending: byStatus.PENDING,
        }
      : null,
    byLight: byLight
      ? {
          green: byLight.GREEN,
          blue: byLight.BLUE,
          yellow: byLight.YELLOW,
          red: byLight.RED,
          grey: byLight.GREY,
        }
      : null,
    target: inUnit(target),
    actual: inUnit(actual),
    achieved: achieved?.mean ?? null,
    coverage: achieved?.coverage ?? null,
    investment: inUnit(investment),
    score: score ?? null,
    daysLate: daysLate ?? null,
  }
}
