import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { getIntrospectionQuery, graphqlSync, type IntrospectionQuery } from 'graphql'
import { afterAll, describe, expect, it } from 'vitest'
import { schema } from '../../src/schema/schema.ts'
import { importErqi } from '../support/erqi.ts'
import { testServer } from '../support/test-server.ts'

const twoDates = `
  query TwoDates {
    april: plan(code: "erqi-2020", asOf: "2020-04-30") { ...standing }
    july: plan(code: "erqi-2020", asOf: "2020-07-01") { ...standing }
  }
  fragment standing on Plan {
    __typename
    id
    milestone(code: "new-starts-started") {
      __typename
      id
      title
      assessment { __typename status }
    }
  }
`
const oneDate = `
  query OneDate {
    plan(code: "erqi-2020", asOf: "2020-07-01") {
      __typename
      id
      milestone(code: "new-starts-started") {
        __typename
        id
        dueOn
        assessment { __typename status }
      }
    }
  }
`

interface Standing {
  readonly milestone: {
    readonly id: string
    readonly dueOn?: string
    readonly assessment: { readonly status: string }
  }
}

describe('normalised caches', async () => {
  const { server, storage, close } = await testServer()
  afterAll(close)
  await importErqi(storage)
  const url = 'http://duban.test/graphql'
  const fetching: typeof fetch = async (input, init) =>
    server.yoga.fetch(new Request(input, { ...init, signal: null }).url, { ...init, signal: null })

  /** The possible types of interfaces, which such caches need to know. */
  const possibleTypes = Object.fromEntries(
    ['Node', 'Commitment', 'InView'].map((name) => {
      const type = schema.getType(name)
      const types =
        type && 'getInterfaces' in type && !('isTypeOf' in type)
          ? schema.getPossibleTypes(type)
          : []
      return [name, types.map((one) => one.name)]
    }),
  )

  it('Apollo keeps two dates apart, and one object for the same date', async () => {
    const cache = new InMemoryCache({ possibleTypes })
    const client = new ApolloClient({ cache, link: new HttpLink({ uri: url, fetch: fetching }) })
    const { data } = await client.query<Record<'april' | 'july', Standing>>({
      query: gql(twoDates),
    })
    expect(data?.april.milestone.assessment.status).toBe('PENDING')
    expect(data?.july.milestone.assessment.status).toBe('OVERDUE')

    const again = await client.query<{ plan: Standing }>({ query: gql(oneDate) })
    expect(again.data?.plan.milestone.id).toBe(data?.july.milestone.id)
    const milestones = Object.values(cache.extract()).filter(
      (record) => record?.__typename === 'Milestone',
    )
    expect(milestones).toHaveLength(2)
    expect(milestones.filter((record) => record?.dueOn === '2020-06-30')).toHaveLength(1)
  })

  it('urql’s Graphcache does too, given the schema', async () => {
    const introspected = graphqlSync({ schema, source: getIntrospectionQuery() })
    const client = new Client({
      url,
      fetch: fetching,
      preferGetMethod: false,
      exchanges: [
        cacheExchange({
          schema: introspected.data as unknown as IntrospectionQuery,
          keys: { Assessment: () => null },
        }),
        fetchExchange,
      ],
    })
    const first = await client.query<Record<'april' | 'july', Standing>>(twoDates, {}).toPromise()
    expect(first.error).toBe(undefined)
    expect(first.data?.april.milestone.assessment.status).toBe('PENDING')
    expect(first.data?.july.milestone.assessment.status).toBe('OVERDUE')
    const second = await client.query<{ plan: Standing }>(oneDate, {}).toPromise()
    expect(second.data?.plan.milestone.id).toBe(first.data?.july.milestone.id)
    // Read again from the cache alone, each date is what it was.
    const cached = client.readQuery<Record<'april' | 'july', Standing>>(twoDates, {})
    expect(cached?.data?.april.milestone.assessment.status).toBe('PENDING')
    expect(cached?.data?.july.milestone.assessment.status).toBe('OVERDUE')
  })
})
