import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommitmentTimeline, SegmentRow, Storage } from '../src/index.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { audit, newPlan, timeline } from './samples.ts'

const DAYS = ['2020-01-01', '2020-02-01', '2020-05-01', '2020-08-01', '2020-12-31'] as const

/** Timelines that often begin a segment on the same days as another, and differ in any column. */
const segments: fc.Arbitrary<readonly Partial<SegmentRow>[]> = fc
  .subarray([...DAYS])
  .chain((days) =>
    fc.tuple(
      ...days.map((from) =>
        fc.record({
          from: fc.constant(from),
          to: fc.constantFrom('2020-12-31', '9999-12-31'),
          status: fc.constantFrom('PENDING' as const, 'MET' as const),
          light: fc.constantFrom('GREEN' as const, 'RED' as const),
          title: fc.constantFrom({ zh: '投资' }, { zh: '开工' }),
          dueOn: fc.constantFrom('2020-06-30', null),
          task: fc.constantFrom('task-1', null),
          responsible: fc.constantFrom(
            [],
            [{ unit: 'u1', role: 'LEAD' as const }],
            [
              { unit: 'u1', role: 'LEAD' as const },
              { unit: 'u2', role: 'LEAD' as const },
            ],
          ),
          reasons: fc.constantFrom([], ['DUE_SOON']),
        }),
      ),
    ),
  )

const changes: fc.Arbitrary<readonly CommitmentTimeline[]> = fc
  .record({ a: segments, b: segments, c: segments })
  .chain((all) =>
    fc
      .subarray(Object.entries(all), { minLength: 1 })
      .map((some) => some.map(([code, rows]) => timeline(`indicator/${code}`, ...rows))),
  )

describe.each(dialects)('segments written over others on %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage
  let another: Storage
  let plans = 0

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open()
    another = await database.open()
  })
  afterEach(() => database.drop())

  const rowsOf = async (plan: string): Promise<unknown[]> => {
    const sql = `select * from segment where plan_id = '${plan}' order by commitment, from_day, lead`
    const rows = await database.rows(sql)
    return rows.map((row) => ({ ...(row as object), plan_id: '' }))
  }

  // What a server has written it does not write again; what another one wrote in between it does not know.
  it('are what they would be had they been written at once, by whichever server', async () => {
    const step = fc.tuple(changes, fc.boolean(), fc.boolean())
    const history = fc.array(step, { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const written = `written-${plans}`
        const rebuilt = `rebuilt-${plans}`
        plans++
        await storage.commit(newPlan(written))
        const last = new Map<string, CommitmentTimeline>()
        for (const [at, [timelines, byAnother, replaceTimelines]] of steps.entries()) {
          const change = { plan: written, baseRevision: at + 1, facts: [], timelines, audit }
          await (byAnother ? another : storage).commit({ ...change, replaceTimelines })
          if (replaceTimelines) last.clear()
          for (const each of timelines) last.set(each.commitment, each)
        }
        await storage.commit(newPlan(rebuilt))
        await storage.rebuild(() => ({ timelines: [...last.values()] }), [rebuilt])
        expect(await rowsOf(written)).toEqual(await rowsOf(rebuilt))
      }),
      { numRuns: 60 },
    )
  })
})
