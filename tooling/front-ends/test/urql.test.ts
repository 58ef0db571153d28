import { planOverview, projectsPage } from '@duban/client'
import { Client, fetchExchange, type RequestPolicy } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { introspectionFromSchema } from 'graphql'
import { afterAll, describe, expect, it } from 'vitest'
import { askPlainly, withoutTypes } from './ask-plainly.ts'
import { examples } from './examples.ts'
import { oneDate, titleOnOneDate, twoDates } from './same-object.ts'
import { embedded, schema } from './schema.ts'
import { code, serve, url } from './served.ts'

describe('urql with Graphcache', async () => {
  const { fetch, requests, close } = await serve(120)
  afterAll(close)

  /** A client with a cache that says what it cannot keep. */
  function start() {
    const complaints: string[] = []
    const client = new Client({
      url,
      fetch,
      preferGetMethod: false,
      exchanges: [
        cacheExchange({
          schema: introspectionFromSchema(schema, { descriptions: false }),
          keys: Object.fromEntries(embedded.map((name) => [name, () => null])),
          resolvers: { Plan: { projects: relayPagination() } },
          logger: (severity, message) => {
            if (severity !== 'debug') complaints.push(message)
          },
        }),
        fetchExchange,
      ],
    })
    const ask = async (
      text: string,
      variables: object,
      requestPolicy: RequestPolicy = 'cache-first',
    ) => {
      const { data, error } = await client.query(text, variables, { requestPolicy }).toPromise()
      if (error) throw error
      return data
    }
    return { ask, complaints }
  }

  it('answers every operation as the server does, from the cache the second time', async () => {
    const { ask, complaints } = start()
    for (const [operation, variables] of examples) {
      const plain = withoutTypes(await askPlainly(fetch, operation, variables))
      expect(withoutTypes(await ask(operation.toString(), variables))).toEqual(plain)
    }
    const before = requests()
    for (const [operation, variables] of examples) {
      const kept = withoutTypes(await ask(operation.toString(), variables, 'cache-only'))
      expect(kept).toEqual(withoutTypes(await askPlainly(fetch, operation, variables)))
    }
    expect(requests() - before).toBe(examples.length)
    expect(complaints).toEqual([])
  })

  it('keeps two dates and two instants apart', async () => {
    const { ask } = start()
    const views = [
      {},
      { asOf: '2020-01-31' },
      { asOf: '2020-12-31' },
      { asOf: '2020-12-31', knownAt: '2020-02-01T00:00:00Z' },
    ]
    const text = planOverview.toString()
    const fresh = []
    for (const view of views) fresh.push(await ask(text, { code, ...view }))
    const kept = []
    for (const view of views) kept.push(await ask(text, { code, ...view }, 'cache-only'))
    expect(kept).toEqual(fresh)
    expect(new Set(fresh.map(({ plan }) => plan.id)).size).toBe(views.length)
    expect(new Set(fresh.map(({ plan }) => plan.timeProgress)).size).toBe(3)
  })

  it('updates an object that is fetched by its id, in its own view only', async () => {
    const { ask } = start()
    const text = planOverview.toString()
    const june = await ask(text, { code, asOf: '2020-06-30' })
    const july = await ask(text, { code, asOf: '2020-07-31' })
    const one = await ask(
      'query ($id: ID!) { node(id: $id) { id ... on Plan { code view { asOf } } } }',
      {
        id: june.plan.id,
      },
    )
    expect(one.node).toMatchObject({ id: june.plan.id, code, view: { asOf: '2020-06-30' } })
    expect(await ask(text, { code, asOf: '2020-07-31' }, 'cache-only')).toEqual(july)
  })

  it('merges what two operations ask of an object on one date, and keeps its other date apart', async () => {
    const { ask } = start()
    const { january, december } = await ask(twoDates, {})
    expect(january.milestone.assessment.status).toBe('PENDING')
    expect(december.milestone.assessment.status).toBe('OVERDUE')
    const { plan } = await ask(oneDate, {})
    expect(plan.milestone.id).toBe(december.milestone.id)
    // The cache alone knows the first operation's title and the second one's due date of one object.
    const joined = await ask(titleOnOneDate, {}, 'cache-only')
    expect(joined.plan.milestone).toMatchObject({
      id: december.milestone.id,
      dueOn: plan.milestone.dueOn,
      title: december.milestone.title,
    })
    expect(await ask(twoDates, {}, 'cache-only')).toEqual({ january, december })
  })

  it('joins the pages of a connection', async () => {
    const { ask } = start()
    const text = projectsPage.toString()
    let after: string | null = null
    for (let page = 0; page < 3; page += 1) {
      const { plan } = await ask(text, { code, first: 50, after })
      after = plan.projects.pageInfo.endCursor
    }
    const { plan } = await ask(text, { code, first: 50 }, 'cache-only')
    expect(plan.projects.nodes).toHaveLength(120)
    expect(plan.projects.pageInfo.hasNextPage).toBe(false)
    expect(new Set(plan.projects.nodes.map(({ id }: { id: string }) => id)).size).toBe(120)
  })
})
