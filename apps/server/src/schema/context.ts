import type { Instant, PlanFacts } from '@duban/domain'
import type { Actor } from '@duban/domain/decide'
import type { Storage } from '@duban/storage'
import type { Reads } from '../caching/reads.ts'
import type { CommitFeed } from '../live/commit-feed.ts'
import type { StreamSession } from '../live/stream-session.ts'
import type { Limits } from '../settings/settings.ts'
import type { PlanAt } from './plan-at.ts'

/** Who asks. */
export interface Viewer {
  /** Whom the token names; null for a reader without one. */
  readonly actor: Actor | null
  readonly mayRead: boolean
  /** When reading ends because the token does; null where it takes none, or the token has no end. */
  readonly readsUntil: Date | null
}

/** Loads a plan's facts, each plan once a request however often it is asked for. */
export type LoadPlanFacts = (code: string) => Promise<PlanFacts | null>

/** The text of a plan's document by its SHA-256, where it is held: at most one statement a plan and revision. */
export type TextOf = (at: PlanAt, sha256: string) => string | null | Promise<string | null>

/** What every resolver is handed. */
export interface Context {
  readonly storage: Storage
  readonly limits: Limits
  /** When the request, or the event that is answered, came in: the default of `knownAt`, the same for all of it. */
  readonly now: Instant
  readonly viewer: Viewer
  /** Gives an id that no fact has yet. */
  readonly newId: () => string
  readonly loadPlanFacts: LoadPlanFacts
  /** What subscriptions are fed from. */
  readonly feed: CommitFeed
  /** The stream of events that a subscription answers. */
  readonly stream: StreamSession
  readonly clock: () => Date
  readonly textOf: TextOf
  /** What the answer rests on so far. */
  readonly reads: Reads
}
