import { randomUUID } from 'node:crypto'
import type { Storage } from '@duban/storage'
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream'
import { useDisableIntrospection } from '@graphql-yoga/plugin-disable-introspection'
import { createYoga } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { TokenKeys } from './auth/token-keys.ts'
import { useAnswerTags } from './caching/use-answer-tags.ts'
import { createContexts } from './context.ts'
import { maskErrors } from './errors/mask.ts'
import { useGraphiqlPage } from './graphiql/plugin.ts'
import { useGetParameterCheck } from './http/check-get-parameters.ts'
import { useCompression } from './http/compress.ts'
import { useProbes } from './http/probes.ts'
import { useJsonBodiesOnly } from './http/refuse-simple-bodies.ts'
import { useSecurityHeaders } from './http/security-headers.ts'
import { useExports } from './http/use-exports.ts'
import { useOperations } from './http/use-operations.ts'
import { useBodyLimitMessage } from './limits/limit-body.ts'
import { useCostLimit } from './limits/limit-cost.ts'
import { useDocumentLimits } from './limits/limit-document.ts'
import { useTimeLimit } from './limits/limit-time.ts'
import { createCommitFeed } from './live/commit-feed.ts'
import { useEventStream } from './live/use-event-stream.ts'
import type { Operations } from './persisted-operations.ts'
import { schema } from './schema/schema.ts'
import type { Settings } from './settings/settings.ts'

/** What a server is handed beside its settings and its storage. */
export interface ServerDependencies {
  readonly storage: Storage
  readonly log: Logger
  /** What tokens are verified with. */
  readonly keys: TokenKeys
  /** Documents that can be asked for by their ids. */
  readonly operations: Operations
  /** The clock. */
  readonly now: () => Date
  /** Gives an id that no fact has yet; a random UUID unless given. */
  readonly newId?: () => string
}

/** How soon a browser comes back that has lost its stream of events. */
const retryMs = 1_000

/** A server without a port: `yoga.fetch` answers requests, `yoga` itself is a listener of node:http. */
export function createServer(settings: Settings, dependencies: ServerDependencies) {
  const { storage, log, keys, operations, now, newId = randomUUID } = dependencies
  const feed = createCommitFeed(storage, settings.limits.subscriptions)
  let closing = false

  const yoga = createYoga({
    schema,
    context: createContexts({ storage, settings, keys, feed, now, newId }),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    // No path ends so: the check that is built in would answer before ours, and say nothing.
    healthCheckEndpoint: '\n',
    landingPage: false,
    multipart: false,
    extraParamNames: ['documentId'],
    logging: false,
    maxRequestBodySize: settings.limits.bodyBytes,
    cors: settings.corsOrigins.length === 0 ? false : corsOf(settings.corsOrigins),
    maskedErrors: { maskError: maskErrors(log) },
    plugins: [
      useSecurityHeaders(),
      useCompression(),
      useProbes(async () => {
        await storage.ping()
        return !closing
      }),
      useExports({ storage, keys, openReading: settings.auth.openReading, now }),
      settings.graphiql ? useGraphiqlPage() : {},
      settings.auth.openReading ? useAnswerTags(storage, now) : {},
      useJsonBodiesOnly(),
      useGetParameterCheck(),
      useOperations(operations, settings.persistedOnly),
      useBodyLimitMessage(settings.limits),
      useDocumentLimits(settings.limits),
      useCostLimit(settings.limits),
      useTimeLimit(settings.limits),
      useDeferStream(),
      useEventStream({
        heartbeatMs: settings.heartbeatMs,
        retryMs,
        isClosing: () => feed.closed,
      }),
      { onDispose: () => feed.close() },
      useDisableIntrospection({ isDisabled: () => !settings.introspection }),
    ],
  })

  return {
    yoga,
    /** From now on `/ready` says no, so that a balancer sends nothing new; subscribers are sent elsewhere. */
    startClosing: (): void => {
      closing = true
      void feed.close()
    },
  }
}

export type Server = ReturnType<typeof createServer>

function corsOf(origins: readonly string[]) {
  return { origin: [...origins], credentials: false, methods: ['GET', 'POST'] }
}
