import type { Actor } from '@duban/domain/decide'
import { signToken } from '../../src/auth/sign-token.ts'
import type { TestServer } from './test-server.ts'

/** An answer of the graph. What is in it is for the test to look at. */
export interface Sent {
  readonly status: number
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly unknown[]
}

type Named = Pick<Actor, 'name' | 'roles' | 'units'>

const tokens = new WeakMap<TestServer, Map<string, Promise<string>>>()

/** A token that the server takes, for ten years. */
export async function tokenOf(
  tested: TestServer,
  actor: Named,
  now = new Date('2020-01-01T00:00:00Z'),
): Promise<string> {
  const { secret } = tested.keys
  if (secret === null) throw new Error('a test server has a key of its own')
  const known = tokens.get(tested) ?? new Map<string, Promise<string>>()
  tokens.set(tested, known)
  const key = JSON.stringify(actor)
  const token =
    known.get(key) ?? signToken(secret, { actor, now, days: 3650, issuer: null, audience: null })
  known.set(key, token)
  return token
}

/** Sends an operation over HTTP as somebody, or as nobody in particular. */
export async function sendAs(
  tested: TestServer,
  actor: Named | null,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Sent> {
  const response = await tested.server.yoga.fetch('http://duban.test/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(actor === null ? {} : { authorization: `Bearer ${await tokenOf(tested, actor)}` }),
    },
    body: JSON.stringify({ query, variables }),
  })
  const { data = null, errors = [] }: Partial<Sent> = await response.json()
  return { status: response.status, data, errors }
}

/** Gives a mutation its input and answers its result, with the type's name and all that every result has. */
export async function giveAs(
  tested: TestServer,
  actor: Named | null,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
  fields = '',
): Promise<Readonly<Record<string, unknown>>> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`
  const { data, errors } = await sendAs(
    tested,
    actor,
    `mutation ($input: ${type}Input!) {
      result: ${mutation}(input: $input) {
        __typename
        ... on Written {
          revision saved repeated factCount changeCount
          changes { code before { status light dueOn } after { status light dueOn } }
        }
        ... on Failure { code path zh: message en: message(lang: EN) refusals { code path line column } }
        ... on NotAllowed { roles }
        ... on Conflict { expectedRevision currentRevision }
        ... on KeyReused { key }
        ${fields === '' ? '' : `... on ${type}Payload { ${fields} }`}
      }
    }`,
    { input },
  )
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  const result = data?.result
  if (typeof result !== 'object' || result === null) throw new Error('a mutation has a result')
  return Object.fromEntries(Object.entries(result))
}
