import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addExactSum } from '../src/connect/exact-sum.ts'
import type { BreakdownQuery, CommitmentQuery, Storage } from '../src/index.ts'
import { listedFields } from '../src/schema/listed-fields.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { audit, measured, newPlan, observation, projectRow, timeline } from './samples.ts'

interface Sent {
  readonly sql: string
  readonly params: readonly unknown[]
}

type Where = NonNullable<CommitmentQuery['where']>

const asOf = '2020-06-30'
const red: Where = { field: 'light', eq: 'RED' }
const late: Where = { field: 'status', eq: 'OVERDUE' }
const unit: Where = { field: 'unit', eq: 'development' }
const units: Where = { field: 'unit', in: ['development', 'housing'] }
const due: Where = { field: 'dueOn', lte: '2020-06-30' }
const dueLater: Where = { field: 'dueOn', gte: '2020-06-30' }
const ofPlan: Where = { field: 'plan', eq: 'plan-1' }
const task: Where = { field: 'task', eq: 'task-1' }
const project: Where = { field: 'project', eq: 'rare' }
const projects: Where = { field: 'project', in: ['rare', 'none'] }
const of = { code: 'c', project: 'x', rule: 'r', plate: 'p', theme: 'h', severity: 'INFO' } as const
const district: Where = { field: 'district', eq: 'erqi' }

const started: Where = { field: 'projectStage', in: ['STARTED', 'COMPLETED'] }
const measures: BreakdownQuery['measures'] = [
  'TARGET',
  'ACTUAL',
  'ACHIEVED',
  'INVESTMENT',
  'SCORE',
  'DAYS_LATE',
]

const pages: readonly (readonly [name: string, query: Omit<CommitmentQuery, 'page' | 'asOf'>])[] = [
  ['all', {}],
  ['by light', { where: red }],
  ['by unit', { where: unit }],
  ['by light, unit and due date', { where: { and: [red, unit, due] } }],
  ['latest due first', { where: red, orderBy: [{ field: 'dueOn', descending: true }] }],
  ['by status, due by a date', { where: { and: [late, due] } }],
  ['due from a date on', { where: dueLater }],
  ['of two tasks, both of many', { where: { field: 'task', in: ['task-1', 'task-2'] } }],
  ['of two lights', { where: { field: 'light', in: ['RED', 'GREEN'] } }],
  ['of projects', { where: started }],
  ['of a plan', { where: ofPlan, orderBy: [{ field: 'plan' }] }],
  ['by task', { where: task }],
  ['by task and due date', { where: { and: [task, due] } }],
  ['by task, latest due first', { where: task, orderBy: [{ field: 'dueOn', descending: true }] }],
  ['by task and light, both of many', { where: { and: [task, red] } }],
  ['by project, light and unit', { where: { and: [project, red, unit] } }],
]

const walked: ReadonlySet<string> = new Set([
  'all',
  'of projects',
  'of two tasks, both of many',
  'of two lights',
])

describe.each(dialects)('the statements on %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage
  const sent: Sent[] = []

  beforeAll(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open({ onStatement: (sql, params) => sent.push({ sql, params }) })
    // More than a list looks up one by one are of task-1, two of the project.
    for (let index = 0; index < 21; index += 1) {
      const change = newPlan(`plan-${index}`, [observation('o1')])
      const timelines = Array.from({ length: 200 }, (_, at) =>
        timeline(`indicator/c${at}`, {
          ...of,
          ...(at === 0 && index < 2 ? { project: 'rare' } : {}),
        }),
      )
      await storage.commit({ ...change, timelines })
    }
    // So that PostgreSQL knows what is rare before it finds the time.
    if (dialect === 'postgres') await database.rows('analyze segment, measured, project_step')
  })
  afterAll(() => database.drop())

  /** How the database goes about the statements that a piece of work sends. */
  async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
    sent.length = 0
    await work()
    expect(sent.length).toBeGreaterThan(0)
    const statements = [...sent]
    return dialect === 'sqlite' ? sqlitePlans(statements) : await postgresPlans(statements)
  }

  function sqlitePlans(statements: readonly Sent[]): string[] {
    const driver = new Database(database.url.replace('file:', ''))
    addExactSum(driver)
    const steps = statements.flatMap(({ sql, params }) =>
      (driver.prepare(`explain query plan ${sql}`).all(...params) as { detail: string }[]).map(
        ({ detail }) => detail,
      ),
    )
    driver.close()
    return steps
  }

  async function postgresPlans(statements: readonly Sent[]): Promise<string[]> {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    // On a few rows a scan is cheaper: what is asked is whether an index can answer.
    await client.query('set enable_seqscan = off; set enable_sort = off')
    const steps: string[] = []
    for (const { sql, params } of statements) {
      const { rows } = await client.query<Record<'QUERY PLAN', string>>(`explain ${sql}`, [
        ...params,
      ])
      steps.push(...rows.map((row) => row['QUERY PLAN']))
    }
    await client.end()
    return steps
  }

  /** Steps that read a whole table of facts or of what is derived, or sort what an index has in order. */
  const fullScan =
    dialect === 'sqlite'
      ? /SCAN (fact|segment|run|measured|project_step)(?! USING)/
      : /Seq Scan on (fact|segment|measured|project_step)|Disabled: true/
  const sort = dialect === 'sqlite' ? /TEMP B-TREE FOR ORDER BY/ : /Sort/

  it('read facts by index, in order', async () => {
    const one = await plansOf(() => storage.loadPlan('plan-1'))
    const many = await plansOf(() => storage.loadPlans(['plan-2', 'plan-3', 'plan-4']))
    for (const steps of [one, many]) {
      expect(steps.join('\n')).toMatch(/fact_pk|sqlite_autoindex_fact_1/)
      expect(steps.filter((step) => fullScan.test(step))).toEqual([])
    }
    expect(one.filter((step) => sort.test(step))).toEqual([])
  })

  it.each(pages)('page commitments %s by index, in order', async (name, query) => {
    const first = await storage.findCommitments({ asOf, ...query, page: { first: 5 } })
    const after = first.edges.at(-1)?.cursor
    const page = after === undefined ? { first: 5 } : { first: 5, after }
    const steps = await plansOf(() => storage.findCommitments({ asOf, ...query, page }))
    expect(steps.filter((step) => fullScan.test(step))).toEqual([])
    // Of several lights SQLite reads each in order, and sorts those that may come first.
    const sorts = dialect === 'sqlite' && name === 'of two lights' ? /^$/ : sort
    expect(steps.filter((step) => sorts.test(step))).toEqual([])
    // Only a list that no index has by due date may walk through the one of all from its beginning.
    const walk = walked.has(name) ? /^$/ : /SCAN (segment|run)/
    expect(steps.filter((step) => walk.test(step))).toEqual([])
  })

  it.each(listedFields)(
    'page, in order, and count commitments of a rare %s from its index',
    async (field) => {
      const own: Where = { field, eq: 'rare' }
      for (const where of [
        own,
        { and: [own, dueLater] },
        { and: [own, red] },
        { and: [own, late, unit] },
      ]) {
        const query = { asOf, where, page: { first: 5 } }
        const steps = await plansOf(() => storage.findCommitments(query))
        expect(steps.filter((step) => fullScan.test(step) || sort.test(step))).toEqual([])
        expect(steps.join('\n')).toContain(`segment_by_${field}`)
        const counted = await plansOf(() => storage.countCommitments({ asOf, where }))
        expect(counted.filter((step) => fullScan.test(step))).toEqual([])
        expect(counted.join('\n')).toContain(`segment_by_${field}`)
      }
    },
  )

  it('page commitments of rare ones in any order from their index', async () => {
    const query = { asOf, where: projects, page: { first: 5 } }
    const steps = await plansOf(() =>
      storage.findCommitments({ ...query, orderBy: [{ field: 'code' }, { field: 'unit' }] }),
    )
    expect(steps.filter((step) => /Seq Scan|SCAN (segment|run)/.test(step))).toEqual([])
    expect(steps.join('\n')).toContain('segment_by_project')
    const { edges } = await storage.findCommitments(query)
    expect(edges.map(({ row }) => [row.plan, row.commitment])).toEqual([
      ['plan-0', 'indicator/c0'],
      ['plan-1', 'indicator/c0'],
    ])
  })

  it('page commitments of a common task and a light from an index of segments', async () => {
    const where: Where = { and: [task, { field: 'light', eq: 'GREEN' }] }
    const query = { asOf, where, page: { first: 5 } }
    const steps = await plansOf(() => storage.findCommitments(query))
    expect(steps.join('\n')).toMatch(/segment_by_(light|due)/)
    expect((await storage.findCommitments(query)).edges).toHaveLength(5)
  })

  it.each([
    ['all', {}],
    ['of a unit', { where: unit }],
    ['of two units', { where: units }],
    ['of a light', { where: red }],
    ['of a plan', { where: ofPlan }],
    ['of a district', { where: district }],
    ['of a task', { where: task }],
    ['of two projects', { where: projects }],
    ['of projects', { where: started }],
  ])('count %s by index', async (_name, query) => {
    const counted = await plansOf(() => storage.countCommitments({ asOf, ...query }))
    const grouped = await plansOf(() =>
      storage.breakdown({ asOf, by: ['unit', 'dueMonth'], measures: ['COUNT'], ...query }),
    )
    const measured = await plansOf(() =>
      storage.breakdown({ asOf, by: ['projectStage', 'plate'], measures, ...query }),
    )
    const steps = [...counted, ...grouped, ...measured]
    expect(steps.filter((step) => fullScan.test(step))).toEqual([])
    expect(measured.join('\n')).toMatch(/measured_pk|SEARCH measured USING PRIMARY KEY/)
    expect(measured.join('\n')).toMatch(/project_step_pk|SEARCH project_step USING PRIMARY KEY/)
  })

  it('page commitments of a year of many plans by index, in order', async () => {
    const page = { first: 5 }
    const where: Where = { field: 'year', eq: 2020 }
    // All plans are of that year.
    const all = await storage.findCommitments({ asOf, page })
    expect(await storage.findCommitments({ asOf, where, page })).toEqual(all)
    expect(all.edges).toHaveLength(5)
    const steps = await plansOf(() => storage.findCommitments({ asOf, where, page }))
    expect(steps.filter((step) => fullScan.test(step) || sort.test(step))).toEqual([])
  })

  it('page commitments of a district through its plans', async () => {
    const page = { first: 5 }
    const steps = await plansOf(() => storage.findCommitments({ asOf, where: district, page }))
    expect(steps.filter((step) => fullScan.test(step))).toEqual([])
  })

  it('commit by index', async () => {
    const steps = await plansOf(() =>
      storage.commit({
        plan: 'plan-1',
        baseRevision: 1,
        facts: [observation('o2')],
        audit,
        timelines: [timeline('indicator/c1', {})],
        measured: [{ commitment: 'indicator/c1', since: null, rows: [measured('2020-01-01')] }],
        projects: [{ project: 'x', since: null, rows: [projectRow()] }],
        idempotency: { key: 'k', fingerprint: 'f', answer: {} },
      }),
    )
    expect(steps.filter((step) => fullScan.test(step))).toEqual([])
    // Of what is measured only the rows of what is touched are looked at, and of those the last.
    const begun =
      dialect === 'sqlite'
        ? /SEARCH measured USING PRIMARY KEY \(plan_id=\? AND commitment=\? AND from_day>\?\)/
        : /\(commitment = given\.key\) AND \(from_day >= given\.since\)/
    expect(steps.join('\n')).toMatch(begun)
  })

  it('commit by index to a plan that is newer than the statistics', async () => {
    const change = newPlan('plan-new', [observation('o1')])
    await storage.commit({ ...change, timelines: [timeline('indicator/c1', {})] })
    const steps = await plansOf(() =>
      storage.commit({
        plan: 'plan-new',
        baseRevision: 1,
        facts: [],
        audit,
        timelines: [timeline('indicator/c1', {}), timeline('indicator/c2', {})],
        measured: [{ commitment: 'indicator/c1', since: null, rows: [] }],
        projects: [{ project: 'x', since: null, rows: [] }],
      }),
    )
    // None goes through all rows that the plan has in a table.
    const wholePlan =
      dialect === 'sqlite'
        ? /SEARCH (segment|measured|project_step) USING .*\(plan_id=\?\)/
        : / on (segment|measured|project_step) .*\n *Index Cond: \(plan_id = [^()]*\)\n/
    expect(`${steps.join('\n')}\n`).not.toMatch(wholePlan)
  })
})
