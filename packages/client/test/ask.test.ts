import { afterAll, describe, expect, it } from 'vitest'
import {
  breakdown,
  changes,
  codeOf,
  commitment,
  commitmentsPage,
  createClient,
  type Fetch,
  findingsPage,
  indicatorSeries,
  type Operation,
  pagesOf,
  planHistory,
  planOnTwoDates,
  planOverview,
  plans,
  project,
  projectsPage,
  scores,
  units,
  viewer,
  whatIf,
} from '../src/index.ts'
import { serveErqi, url } from './served.ts'

describe('a client of a server with Erqi’s plan', async () => {
  const { client, fetch, close } = await serveErqi()
  afterAll(close)

  const code = 'erqi-2020'
  const asOf = '2020-06-30'

  it('asks for a plan at a date', async () => {
    const { data } = await client.ask(planOverview, { code, asOf, lang: 'EN' })
    expect(data?.plan).toMatchObject({ code, timeProgress: '0.5', view: { asOf } })
    expect([data?.plan?.plates.length, data?.plan?.tasks.length]).toEqual([6, 7])
    expect(data?.plan?.rollup.count).toBe(
      Object.values(data?.plan?.rollup.byLight ?? {}).reduce((sum, count) => sum + count, 0),
    )
  })

  it('asks for one commitment with its reasons and its place in the source', async () => {
    const { data } = await client.ask(commitment, {
      plan: code,
      code: 'milestone/new-starts-cleared',
      asOf: '2020-07-01',
    })
    const found = data?.plan?.commitment
    expect(found).toMatchObject({ __typename: 'Milestone', assessment: { status: 'OVERDUE' } })
    expect(found?.assessment.reasons.map((reason) => reason.message).join()).toMatch(
      /\p{Script=Han}/u,
    )
    expect(found?.locators[0]?.end).toBeGreaterThan(found?.locators[0]?.start ?? Number.NaN)
  })

  it('counts by two dimensions, and each row finds its commitments again', async () => {
    const answer = await client.ask(breakdown, {
      by: ['TASK', 'KIND'],
      asOf,
      filter: { plan: { eq: code } },
    })
    const rows = answer.data?.breakdown ?? []
    expect(rows.length).toBeGreaterThan(7)
    for (const { count, filter } of rows.slice(0, 3)) {
      const found = await client.ask(commitmentsPage, { filter: filter as never, asOf, first: 1 })
      expect(found.data?.commitments.totalCount).toBe(count)
    }
  })

  it('goes through all pages of commitments, each once', async () => {
    const ids: string[] = []
    const variables = { filter: { plan: { eq: code } }, asOf, first: 20 }
    for await (const page of pagesOf(
      client,
      commitmentsPage,
      variables,
      (all) => all.commitments,
    )) {
      expect(page.ok).toBe(true)
      expect(page.data?.totalCount).toBeGreaterThan(50)
      ids.push(...(page.data?.nodes ?? []).map(({ id }) => id))
    }
    const { data } = await client.ask(commitmentsPage, { ...variables, first: 1000 })
    expect(ids).toEqual(data?.commitments.nodes.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('stops paging at what is not there, and at a problem', async () => {
    const pages = async (variables: { code: string; first: number }) => {
      const all = []
      const none = pagesOf(client, projectsPage, variables, ({ plan }) => plan?.projects)
      for await (const page of none) all.push(page)
      return all
    }
    expect(await pages({ code: 'nowhere', first: 10 })).toEqual([{ ok: true, data: null }])
    expect(await pages({ code, first: -1 })).toMatchObject([{ ok: false, data: null }])
  })

  it.each<[string, Operation<unknown, never>, object]>([
    ['plans', plans, {}],
    ['planOnTwoDates', planOnTwoDates, { code, earlier: '2020-03-31', later: asOf }],
    ['changes', changes, { code, sinceAsOf: '2020-03-31', asOf }],
    ['project', project, { plan: code, code: 'erqi-square', asOf }],
    ['projectsPage', projectsPage, { code, asOf, filter: { kind: { eq: 'NEW_START' } } }],
    ['indicatorSeries', indicatorSeries, { plan: code, code: 'old-estates-renewed' }],
    ['planHistory', planHistory, { code }],
    ['scores', scores, { code, by: 'TASK' }],
    ['findingsPage', findingsPage, { code }],
    ['units', units, { code }],
    [
      'whatIf',
      whatIf,
      { code, milestones: [{ milestone: 'new-starts-cleared', on: '2020-07-01' }] },
    ],
    ['viewer', viewer, {}],
  ])('%s is answered without a problem', async (_name, operation, variables) => {
    const answer = await client.ask(operation, variables as never)
    expect(answer).toMatchObject({ ok: true })
    expect(Object.values(answer.data ?? {})).not.toContain(null)
  })

  it('hands on the graph’s errors as values', async () => {
    const answer = await client.ask(planOverview, { code, asOf: '2020-02-30' })
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'GRAPH', status: 400 }, data: null })
    const knownAt = '2031-01-01T00:00:00Z'
    const later = await client.ask(planOverview, { code, knownAt })
    expect(later.ok ? null : codeOf(later.problem)).toBe('KNOWN_AT_IN_FUTURE')
    expect(later.data).toEqual({ plan: null })
  })

  it('sends headers made anew for each request', async () => {
    let count = 0
    const seen: (string | null)[] = []
    const watched: Fetch = (to, init) => {
      seen.push(new Headers(init.headers).get('authorization'))
      return fetch(to, init)
    }
    const headers = async () => ({ authorization: `Bearer ${++count}` })
    const own = createClient({ url, fetch: watched, headers })
    const answers = [await own.ask(viewer), await own.ask(viewer)]
    expect(seen).toEqual(['Bearer 1', 'Bearer 2'])
    expect(answers.map((one) => (one.ok ? null : codeOf(one.problem)))).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ])
  })
})

describe('a client of a server that is not well', () => {
  const never: Fetch = (_url, { signal }) =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    })

  it('tells that the server was not reached', async () => {
    // A port that nothing listens on.
    const answer = await createClient({ url: 'http://127.0.0.1:9/graphql' }).ask(viewer)
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'NETWORK' }, data: null })
  })

  it('tells that nothing came in time', async () => {
    const answer = await createClient({ url, fetch: never }).ask(viewer, {}, { timeoutMs: 5 })
    expect(answer).toMatchObject({ problem: { kind: 'TIMEOUT', afterMs: 5 } })
  })

  it('ends when the caller says so, before or while it asks', async () => {
    const { ask } = createClient({ url, fetch: never })
    expect(await ask(viewer, {}, { signal: AbortSignal.abort() })).toMatchObject({
      problem: { kind: 'ABORTED' },
    })
    const controller = new AbortController()
    const asked = ask(viewer, {}, { signal: controller.signal })
    controller.abort()
    expect(await asked).toMatchObject({ problem: { kind: 'ABORTED' } })
  })

  it('tells what answered in the server’s place', async () => {
    const page = async () => new Response('<html>', { status: 502 })
    const answer = await createClient({ url, fetch: page }).ask(viewer)
    expect(answer).toMatchObject({ problem: { kind: 'HTTP', status: 502, body: '<html>' } })
  })
})
