import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../src/connect/connection.ts'
import { connectPostgres } from '../src/connect/postgres.ts'
import { connectSqlite } from '../src/connect/sqlite.ts'
import { selectFacts, selectFactsOfMany } from '../src/load/statements.ts'
import { makeStorage } from '../src/make-storage.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import {
  at,
  audit,
  header,
  measured,
  observation,
  planFact,
  projectRow,
  segment,
} from './samples.ts'

const quiet = { busyTimeout: 5000, onStatement: () => undefined }

const plan = header('a', { title: { zh: '工作计划' }, synthetic: true })
const facts = [
  planFact(plan),
  observation('o1', { note: '注', supersedes: 'o0', synthetic: true }),
  {
    type: 'PERIOD_LOCK' as const,
    id: 'lock',
    effectiveOn: '2020-03-31',
    recordedAt: '2020-04-01T00:00:00.001Z',
    recordedBy: 'admin',
    through: '2020-03-31',
    open: false,
    reason: '季度结账',
  },
]
const promise = segment({
  plate: 'p',
  project: 'x',
  theme: 't',
  rule: 'r',
  severity: 'CRITICAL',
  reasons: ['OVERDUE', 'NO_DATA'],
  responsible: [
    { unit: 'u2', role: 'SUPPORT' },
    { unit: 'u1', role: 'LEAD' },
  ],
})

describe.each(dialects)('every table of %s', (dialect) => {
  let database: TestDatabase
  let connection: Connection

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    const { url } = database
    connection =
      dialect === 'sqlite'
        ? connectSqlite({ ...quiet, file: url.replace('file:', '') })
        : await connectPostgres({ ...quiet, url, poolSize: 2 })
    await makeStorage(connection, 0).commit({
      plan: 'a',
      baseRevision: 0,
      facts,
      audit: { ...audit, reason: '首报', summary: { ids: ['o1'], nested: { none: null } } },
      timelines: [{ commitment: 'indicator/investment', segments: [promise] }],
      measured: [
        {
          commitment: 'indicator/investment',
          since: null,
          rows: [
            measured('2020-01-01', {
              unit: 'own',
              dimension: 'CURRENCY',
              factor: '0.00000000000000000001',
              actual: '123456789012345678901234567890.5',
              achieved: '0.25',
              weight: '-0.5',
              daysLate: 3,
              points: '-10',
            }),
          ],
        },
      ],
      projects: [
        {
          project: 'x',
          since: null,
          rows: [projectRow({ stage: 'STARTED', thisYear: '120.75', done: '0' })],
        },
      ],
      texts: [{ sha256: 'f'.repeat(64), text: '正文\r\n' }],
      idempotency: { key: 'k', fingerprint: 'f', answer: { text: '123', list: [1, true, null] } },
    })
  })
  afterEach(async () => {
    await connection.close()
    await database.drop()
  })

  it('gives back what was put in', async () => {
    const { webhooks } = makeStorage(connection, 0)
    await webhooks.hold('a', 'https', at, '2020-04-01T00:00:00.001Z')
    const { db, tables } = connection.session
    const rows = {
      plan: await db.select().from(tables.plan),
      fact: await db.select().from(tables.fact).orderBy(tables.fact.seq),
      audit: await db.select().from(tables.audit),
      answer: await db.select().from(tables.answer),
      documentText: await db.select().from(tables.documentText),
      segment: await db.select().from(tables.segment),
      measured: await db.select().from(tables.measured),
      projectStep: await db.select().from(tables.projectStep),
      webhook: await db.select().from(tables.webhook),
    }
    expect(Object.keys(rows).sort()).toEqual(Object.keys(tables).sort())
    const base = { planId: 'a', revision: 1, supersedes: null, effectiveOn: '2020-02-29' }
    expect(rows).toEqual({
      measured: [
        {
          planId: 'a',
          commitment: 'indicator/investment',
          fromDay: '2020-01-01',
          toDay: '2020-12-31',
          unit: 'own',
          dimension: 'CURRENCY',
          factor: '0.00000000000000000001',
          target: '600',
          actual: '123456789012345678901234567890.5',
          achieved: '0.25',
          weight: '-0.5',
          daysLate: 3,
          points: '-10',
        },
      ],
      projectStep: [
        {
          planId: 'a',
          project: 'x',
          fromDay: '2020-01-01',
          toDay: '9999-12-31',
          kind: 'NEW_START',
          stage: 'STARTED',
          unit: 'WAN_YUAN',
          dimension: null,
          factor: null,
          total: '500',
          thisYear: '120.75',
          done: '0',
        },
      ],
      webhook: [
        {
          planId: 'a',
          endpoint: 'https',
          revision: 0,
          attempts: 0,
          nextAt: at,
          heldUntil: '2020-04-01T00:00:00.001Z',
          error: null,
        },
      ],
      plan: [
        {
          planId: 'a',
          revision: 1,
          lastSeq: 3,
          titleZh: '工作计划',
          titleEn: null,
          district: 'erqi',
          districtZh: '二七区',
          districtEn: 'Erqi',
          year: 2020,
          periodStart: '2020-01-01',
          periodEnd: '2020-12-31',
          timeZone: 'Asia/Shanghai',
          synthetic: true,
          derivation: 1,
          createdAt: at,
          updatedAt: at,
        },
      ],
      fact: [
        {
          ...base,
          seq: 1,
          id: 'a-plan',
          type: 'DEFINITION',
          effectiveOn: '2020-01-01',
          recordedAt: at,
          recordedBy: 'import',
          subjectKind: 'PLAN',
          subjectCode: 'a',
          body: facts[0],
        },
        {
          ...base,
          seq: 2,
          id: 'o1',
          type: 'OBSERVATION',
          recordedAt: at,
          recordedBy: 'li',
          supersedes: 'o0',
          subjectKind: 'INDICATOR',
          subjectCode: 'investment',
          body: facts[1],
        },
        {
          ...base,
          seq: 3,
          id: 'lock',
          type: 'PERIOD_LOCK',
          effectiveOn: '2020-03-31',
          recordedAt: '2020-04-01T00:00:00.001Z',
          recordedBy: 'admin',
          subjectKind: null,
          subjectCode: null,
          body: facts[2],
        },
      ],
      audit: [
        {
          planId: 'a',
          revision: 1,
          ...audit,
          reason: '首报',
          summary: { ids: ['o1'], nested: { none: null } },
          factCount: 3,
        },
      ],
      answer: [
        {
          planId: 'a',
          key: 'k',
          fingerprint: 'f',
          revision: 1,
          answer: { text: '123', list: [1, true, null] },
        },
      ],
      documentText: [{ planId: 'a', sha256: 'f'.repeat(64), text: '正文\r\n' }],
      segment: [
        {
          planId: 'a',
          commitment: 'indicator/investment',
          fromDay: '2020-01-01',
          lead: 0,
          toDay: '2020-12-31',
          status: 'PENDING',
          light: 'GREEN',
          kind: 'INDICATOR',
          code: 'investment',
          title: '固定资产投资',
          dueOn: '2020-12-31',
          task: 'task-1',
          plate: 'p',
          project: 'x',
          theme: 't',
          rule: 'r',
          severity: 'CRITICAL',
          modality: 'MUST',
          unit: 'u1',
          responsible: promise.responsible,
          reasons: ['OVERDUE', 'NO_DATA'],
          runsTo: '2020-12-31',
        },
      ],
    })
  })

  it('gives facts after a place and up to another, of one plan and of many', async () => {
    const { session } = connection
    const body = (seq: number) => JSON.stringify(facts[seq - 1])
    const { planId, after, upTo } = { planId: 'a', after: 1, upTo: 2 }
    expect(await selectFacts(session).execute({ planId, after, upTo })).toEqual([{ body: body(2) }])
    const wanted = [
      { planId, after, upTo },
      { planId: 'b', after: 0, upTo: 9 },
    ]
    expect(await selectFactsOfMany(session).execute({ wanted })).toEqual([
      { planId, seq: 2, body: body(2) },
    ])
  })
})
