import { ApolloClient, type FetchPolicy, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { planOverview } from '@duban/client'
import { afterAll, beforeAll, describe, expect, it, type MockInstance, vi } from 'vitest'
import { askPlainly, withoutTypes } from './ask-plainly.ts'
import { examples } from './examples.ts'
import { oneDate, type Standing, twoDates } from './same-object.ts'
import { embedded, possibleTypes } from './schema.ts'
import { code, serve, url } from './served.ts'

const projectPages = `
  query ProjectPages($code: String!, $first: Int!, $after: String) {
    plan(code: $code) {
      id
      projects(first: $first, after: $after) {
        pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
        edges { cursor node { id code } }
      }
    }
  }`

interface ProjectPages {
  readonly plan: {
    readonly projects: {
      readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
      readonly edges: readonly { readonly node: { readonly id: string } }[]
    }
  }
}

interface Overview {
  readonly plan: { readonly id: string; readonly timeProgress: string }
}

describe('Apollo Client', async () => {
  const { fetch, requests, close } = await serve(120)
  afterAll(close)

  // Apollo Client says there what of an object it had to throw away.
  let warnings: MockInstance[]
  beforeAll(() => {
    warnings = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
  })
  afterAll(() => {
    for (const warning of warnings) warning.mockRestore()
  })

  /**
   * A client whose cache knows the interfaces, how pages are joined, and that what has no id is a part of what holds
   * it. Its keys are its own defaults.
   */
  function start() {
    const cache = new InMemoryCache({
      possibleTypes,
      typePolicies: {
        ...Object.fromEntries(embedded.map((name) => [name, { merge: true }])),
        Plan: { fields: { projects: relayStylePagination(['filter', 'orderBy']) } },
      },
    })
    const client = new ApolloClient({ cache, link: new HttpLink({ uri: url, fetch }) })
    const ask = async <TData>(
      text: string,
      variables: object,
      fetchPolicy: Exclude<FetchPolicy, 'cache-and-network' | 'standby'> = 'cache-first',
    ): Promise<TData> => {
      const { data } = await client.query<TData>({ query: gql(text), variables, fetchPolicy })
      if (data === undefined) throw new Error('there is no answer')
      return data
    }
    return { ask, cache }
  }

  it('answers every operation as the server does, from the cache the second time', async () => {
    const { ask } = start()
    const plain = []
    for (const [operation, variables] of examples) {
      plain.push(withoutTypes(await askPlainly(fetch, operation, variables)))
      expect(withoutTypes(await ask(operation.toString(), variables))).toEqual(plain.at(-1))
    }
    const before = requests()
    const kept = []
    for (const [operation, variables] of examples) {
      kept.push(withoutTypes(await ask(operation.toString(), variables, 'cache-only')))
    }
    expect(kept).toEqual(plain)
    expect(requests()).toBe(before)
    expect(warnings.flatMap(({ mock }) => mock.calls)).toEqual([])
  })

  it('keys every object by its type and its id, and no two views share one', async () => {
    const { ask, cache } = start()
    const objectsOf = async (variables: object) => {
      await ask(planOverview.toString(), { code, ...variables })
      return Object.values(cache.extract()).flatMap((one) =>
        typeof one?.id === 'string' ? [`${one.__typename}:${one.id}`] : [],
      )
    }
    const june = await objectsOf({ asOf: '2020-06-30' })
    const both = await objectsOf({ asOf: '2020-07-31' })
    const three = await objectsOf({ asOf: '2020-07-31', knownAt: '2020-02-01T00:00:00Z' })
    expect(june.length).toBeGreaterThan(10)
    expect([both.length, three.length]).toEqual([2 * june.length, 3 * june.length])
    expect(new Set(three).size).toBe(three.length)
    expect(Object.keys(cache.extract()).filter((key) => !key.startsWith('ROOT_'))).toEqual(
      expect.arrayContaining(three),
    )
  })

  it('keeps two dates apart, also after one of them is fetched again', async () => {
    const { ask } = start()
    const text = planOverview.toString()
    const [june, july] = [
      { code, asOf: '2020-06-30' },
      { code, asOf: '2020-07-31' },
    ]
    const first = await ask<Overview>(text, june)
    const second = await ask<Overview>(text, july)
    expect([first.plan.timeProgress, second.plan.timeProgress]).toEqual(['0.5', '0.5833333333'])
    await ask(text, june, 'network-only')
    const again = 'query ($id: ID!) { node(id: $id) { id ... on Plan { timeProgress } } }'
    await ask(again, { id: first.plan.id })
    expect(await ask(text, july, 'cache-only')).toEqual(second)
    expect(await ask(text, june, 'cache-only')).toEqual(first)
  })

  it('merges what two operations ask of an object on one date, and keeps its other date apart', async () => {
    const { ask, cache } = start()
    const { january, december } = await ask<Record<'january' | 'december', Standing>>(twoDates, {})
    expect(january.milestone.assessment.status).toBe('PENDING')
    expect(december.milestone.assessment.status).toBe('OVERDUE')
    const { plan } = await ask<{ plan: Standing }>(oneDate, {})
    expect(plan.milestone.id).toBe(december.milestone.id)
    const records = Object.values(cache.extract()).flatMap((one) =>
      one?.__typename === 'Milestone' ? [one] : [],
    )
    expect(records).toHaveLength(2)
    // Only the one that the second operation asked for has its due date, beside the title of the first.
    expect(records.filter((one) => typeof one.dueOn === 'string').map(({ id }) => id)).toEqual([
      december.milestone.id,
    ])
    expect(records.every((one) => 'title' in one)).toBe(true)
  })

  it('joins the pages of a connection', async () => {
    const { ask } = start()
    let after: string | null = null
    for (let page = 0; page < 3; page += 1) {
      const { plan }: ProjectPages = await ask(
        projectPages,
        { code, first: 50, after },
        'network-only',
      )
      after = plan.projects.pageInfo.endCursor
    }
    const { plan } = await ask<ProjectPages>(projectPages, { code, first: 50 }, 'cache-only')
    expect(new Set(plan.projects.edges.map(({ node }) => node.id)).size).toBe(120)
    expect(plan.projects.pageInfo.hasNextPage).toBe(false)
  })
})
