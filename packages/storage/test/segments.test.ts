import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  CommitmentField,
  CommitmentOrderField,
  CommitmentTimeline,
  Condition,
  FoundCommitment,
  OrderBy,
  ProjectRow,
  ProjectRows,
  SegmentRow,
  Storage,
} from '../src/index.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { audit, header, planFact, projectRow, timeline } from './samples.ts'

interface Kept extends SegmentRow {
  readonly plan: string
  readonly district: string
  readonly year: number
  readonly commitment: string
  readonly projectKind: string | null
  readonly projectStage: string | null
}

const districts = ['erqi', 'jinshui'] as const
const days = ['2020-01-01', '2020-03-01', '2020-06-01', '2020-09-01', '2021-01-01']

/** Five plans, forty commitments each, from a fixed sequence, so that both databases hold the same. */
function samplePlans() {
  let state = 7
  const pick = <T>(values: readonly [T, ...T[]]): T => {
    state = (state * 48271) % 2147483647
    const [picked] = values.slice(state % values.length)
    // Not `??`: what is picked may be null.
    return picked === undefined ? values[0] : picked
  }
  return Array.from({ length: 5 }, (_, index) => {
    const code = `plan-${index}`
    const year = 2020 - (index % 2)
    const district = districts[index % 2] ?? 'erqi'
    const timelines = Array.from({ length: 40 }, (_, at): CommitmentTimeline => {
      const same: Partial<SegmentRow> = {
        kind: pick(['INDICATOR', 'MILESTONE', 'OBLIGATION']),
        code: `c${at}`,
        title: { zh: pick(['投资', '开工', '投资开工']) },
        task: pick(['t1', 't2', null]),
        plate: pick(['p1', null]),
        // No plan has a project z.
        project: pick(['x', 'y', 'z', null]),
        theme: pick(['h1', null]),
        rule: pick(['r1', null]),
        severity: pick(['CRITICAL', 'INFO', null]),
        modality: pick(['MUST', 'STRIVE', null]),
        responsible: pick([
          [],
          [{ unit: 'u1', role: 'LEAD' }],
          [
            { unit: 'u2', role: 'SUPPORT' },
            { unit: 'u1', role: 'LEAD' },
          ],
          [
            { unit: 'u1', role: 'LEAD' },
            { unit: 'u3', role: 'LEAD' },
            { unit: 'u1', role: 'LEAD' },
          ],
          [
            { unit: 'u3', role: 'LEAD' },
            { unit: 'u2', role: 'LEAD' },
            { unit: 'u1', role: 'LEAD' },
          ],
        ]),
      }
      const segments = days.slice(0, -1).map((from, part) => ({
        ...same,
        from: from.replace('2020', `${year}`),
        to: dayBefore((days[part + 1] ?? '').replace('202', `${year}`.slice(0, 3)), year),
        status: pick(['PENDING', 'OVERDUE', 'MET', 'UNKNOWN'] as const),
        light: pick(['GREEN', 'RED', 'YELLOW'] as const),
        dueOn: pick([`${year}-06-30`, `${year}-12-31`, null]),
        // Some are moved to another task and plate, and back.
        ...(at % 3 === 0 && part > 0
          ? { task: pick(['t1', 't2', null]), plate: pick(['p1', null]) }
          : {}),
      }))
      return timeline(`indicator/c${at}`, ...segments)
    })
    const step = (project: string, ...rows: readonly ProjectRow[]): ProjectRows => ({
      project,
      since: null,
      rows,
    })
    const from = `${year}-06-01`
    const projects = [
      step(
        'x',
        projectRow({ from: '2019-01-01', to: `${year}-05-31`, stage: 'PREPARED' }),
        projectRow({ from, stage: 'STARTED' }),
      ),
      step('y', projectRow({ from: '2019-01-01', kind: null, stage: 'STARTED' })),
    ]
    return { code, year, district, timelines, projects }
  })
}

function dayBefore(day: string, year: number): string {
  const time = new Date(`${day.startsWith('2021') ? `${year + 1}-01-01` : day}T00:00:00Z`).getTime()
  return new Date(time - 86_400_000).toISOString().slice(0, 10)
}

const plans = samplePlans()
const all: readonly Kept[] = plans.flatMap(({ code, year, district, timelines, projects }) =>
  timelines.flatMap(({ commitment, segments }) =>
    segments.map((segment) => {
      const steps = projects.find(({ project }) => project === segment.project)?.rows ?? []
      const step = steps.find(({ from, to }) => from <= segment.from && segment.from <= to)
      const [projectKind, projectStage] = [step?.kind ?? null, step?.stage ?? null]
      const ofPlan = { plan: code, year, district, commitment }
      return { ...segment, ...ofPlan, projectKind, projectStage }
    }),
  ),
)

function fieldOf(row: Kept, field: CommitmentField): string | number | boolean | null {
  if (field === 'title') return row.title.zh
  if (field === 'synthetic') return false
  if (field === 'unit') return row.responsible.find(({ role }) => role === 'LEAD')?.unit ?? null
  if (field === 'anyUnit') throw new Error('many values')
  return row[field]
}

const missable = [
  'dueOn',
  'task',
  'plate',
  'theme',
  'rule',
  'severity',
  'modality',
  'unit',
] as const

it('the samples lack what they may lack', () => {
  for (const field of [...missable, 'projectKind', 'projectStage'] as const) {
    const missing = all.filter((row) => fieldOf(row, field) === null).length
    expect(missing).toBeGreaterThan(50)
    expect(missing).toBeLessThan(all.length - 50)
  }
})

/** The values of a field of which one must pass. */
function valuesOf(
  row: Kept,
  field: CommitmentField,
): readonly (string | number | boolean | null)[] {
  if (field === 'anyUnit') return row.responsible.map(({ unit }) => unit)
  return field === 'unit' ? leadsOf(row) : [fieldOf(row, field)]
}

function leadsOf({ responsible }: Kept): readonly (string | null)[] {
  const leads = responsible.flatMap(({ role, unit }) => (role === 'LEAD' ? [unit] : []))
  return leads.length === 0 ? [null] : [...new Set(leads)]
}

/** What a condition means, said once more and plainly. */
function holds(row: Kept, condition: Condition<CommitmentField>): boolean {
  if ('and' in condition) return condition.and.every((part) => holds(row, part))
  if ('or' in condition) return condition.or.some((part) => holds(row, part))
  if ('not' in condition) return !holds(row, condition.not)
  const values = valuesOf(row, condition.field)
  return values.some((value) => {
    if ('eq' in condition) return value === condition.eq
    if (value === null) return false
    if ('in' in condition) return condition.in.includes(value)
    if ('lt' in condition) return value < condition.lt
    if ('lte' in condition) return value <= condition.lte
    if ('gt' in condition) return value > condition.gt
    if ('gte' in condition) return value >= condition.gte
    return String(value).includes(condition.contains)
  })
}

function compare(a: Kept, b: Kept, orderBy: readonly OrderBy<CommitmentOrderField>[]): number {
  for (const { field, descending = false } of orderBy) {
    const left = fieldOf(a, field)
    const right = fieldOf(b, field)
    if (left === right) continue
    const sign = descending ? -1 : 1
    if (left === null) return sign
    if (right === null) return -sign
    return left < right ? -sign : sign
  }
  return 0
}

const texts = {
  plan: ['plan-0', 'plan-3'],
  district: ['erqi', 'jinshui'],
  title: ['投资', '开'],
  kind: ['INDICATOR', 'OBLIGATION'],
  status: ['OVERDUE', 'MET'],
  light: ['RED', 'GREEN'],
  task: ['t1', 't2'],
  plate: ['p1'],
  project: ['x', 'z'],
  projectKind: ['NEW_START'],
  projectStage: ['STARTED', 'PREPARED'],
  theme: ['h1'],
  rule: ['r1'],
  severity: ['INFO'],
  modality: ['MUST'],
  unit: ['u1'],
  anyUnit: ['u1', 'u2'],
  dueOn: ['2020-06-30', '2019-12-31'],
} as const
type TextField = keyof typeof texts
const textFields = Object.keys(texts) as TextField[]

const comparison: fc.Arbitrary<Condition<CommitmentField>> = fc
  .constantFrom(...textFields)
  .chain((field) => {
    const value = fc.constantFrom<string>(...texts[field])
    const nullable = field === 'anyUnit' ? value : fc.option(value)
    return fc.oneof(
      nullable.map((eq) => ({ field, eq })),
      fc.array(value, { maxLength: 2 }).map((list) => ({ field, in: list })),
      value.map((lt) => ({ field, lt })),
      value.map((gte) => ({ field, gte })),
      value.map((contains) =>
        field === 'dueOn' ? { field, lte: contains } : { field, contains: contains.slice(0, 2) },
      ),
    )
  })

const condition: fc.Arbitrary<Condition<CommitmentField>> = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.constant({ field: 'year', gt: 2019 }),
    fc.array(tie('tree'), { maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('tree'), { maxLength: 3 }).map((or) => ({ or })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree as fc.Arbitrary<Condition<CommitmentField>>

const orderField = fc.constantFrom<CommitmentOrderField>(
  'dueOn',
  'light',
  'status',
  'unit',
  'task',
  'year',
  'district',
  'plan',
  'code',
)
const orders = fc.array(fc.record({ field: orderField, descending: fc.boolean() }), {
  maxLength: 3,
})
const asOfs = fc.constantFrom('2020-01-01', '2020-05-31', '2020-06-01', '2019-07-01', '2022-01-01')

const byDue: OrderBy<CommitmentOrderField>[] = [{ field: 'dueOn', descending: true }]

/** Conditions that random ones seldom come to: what is not so where there is no value. */
const ofMissing: readonly Condition<CommitmentField>[] = [
  { not: { field: 'task', eq: 't1' } },
  { not: { field: 'projectKind', eq: 'NEW_START' } },
  { field: 'projectStage', eq: null },
  { not: { field: 'unit', in: ['u1'] } },
  { field: 'unit', eq: 'u3' },
  { field: 'unit', eq: null },
  {
    and: [
      { field: 'unit', in: ['u3', 'u1'] },
      { field: 'light', eq: 'RED' },
    ],
  },
  {
    or: [
      { field: 'unit', eq: 'u3' },
      { field: 'light', eq: 'RED' },
    ],
  },
  {
    and: [
      { field: 'task', eq: 't1' },
      { field: 'dueOn', gte: '2020-06-30' },
    ],
  },
  {
    and: [
      { field: 'project', in: ['x', 'y'] },
      { field: 'unit', in: ['u3', 'u1'] },
      { field: 'year', eq: 2020 },
    ],
  },
  {
    and: [
      { field: 'task', eq: 't1' },
      { field: 'plate', eq: 'p1' },
      { field: 'light', eq: 'RED' },
    ],
  },
  { and: [{ field: 'unit', eq: 'u1' }, { not: { field: 'unit', eq: 'u3' } }] },
  { not: { field: 'dueOn', lte: '2020-06-30' } },
  { not: { field: 'dueOn', gt: '2020-06-30' } },
  { field: 'dueOn', gt: '2020-06-30' },
  { field: 'dueOn', eq: null },
  { not: { field: 'dueOn', eq: null } },
  { not: { field: 'anyUnit', eq: 'u2' } },
  { not: { not: { field: 'plate', eq: 'p1' } } },
]

/** What a found row is told apart and checked by. */
const shown = (row: Pick<FoundCommitment, 'plan' | 'commitment' | 'dueOn' | 'light'>) =>
  `${row.plan} ${row.commitment} ${row.light} ${row.dueOn}`

describe.each(dialects)('lists of commitments on %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage

  beforeAll(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open()
    for (const { code, year, district, timelines, projects } of plans) {
      const plan = header(code, {
        district: { code: district, name: { zh: district } },
        period: { start: `${year}-01-01`, end: `${year}-12-31` },
      })
      await storage.commit({
        plan: code,
        baseRevision: 0,
        facts: [planFact(plan)],
        audit,
        timelines,
        projects,
      })
    }
  })
  afterAll(() => database.drop())

  it('find, count and page what a plain reading of the condition and the order gives', async () => {
    const size = fc.integer({ min: 1, max: 60 })
    await fc.assert(
      fc.asyncProperty(
        asOfs,
        condition,
        orders,
        size,
        async (asOf, where, orderBy: OrderBy<CommitmentOrderField>[], pageSize) => {
          const asked: typeof orderBy = orderBy.length === 0 ? [{ field: 'dueOn' }] : orderBy
          const descending = asked.at(-1)?.descending ?? false
          const order = [
            ...asked,
            { field: 'plan' as const, descending },
            { field: 'commitment' as const, descending },
          ]
          const expected = all
            .filter((row) => row.from <= asOf && asOf <= row.to && holds(row, where))
            .sort((a, b) => compare(a, b, order))
            .map(shown)
          expect(await storage.countCommitments({ asOf, where })).toBe(expected.length)
          const query = { asOf, where, orderBy }
          expect(await forwards(query, pageSize)).toEqual(expected)
          expect(await backwards(query, pageSize)).toEqual(expected)
        },
      ),
      {
        numRuns: 60,
        examples: ofMissing.map((where) => ['2020-05-31', where, byDue, 7]),
      },
    )
  })

  type Query = Omit<Parameters<Storage['findCommitments']>[0], 'page'>

  async function forwards(query: Query, first: number): Promise<string[]> {
    const found: string[] = []
    let after: string | undefined
    for (;;) {
      const page = await storage.findCommitments({
        ...query,
        page: after === undefined ? { first } : { first, after },
      })
      found.push(...page.edges.map(({ row }) => shown(row)))
      after = page.edges.at(-1)?.cursor
      if (!page.hasNextPage) return found
    }
  }

  async function backwards(query: Query, last: number): Promise<string[]> {
    const found: string[] = []
    let before: string | undefined
    for (;;) {
      const page = await storage.findCommitments({
        ...query,
        page: before === undefined ? { last } : { last, before },
      })
      found.unshift(...page.edges.map(({ row }) => shown(row)))
      before = page.edges[0]?.cursor
      if (!page.hasPreviousPage) return found
    }
  }

  it('counts groups as a plain count does', async () => {
    const by = fc.uniqueArray(
      fc.constantFrom(
        'plan',
        'district',
        'year',
        'light',
        'unit',
        'task',
        'projectKind',
        'projectStage',
        'dueMonth' as const,
      ),
      { maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(asOfs, condition, by, async (asOf, where, dimensions) => {
        const rows = all.filter((row) => row.from <= asOf && asOf <= row.to && holds(row, where))
        const groups = await storage.breakdown({
          asOf,
          by: dimensions,
          measures: ['COUNT', 'BY_STATUS', 'BY_LIGHT'],
          where,
        })
        const keysOf = (row: Kept) =>
          dimensions.reduce<readonly (readonly unknown[])[]>(
            (keys, field) =>
              keys.flatMap((key) =>
                (field === 'dueMonth'
                  ? [row.dueOn?.slice(0, 7) ?? null]
                  : valuesOf(row, field)
                ).map((value) => [...key, value]),
              ),
            [[]],
          )
        const counts = Object.fromEntries(
          groups.map(({ key, values }) => [JSON.stringify(key), values.count]),
        )
        const expected: Record<string, number> = {}
        for (const key of rows.flatMap(keysOf).map((values) => JSON.stringify(values))) {
          expected[key] = (expected[key] ?? 0) + 1
        }
        expect(counts).toEqual(expected)
        const keysIn = (found: readonly Kept[]) => found.flatMap(keysOf).length
        const red = groups.reduce((sum, { values }) => sum + (values.byLight?.RED ?? 0), 0)
        expect(red).toBe(keysIn(rows.filter(({ light }) => light === 'RED')))
        const met = groups.reduce((sum, { values }) => sum + (values.byStatus?.MET ?? 0), 0)
        expect(met).toBe(keysIn(rows.filter(({ status }) => status === 'MET')))
      }),
      { numRuns: 60, examples: ofMissing.map((where) => ['2020-05-31', where, ['unit', 'light']]) },
    )
  })
})
