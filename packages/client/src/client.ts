import type { Answer } from './answer.ts'
import { type AskOptions, askOnce } from './ask.ts'
import { type FollowOptions, followAll } from './follow.ts'
import { askedOf, type Operation, type Rest } from './operation.ts'
import type { Route } from './request.ts'

/** Where a client asks, and how. */
export interface ClientOptions extends Route {
  /** A number from 0 to 1 that spreads reconnections; `Math.random` unless given. */
  readonly random?: () => number
}

/** Asks operations and follows subscriptions. Nothing here throws: what fails is in the answer. */
export interface Client {
  /** Asks a query or a mutation, once. */
  readonly ask: <TData, TVariables>(
    operation: Operation<TData, TVariables>,
    ...rest: Rest<TVariables, AskOptions>
  ) => Promise<Answer<TData>>
  /** Follows a subscription until it is complete, given up or left by `break`. */
  readonly follow: <TData, TVariables>(
    operation: Operation<TData, TVariables>,
    ...rest: Rest<TVariables, FollowOptions<TData, TVariables>>
  ) => AsyncIterable<Answer<TData>>
}

/** A client of the server whose GraphQL endpoint is at `url`. It holds no connection and no cache. */
export function createClient({ random = Math.random, ...route }: ClientOptions): Client {
  return {
    ask: (operation, ...[variables, options = {}]) =>
      askOnce(route, askedOf(operation, variables), options),
    follow: (operation, ...[variables, options = {}]) =>
      // Where variables may be left out, none of them is required.
      followAll(route, operation, variables ?? ({} as never), options, random),
  }
}
