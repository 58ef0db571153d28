import { existsSync, statSync } from 'node:fs'
import type { Fact } from '@duban/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MeasuredRows, openStorage, type Storage } from '../src/index.ts'
import { derivedOf } from './crash/derived-of.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { derivedRows } from './derived-rows.ts'
import { audit, newPlan, observation } from './samples.ts'

describe.each(dialects)('upkeep on %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open()
  })
  afterEach(() => database.drop())

  /** One report a commitment, with the timelines of those it touches, as a server commits it. */
  async function report(plan: string, code: string, value: string): Promise<void> {
    await storage.update(plan, (before) => {
      const revision = before?.revision ?? 0
      const fact: Fact = observation(`${plan}-${revision}`, {
        of: { kind: 'INDICATOR', code },
        value,
      })
      const facts = before === null ? [...newPlan(plan).facts, fact] : [fact]
      const after = { code: plan, revision, facts: [...(before?.facts ?? []), ...facts] }
      const { timelines, measured = [], projects = [] } = derivedOf(after)
      const isTouched = ({ commitment }: { readonly commitment: string }) =>
        commitment === `indicator/${code}`
      const touched = {
        timelines: timelines.filter(isTouched),
        measured: measured.filter(isTouched).map(laterRows),
        projects,
      }
      return { commit: { facts, audit, ...touched } }
    })
  }

  /** Without the rows that the commits before have written. */
  function laterRows({ commitment, rows }: MeasuredRows): MeasuredRows {
    const later = rows.slice(-2)
    const since = rows.length > 2 ? (later[0]?.from ?? null) : null
    return { commitment, since, rows: later }
  }

  it('rebuilds the same rows that the commits wrote', async () => {
    for (const plan of ['a', 'b', 'c']) {
      for (let index = 0; index < 12; index += 1) await report(plan, `i${index % 5}`, `${index}`)
    }
    const written = await derivedRows(database)
    expect(written.map((rows) => rows.length)).toEqual([15, 36, 3])
    expect(await storage.rebuild(derivedOf)).toBe(3)
    expect(await derivedRows(database)).toEqual(written)
  })

  it('rebuilds what was lost or spoilt, of the plans named', async () => {
    for (const plan of ['a', 'b']) await report(plan, 'i1', '1')
    const written = await derivedRows(database)
    await database.rows("update segment set light = 'RED'")
    await database.rows("update measured set actual = '0'")
    await database.rows('update project_step set done = null')
    for (const table of ['segment', 'measured', 'project_step']) {
      await database.rows(`delete from ${table} where plan_id = 'b'`)
    }
    expect(await storage.rebuild(derivedOf, ['b', 'nowhere'])).toBe(1)
    const [segments, measured, projects] = await derivedRows(database)
    for (const [at, rows] of [segments, measured, projects].entries()) {
      expect(rows).toHaveLength(2)
      expect(rows).not.toEqual(written[at])
      expect(rows[1]).toEqual(written[at]?.[1])
    }
    expect(await storage.rebuild(derivedOf)).toBe(2)
    expect(await derivedRows(database)).toEqual(written)
    expect((await storage.revisions(['b'])).get('b')).toBe(1)
  })

  it('writes anew, after a rebuild, what it had written before', async () => {
    await report('a', 'i1', '1')
    await report('a', 'i1', '2')
    const written = await derivedRows(database)
    await storage.rebuild(() => ({ timelines: [] }))
    expect(await derivedRows(database)).toEqual([[], [], []])
    await report('a', 'i1', '2')
    expect((await derivedRows(database))[0]).toEqual(written[0])
  })

  it('rebuilds while others write', async () => {
    await report('a', 'i0', '0')
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, index) => report('a', `i${index % 4}`, `${index}`)),
    )
    for (let pass = 0; pass < 5; pass += 1) await storage.rebuild(derivedOf)
    await writing
    const written = await derivedRows(database)
    await storage.rebuild(derivedOf)
    expect(await derivedRows(database)).toEqual(written)
  })

  it('takes commitments out of the lists that have no timeline any more', async () => {
    await report('a', 'i1', '1')
    await report('a', 'i2', '2')
    const gone = [{ commitment: 'indicator/i1', segments: [] }]
    await storage.commit({ plan: 'a', baseRevision: 2, facts: [], audit, timelines: gone })
    expect(await storage.countCommitments({ asOf: '2020-06-01' })).toBe(1)
    const plan = await storage.loadPlan('a')
    const whole = plan === null ? [] : derivedOf(plan).timelines.slice(0, 1)
    await storage.commit({
      plan: 'a',
      baseRevision: 3,
      facts: [],
      audit,
      timelines: whole,
      replaceTimelines: true,
    })
    const page = await storage.findCommitments({ asOf: '2020-06-01', page: { first: 9 } })
    expect(page.edges.map(({ row }) => row.commitment)).toEqual(['indicator/i1'])
  })

  it('keeps no more plans in memory than it may', async () => {
    const sent: string[] = []
    const note = 'x'.repeat(10_000)
    for (const plan of ['a', 'b', 'c'])
      await storage.commit(newPlan(plan, [observation('o', { note })]))
    const small = await database.open({
      cacheBytes: 50_000,
      onStatement: (sql) => sent.push(sql),
    })
    const statements = async (plan: string) => {
      sent.length = 0
      await small.loadPlan(plan)
      return sent.length
    }
    expect([await statements('a'), await statements('b')]).toEqual([2, 2])
    expect([await statements('a'), await statements('b')]).toEqual([1, 1])
    // Two fit; the third puts out the one that was used longest ago.
    expect(await statements('c')).toBe(2)
    expect([await statements('b'), await statements('a')]).toEqual([1, 2])
  })
})

describe('a backup', () => {
  let database: TestDatabase

  beforeEach(async () => {
    database = await freshDatabase('sqlite')
  })
  afterEach(() => database.drop())

  it('is whole while others write, and opens as a database', async () => {
    const storage = await database.open()
    await storage.commit(newPlan('a'))
    let writing = true
    const write = async () => {
      for (let revision = 1; writing; revision += 1) {
        const facts = Array.from({ length: 50 }, (_, index) => observation(`o${revision}-${index}`))
        await storage.commit({ plan: 'a', baseRevision: revision, facts, audit })
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const written = write()
    const file = database.url.replace('file:', '').replace('duban.db', 'copy.db')
    await storage.backup(file)
    writing = false
    await written
    const copy = await openStorage({ url: `file:${file}` })
    const plan = await copy.loadPlan('a')
    expect(plan?.facts).toHaveLength(1 + 50 * ((plan?.revision ?? 0) - 1))
    expect(await copy.countAudit('a')).toBe(plan?.revision)
    await copy.close()
  })

  it('that cannot be written says so and leaves nothing', async () => {
    const storage = await database.open()
    await storage.commit(newPlan('a'))
    const file = `${database.url.replace('file:', '')}/below-a-file/copy.db`
    await expect(storage.backup(file)).rejects.toMatchObject({ code: 'CANNOT_OPEN' })
    expect(existsSync(file)).toBe(false)
    expect(statSync(database.url.replace('file:', '')).size).toBeGreaterThan(0)
  })
})
