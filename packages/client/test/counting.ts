import { buildSchema, GraphQLError } from 'graphql'
import type { Operation } from '../src/index.ts'

/** A graph with a subscription that counts, and with what a subscription can come to. */
export const countingText = /* GraphQL */ `
  type Query {
    hello: String
  }
  type Subscription {
    "Counts from after one number to another."
    count(after: Int! = 0, to: Int!): Int!
    "Gives nothing."
    wait: Int
  }
`

/** Counts, one number an event. */
export const count =
  `subscription ($after: Int! = 0, $to: Int!) { count(after: $after, to: $to) }` as Operation<
    { readonly count: number },
    { readonly after?: number; readonly to: number }
  >

/** Waits for ever. */
export const wait = 'subscription { wait }' as Operation<
  { readonly wait: number | null },
  Readonly<Record<string, never>>
>

/** Streams that someone reads, by what the test calls them. */
export interface Watched {
  open: number
}

interface CountArguments {
  readonly after: number
  readonly to: number
}

/** The subscriptions, as resolvers; five is refused. */
export function countingResolvers(watched: Watched) {
  return {
    count: {
      async *subscribe(_root: unknown, { after, to }: CountArguments) {
        watched.open += 1
        try {
          for (let at = after + 1; at <= to; at += 1) {
            yield at
            // A breath, in which the connection may be found closed.
            await new Promise(setImmediate)
          }
        } finally {
          watched.open -= 1
        }
      },
      resolve(at: number): number {
        if (at === 5) throw new GraphQLError('five is refused', { extensions: { code: 'FIVE' } })
        return at
      },
    },
    wait: {
      async *subscribe() {
        await new Promise(() => {})
        yield null
      },
      resolve: () => null,
    },
  }
}

/** The same as a schema of graphql-js. */
export function countingSchema(watched: Watched) {
  const schema = buildSchema(countingText)
  const fields = schema.getSubscriptionType()?.getFields() ?? {}
  for (const [name, resolvers] of Object.entries(countingResolvers(watched))) {
    Object.assign(fields[name] ?? {}, resolvers)
  }
  return schema
}
