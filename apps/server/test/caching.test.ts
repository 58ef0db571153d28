import { gunzipSync } from 'node:zlib'
import { loadErqi2020 } from '@duban/erqi-2020'
import { buildSchema } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { afterAll, describe, expect, it } from 'vitest'
import { newReads } from '../src/caching/reads.ts'
import { readRelease } from '../src/caching/release.ts'
import { useAnswerTags } from '../src/caching/use-answer-tags.ts'
import { importPlan } from '../src/import-plan.ts'
import { askedAt, storeReportedYear } from './support/reported-year.ts'
import { testServer } from './support/test-server.ts'

describe('answers to GET', async () => {
  let now = askedAt
  const { server, storage, statements, close } = await testServer({ now: () => new Date(now) })
  afterAll(close)
  await storeReportedYear(storage)

  const get = async (query: string, headers: Readonly<Record<string, string>> = {}) => {
    statements()
    const url = `http://duban.test/graphql?query=${encodeURIComponent(query)}`
    const response = await server.yoga.fetch(url, {
      headers: { accept: 'application/json', ...headers },
    })
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      cacheControl: response.headers.get('cache-control'),
      body: await response.text(),
      statements: statements().length,
    }
  }
  const plan = '{ plan(code: "erqi-2020") { title rollup { count } } }'

  it('carry a tag, and who has the answer gets a 304 for one look at the revision', async () => {
    const first = await get(plan)
    expect(first.status).toBe(200)
    expect(first.cacheControl).toBe('public, no-cache')
    expect(first.body).not.toContain('extensions')
    const again = await get(plan, { 'if-none-match': first.etag ?? '' })
    expect(again).toEqual({ ...first, status: 304, body: '', statements: 1 })
    const oneOfTwo = await get(plan, { 'if-none-match': `"other", ${first.etag}` })
    expect(oneOfTwo.status).toBe(304)
  })

  it('are given anew once a plan has changed', async () => {
    const first = await get(plan)
    const file = await loadErqi2020()
    await importPlan(
      storage,
      { plan: { ...file, title: { zh: '改了名的计划' } }, facts: [] },
      { now, newId: () => `again-${Math.random()}`, actor: 'test' },
    )
    const again = await get(plan, { 'if-none-match': first.etag ?? '' })
    expect(again.status).toBe(200)
    expect(again.body).toContain('改了名的计划')
    expect(again.etag).not.toBe(first.etag)
  })

  it('are given anew on another day, unless the day was chosen', async () => {
    const today = await get(plan)
    const chosen = plan.replace(')', ', asOf: "2020-06-30")')
    const june = await get(chosen)
    now = '2020-08-02T04:00:00.000Z'
    expect((await get(plan, { 'if-none-match': today.etag ?? '' })).status).toBe(200)
    expect((await get(chosen, { 'if-none-match': june.etag ?? '' })).status).toBe(304)
    now = askedAt
  })

  it('carry another tag for another question, another form, another plan', async () => {
    const tags = await Promise.all([
      get(plan),
      get(plan.replace('title', 'year')),
      get(plan, { accept: 'application/graphql-response+json' }),
      get('{ plan(code: "nowhere") { title } }'),
    ])
    expect(new Set(tags.map(({ etag }) => etag)).size).toBe(4)
    expect(tags.every(({ etag }) => etag !== null)).toBe(true)
    const [first, second] = tags
    expect((await get(plan, { 'if-none-match': second?.etag ?? '' })).status).toBe(200)
    expect(first?.status).toBe(200)
  })

  it('carry none where they rest on more than some plans, or on the instant itself', async () => {
    for (const query of [
      '{ plans { totalCount } }',
      '{ commitments { totalCount } }',
      '{ breakdown(by: [STATUS], measures: [COUNT]) { count } }',
      '{ plan(code: "erqi-2020") { view { knownAt } } }',
    ]) {
      expect(await get(query)).toMatchObject({ status: 200, etag: null, cacheControl: 'no-store' })
    }
    const chosen =
      '{ plan(code: "erqi-2020", knownAt: "2020-07-01T00:00:00Z") { view { knownAt } } }'
    expect((await get(chosen)).etag).not.toBe(null)
  })

  it('carry none where something is wrong', async () => {
    expect(
      (await get('{ plan(code: "erqi-2020", knownAt: "2031-01-01T00:00:00Z") { code } }')).etag,
    ).toBe(null)
    expect((await get('{ nothing }')).etag).toBe(null)
  })

  it.each([
    '',
    'x',
    'W/"x"',
    '"AAAAAAAAAAAAAAAAAAAAAA.e30"',
    `W/"${'A'.repeat(22)}.${'A'.repeat(5000)}"`,
  ])('a tag that is none of ours (%j) is passed over', async (tag) => {
    expect((await get(plan, { 'if-none-match': tag })).status).toBe(200)
  })
})

describe('a tag, while the database is away', () => {
  it('leads to the error that the question itself meets', async () => {
    const { server, storage } = await testServer()
    await storeReportedYear(storage)
    const url = 'http://duban.test/graphql?query={plan(code:"erqi-2020"){title}}'
    const accept = 'application/graphql-response+json'
    const { headers } = await server.yoga.fetch(url, { headers: { accept } })
    const tag = headers.get('etag')
    await storage.close()
    const asked = await server.yoga.fetch(url, {
      headers: { accept, 'if-none-match': tag ?? '' },
    })
    await server.yoga.dispose()
    expect(tag).not.toBe(null)
    expect(asked.status).toBeGreaterThanOrEqual(500)
    expect(await asked.json()).toMatchObject({
      errors: [
        {
          extensions: { code: expect.stringMatching(/INTERNAL_SERVER_ERROR|DATABASE_UNAVAILABLE/) },
        },
      ],
    })
  })
})

describe('a tag of another release', async () => {
  const { storage, close } = await testServer()
  afterAll(close)

  it('is taken by none but its own', async () => {
    const schema = buildSchema('type Query { said: String }')
    const answered = async (release: string, tag = '') => {
      const yoga = createYoga({
        schema,
        context: () => ({ reads: newReads() }),
        plugins: [useAnswerTags(storage, () => new Date(askedAt), release)],
        logging: false,
      })
      const response = await yoga.fetch('http://duban.test/graphql?query={said}', {
        headers: { accept: 'application/json', 'if-none-match': tag },
      })
      return [response.status, response.headers.get('etag')] as const
    }
    const [, tag] = await answered('1.0.0')
    expect(tag).toMatch(/^W\//)
    expect(await answered('1.0.0', tag ?? '')).toEqual([304, tag])
    const [status, other] = await answered('1.0.1', tag ?? '')
    expect(status).toBe(200)
    expect(other).not.toBe(tag)
  })

  it('is named by the version and the schema, the same each time', () => {
    expect(readRelease()).toMatch(/^\d+\.\d+\.\d+ [\w-]{43}$/)
    expect(readRelease()).toBe(readRelease())
  })
})

describe('compression', async () => {
  const { server, storage, close } = await testServer()
  afterAll(close)
  await storeReportedYear(storage)

  const post = (query: string, encoding: string) =>
    server.yoga.fetch('http://duban.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
      body: JSON.stringify({ query }),
    })
  const long = '{ plan(code: "erqi-2020") { commitments { nodes { id title } } } }'

  it('zips a long answer for those who take it, and says so', async () => {
    const plain = await (await post(long, 'identity')).text()
    const response = await post(long, 'br, gzip')
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('vary')).toContain('accept-encoding')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(bytes.length).toBeLessThan(plain.length / 3)
    expect(gunzipSync(bytes).toString()).toBe(plain)
  })

  it('leaves a short answer as it is', async () => {
    const response = await post('{ __typename }', 'gzip')
    expect(response.headers.get('content-encoding')).toBe(null)
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })
})
