import type { AuthSettings } from '../auth/auth-settings.ts'
import type { WebhookSettings } from '../webhooks/webhook-settings.ts'

/** What one request may cost. Counts are inclusive. */
export interface Limits {
  /** Nesting of fields; introspection does not count. */
  readonly depth: number
  /** Fields answered, each weighed by the page sizes above it. */
  readonly cost: number
  readonly aliases: number
  /** Tokens of a document. */
  readonly tokens: number
  /** Bytes of a request's body. */
  readonly bodyBytes: number
  /** Milliseconds until an answer is given up. */
  readonly timeMs: number
  /** `first` and `last` of a connection. */
  readonly pageSize: number
  /** Entries of a list that has no pages. */
  readonly rows: number
  /** Plans that one question may be worked out for from their facts, as those about the past (`knownAt`) are. */
  readonly pastPlans: number
  /** Subscriptions that are open at a time. */
  readonly subscriptions: number
}

/** How a server runs: all of it comes from the environment. */
export interface Settings {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Folder of `duban.db`. */
  readonly dataDir: string
  /** `postgres://...`; null, the SQLite file under `dataDir`. */
  readonly databaseUrl: string | null
  /** `postgres://...` of a streaming replica of `databaseUrl`, that is read from; null without one. */
  readonly replicaUrl: string | null
  readonly limits: Limits
  readonly auth: AuthSettings
  readonly webhooks: WebhookSettings
  /** Origins that pages may ask from; none unless given. */
  readonly corsOrigins: readonly string[]
  /** Whether Erqi's plan with a simulated year is loaded at the first start. */
  readonly simulated: boolean
  readonly introspection: boolean
  /** File of persisted operations; null without one. */
  readonly operationsFile: string | null
  /** Takes no operation that is not persisted. */
  readonly persistedOnly: boolean
  readonly graphiql: boolean
  /** Milliseconds between the signs of life of a stream of events. */
  readonly heartbeatMs: number
  readonly logLevel: LogLevel
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** Safe for a public server; each is raised by its setting. */
export const defaultLimits: Limits = {
  depth: 16,
  cost: 250_000,
  aliases: 60,
  tokens: 4_000,
  bodyBytes: 1_000_000,
  timeMs: 10_000,
  pageSize: 1_000,
  rows: 10_000,
  pastPlans: 50,
  subscriptions: 1_000,
}
