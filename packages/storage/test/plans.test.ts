import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanQuery, Storage } from '../src/index.ts'
import { dialects, freshDatabase, type TestDatabase } from './databases.ts'
import { at, audit, header, newPlan, observation, planFact } from './samples.ts'

describe.each(dialects)('lists of plans on %s', (dialect) => {
  let database: TestDatabase
  let storage: Storage

  beforeEach(async () => {
    database = await freshDatabase(dialect)
    storage = await database.open()
    const plans = [
      header('erqi-2019', { period: { start: '2019-01-01', end: '2019-12-31' } }),
      header('erqi-2020'),
      header('erqi-2020-simulated', {
        synthetic: true,
        title: { zh: '2020 年（模拟）100%_\\' },
      }),
      header('jinshui-2020', { district: { code: 'jinshui', name: { zh: '金水区' } } }),
      header('Zhongyuan-2020', { district: { code: 'zhongyuan', name: { zh: '中原区' } } }),
    ]
    for (const plan of plans) {
      await storage.commit({ plan: plan.code, baseRevision: 0, facts: [planFact(plan)], audit })
    }
  })
  afterEach(() => database.drop())

  const codes = async (query: Partial<PlanQuery>) => {
    const page = await storage.findPlans({ page: { first: 100 }, ...query })
    return page.edges.map(({ row }) => row.code)
  }

  it('tells of a plan what its header says', async () => {
    const where = { field: 'code', eq: 'erqi-2020' } as const
    const page = await storage.findPlans({ where, page: { first: 1 } })
    expect(page.edges[0]?.row).toEqual({
      code: 'erqi-2020',
      revision: 1,
      title: { zh: 'erqi-2020 工作计划', en: 'Plan erqi-2020' },
      district: 'erqi',
      districtName: { zh: '二七区', en: 'Erqi' },
      year: 2020,
      periodStart: '2020-01-01',
      periodEnd: '2020-12-31',
      timeZone: 'Asia/Shanghai',
      synthetic: false,
      createdAt: at,
      updatedAt: at,
    })
  })

  it('follows a plan that is defined anew', async () => {
    const later = '2020-06-01T00:00:00.000Z'
    const renamed = header('erqi-2020', { title: { zh: '新题' }, synthetic: true })
    await storage.commit({
      plan: 'erqi-2020',
      baseRevision: 1,
      facts: [planFact(renamed, 'second'), observation('o1')],
      audit: { ...audit, at: later },
    })
    const where = { field: 'code', eq: 'erqi-2020' } as const
    const [edge] = (await storage.findPlans({ where, page: { first: 1 } })).edges
    expect(edge?.row).toMatchObject({
      title: { zh: '新题' },
      synthetic: true,
      revision: 2,
      createdAt: at,
      updatedAt: later,
    })
  })

  it('orders by code point on both databases', async () => {
    expect(await codes({})).toEqual([
      'Zhongyuan-2020',
      'erqi-2019',
      'erqi-2020',
      'erqi-2020-simulated',
      'jinshui-2020',
    ])
    expect(
      await codes({ orderBy: [{ field: 'year' }, { field: 'district', descending: true }] }),
    ).toEqual(['erqi-2019', 'Zhongyuan-2020', 'jinshui-2020', 'erqi-2020', 'erqi-2020-simulated'])
  })

  it('filters by every kind of comparison', async () => {
    expect(await codes({ where: { field: 'synthetic', eq: true } })).toEqual([
      'erqi-2020-simulated',
    ])
    expect(await codes({ where: { field: 'year', lt: 2020 } })).toEqual(['erqi-2019'])
    expect(await codes({ where: { field: 'periodEnd', lte: '2019-12-31' } })).toEqual(['erqi-2019'])
    expect(await codes({ where: { field: 'title', contains: '100%_\\' } })).toEqual([
      'erqi-2020-simulated',
    ])
    expect(await codes({ where: { field: 'title', contains: 'ERQI' } })).toEqual([])
    expect(
      await codes({ where: { field: 'district', in: ['jinshui', 'zhongyuan'] } }),
    ).toHaveLength(2)
    expect(await codes({ where: { field: 'district', in: [] } })).toEqual([])
    expect(await codes({ where: { and: [] } })).toHaveLength(5)
    expect(await codes({ where: { or: [] } })).toEqual([])
    expect(await codes({ where: { not: { field: 'district', eq: 'erqi' } } })).toHaveLength(2)
    expect(await codes({ where: { field: 'createdAt', gte: at } })).toHaveLength(5)
    expect(await codes({ where: { field: 'createdAt', gt: at } })).toEqual([])
    expect(await storage.countPlans({ field: 'year', gte: 2020 })).toBe(4)
    expect(await storage.countPlans()).toBe(5)
  })

  it('pages from both ends, and its cursors outlive new plans', async () => {
    const first = await storage.findPlans({ page: { first: 2 } })
    expect(first).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    await storage.commit(newPlan('a-plan-before'))
    const after = first.edges.at(-1)?.cursor ?? ''
    const second = await storage.findPlans({ page: { first: 2, after } })
    expect(second.edges.map(({ row }) => row.code)).toEqual(['erqi-2020', 'erqi-2020-simulated'])
    const before = second.edges[0]?.cursor ?? ''
    const back = await storage.findPlans({ page: { last: 2, before } })
    expect(back.edges.map(({ row }) => row.code)).toEqual(['a-plan-before', 'erqi-2019'])
    expect(back).toMatchObject({ hasPreviousPage: true, hasNextPage: true })
    const last = await storage.findPlans({ page: { last: 1 } })
    expect(last.edges.map(({ row }) => row.code)).toEqual(['jinshui-2020'])
    expect(last).toMatchObject({ hasPreviousPage: true, hasNextPage: false })
  })

  it('refuses what is no cursor of the list', async () => {
    for (const after of ['', 'nonsense', 'W10', Buffer.from('[{}]').toString('base64url')]) {
      await expect(storage.findPlans({ page: { first: 1, after } })).rejects.toMatchObject({
        code: 'BAD_CURSOR',
      })
    }
  })

  it('refuses a new plan that does not define itself', async () => {
    const change = { plan: 'b', baseRevision: 0, facts: [observation('o1')], audit }
    await expect(storage.commit(change)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await storage.countPlans({ field: 'code', eq: 'b' })).toBe(0)
  })

  it('keeps who did what, newest first', async () => {
    for (const revision of [1, 2, 3]) {
      await storage.commit({
        plan: 'erqi-2020',
        baseRevision: revision,
        facts: [observation(`o${revision}`)],
        audit: { ...audit, reason: `第 ${revision} 次`, summary: { ids: [`o${revision}`] } },
      })
    }
    const first = await storage.auditOf('erqi-2020', { first: 2 })
    expect(first.edges.map(({ row }) => row)).toEqual([
      {
        ...audit,
        plan: 'erqi-2020',
        revision: 4,
        reason: '第 3 次',
        summary: { ids: ['o3'] },
        factCount: 1,
      },
      expect.objectContaining({ revision: 3 }),
    ])
    const rest = await storage.auditOf('erqi-2020', {
      first: 9,
      after: first.edges[1]?.cursor ?? '',
    })
    expect(rest.edges.map(({ row }) => row.revision)).toEqual([2, 1])
    expect(await storage.countAudit('erqi-2020')).toBe(4)
  })

  it('keeps the texts of documents by their digest, and a new one is a new revision', async () => {
    const texts = [{ sha256: 'ab'.repeat(32), text: '第一段\n第二段' }]
    const change = { plan: 'erqi-2020', facts: [], audit, texts }
    expect(await storage.commit({ ...change, baseRevision: 1 })).toMatchObject({ revision: 2 })
    expect(await storage.commit({ ...change, baseRevision: 2 })).toMatchObject({ revision: 3 })
    expect(await storage.textOf('erqi-2020', 'ab'.repeat(32))).toBe('第一段\n第二段')
    expect(await storage.textsOf('erqi-2020')).toEqual(texts)
    expect(await storage.textOf('erqi-2019', 'ab'.repeat(32))).toBeNull()
    expect(await storage.textsOf('erqi-2019')).toEqual([])
  })
})
