import type { Storage } from '@duban/storage'
import { getIntrospectionQuery } from 'graphql'
import { afterAll, describe, expect, it } from 'vitest'
import { ask } from '../support/ask.ts'
import { importErqi } from '../support/erqi.ts'
import { testServer } from '../support/test-server.ts'

describe('the limits of a request', async () => {
  const limits = {
    depth: 6,
    cost: 2_000,
    aliases: 3,
    tokens: 200,
    bodyBytes: 5_000,
    pageSize: 50,
    rows: 10,
    pastPlans: 1,
  }
  const { server, storage, close } = await testServer({ limits })
  afterAll(close)
  await importErqi(storage)

  const deep =
    '{ plan(code: "erqi-2020") { plates { projects { nodes { plate { projects { nodes { code } } } } } } } }'
  const costly =
    '{ plan(code: "erqi-2020") { plates { projects(first: 50) { nodes { code name kind stage } } } } }'
  const aliases = '{ a: __typename b: __typename c: __typename d: __typename }'
  const tokens = `{ ${'__typename '.repeat(200)} }`

  it.each([
    ['depth', deep, 'DEPTH_LIMIT', 8, limits.depth],
    ['cost', costly, 'COST_LIMIT', expect.any(Number), limits.cost],
    ['aliases', aliases, 'ALIAS_LIMIT', 4, limits.aliases],
    ['tokens', tokens, 'TOKEN_LIMIT', 202, limits.tokens],
    [
      'page size',
      '{ plan(code: "erqi-2020") { projects(first: 51) { totalCount } } }',
      'PAGE_LIMIT',
      51,
      limits.pageSize,
    ],
    [
      'entries without pages',
      '{ plan(code: "erqi-2020") { breakdown(by: [TASK, KIND], measures: [COUNT]) { count } } }',
      'ROW_LIMIT',
      expect.any(Number),
      limits.rows,
    ],
    [
      'entries without pages, across plans',
      '{ breakdown(by: [TASK, KIND], measures: [COUNT]) { count } }',
      'ROW_LIMIT',
      expect.any(Number),
      limits.rows,
    ],
  ])(
    '%s: the error says the figure, the limit and the setting',
    async (_name, query, code, actual, limit) => {
      const { errors } = await ask(server, query)
      expect(errors).toHaveLength(1)
      expect(errors[0]?.extensions).toMatchObject({
        code,
        actual,
        limit,
        setting: expect.stringMatching(/^DUBAN_/),
      })
      expect(errors[0]?.message).toContain(String(limit))
      expect(errors[0]?.message).toContain(String(errors[0]?.extensions?.actual))
    },
  )

  it('entries: a list with pages has its page size instead', async () => {
    const { data, errors } = await ask<{
      plan: { projects: { nodes: unknown[]; edges: unknown[] } }
    }>(
      server,
      '{ plan(code: "erqi-2020") { projects(first: 20) { nodes { code } edges { cursor } } } }',
    )
    expect(errors).toEqual([])
    const { nodes, edges } = data.plan.projects
    expect([nodes.length, edges.length]).toEqual([20, 20])
  })

  it('refuse before anything is run: no data, status 400', async () => {
    for (const query of [deep, costly, aliases, tokens]) {
      const { status, data } = await ask(server, query)
      expect([status, data]).toEqual([400, undefined])
    }
  })

  it('count what variables ask for, and a fragment each time it is used', async () => {
    const query = `query ($n: Int) { plan(code: "erqi-2020") { ...a ...b } }
      fragment a on Plan { projects(first: $n) { nodes { code name } } }
      fragment b on Plan { ...a }`
    const small = await ask(server, query, { n: 2 })
    expect(small.errors).toEqual([])
    const other = `query ($n: Int) { plan(code: "erqi-2020") { plates { projects(first: $n) { nodes { code name kind stage } } } } }`
    const large = await ask(server, other, { n: 50 })
    expect(large.errors[0]?.extensions).toMatchObject({ code: 'COST_LIMIT' })
  })

  it('judge the operation that is run, not another of the document', async () => {
    const response = await server.yoga.fetch('http://duban.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `query Small { __typename } query Large ${costly}`,
        operationName: 'Large',
      }),
    })
    expect(JSON.stringify(await response.json())).toContain('COST_LIMIT')
  })

  it('body: 413 with the limit, whatever length is claimed', async () => {
    const body = JSON.stringify({ query: `{ __typename } #${'x'.repeat(6_000)}` })
    const response = await server.yoga.fetch('http://duban.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BODY_LIMIT', limit: 5_000 } }],
    })
  })

  it('time: an answer that does not come is given up', async () => {
    const never = (storage: Storage): Storage => ({
      ...storage,
      loadPlans: () => new Promise<never>(() => undefined),
    })
    const slow = await testServer({ limits: { timeMs: 30 }, through: never })
    const { errors, status } = await ask(slow.server, '{ plan(code: "erqi-2020") { code } }')
    await slow.close()
    expect(status).toBe(503)
    expect(errors[0]?.extensions).toMatchObject({ code: 'TIME_LIMIT', limit: 30 })
  })

  it('let GraphiQL introspect, as they stand by default', async () => {
    const usual = await testServer()
    const { errors, data } = await ask(
      usual.server,
      getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }),
    )
    await usual.close()
    expect(errors).toEqual([])
    expect(JSON.stringify(data)).toContain('CommitmentConnection')
  })

  it('stop introspection that goes round in circles', async () => {
    const usual = await testServer()
    const loop =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }'
    const { errors } = await ask(usual.server, loop)
    await usual.close()
    expect(errors[0]?.message).toMatch(/introspection depth/i)
  })

  it('introspection can be turned off', async () => {
    const closed = await testServer({ settings: { introspection: false } })
    const { errors, data } = await ask(closed.server, '{ __schema { types { name } } }')
    await closed.close()
    expect(errors.length).toBeGreaterThan(0)
    expect(data).toBe(undefined)
  })
})
