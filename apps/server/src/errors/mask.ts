import { randomUUID } from 'node:crypto'
import { StorageFailure } from '@duban/storage'
import { GraphQLError, Kind } from 'graphql'
import type { Logger } from 'pino'
import { refuse } from './refuse.ts'

/** Turns what a resolver threw into what a client may see: our refusals as they are, anything else as a reference. */
export function maskErrors(log: Logger): (error: unknown) => Error {
  return (error) => {
    const origin = originOf(error)
    if (origin instanceof GraphQLError) {
      return error instanceof GraphQLError ? withCode(error) : origin
    }
    const masked = maskedOf(origin, log)
    if (!(error instanceof GraphQLError)) return masked
    return new GraphQLError(masked.message, {
      nodes: error.nodes ?? null,
      path: error.path ?? null,
      extensions: masked.extensions,
    })
  }
}

/** What was thrown in the first place: execution wraps it to tell its place. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError
    ? originOf(error.originalError)
    : error
}

/** The error with a code: execution gives none to a variable that does not fit its type. */
function withCode(error: GraphQLError): GraphQLError {
  const { nodes, message, extensions } = error
  const isOfVariable = nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION
  if (!isOfVariable || extensions.code !== undefined) return error
  return refuse('INVALID_VARIABLE', { problem: message }, { nodes, status: 400 })
}

function maskedOf(origin: unknown, log: Logger): GraphQLError {
  if (origin instanceof StorageFailure) {
    if (origin.code === 'BAD_CURSOR') {
      return refuse('INVALID_CURSOR', { argument: 'after', value: '' })
    }
    if (origin.code === 'CONNECTION_LOST' || origin.code === 'LOCKED') {
      log.warn({ err: origin }, 'the database does not answer')
      return refuse('DATABASE_UNAVAILABLE', {}, { status: 503 })
    }
  }
  const reference = randomUUID()
  log.error({ err: origin, reference }, 'a request failed')
  return refuse('INTERNAL_SERVER_ERROR', { reference }, { status: 500 })
}
