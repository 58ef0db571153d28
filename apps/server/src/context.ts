import type { PlanFacts } from '@duban/domain'
import type { Storage } from '@duban/storage'
import DataLoader from 'dataloader'
import { authenticate } from './auth/authenticate.ts'
import { refuseToken } from './auth/refuse-token.ts'
import type { TokenKeys } from './auth/token-keys.ts'
import { newReads, noting } from './caching/reads.ts'
import type { CommitFeed } from './live/commit-feed.ts'
import { streamSessionOf } from './live/stream-session.ts'
import type { Context, TextOf } from './schema/context.ts'
import type { Settings } from './settings/settings.ts'

/** What the contexts of a server share. */
export interface ContextDependencies {
  readonly storage: Storage
  readonly settings: Settings
  /** What tokens are verified with. */
  readonly keys: TokenKeys
  readonly feed: CommitFeed
  readonly now: () => Date
  /** Gives an id that no fact has yet. */
  readonly newId: () => string
}

/** What a context is made of: the request it answers. */
export interface Requested {
  readonly request: Request
}

/**
 * Makes the context of each request: who asks, one instant, and each plan loaded once, all those asked for together.
 * Rejects with the error of a token that is not taken.
 */
export function createContexts({
  storage,
  settings,
  keys,
  feed,
  now,
  newId,
}: ContextDependencies): (requested: Requested) => Promise<Context> {
  const textOf = createTextOf(storage)
  const { openReading } = settings.auth
  return async ({ request }) => {
    const instant = now()
    const who = await authenticate(keys, request.headers.get('authorization'), instant)
    if (!who.ok) throw refuseToken(who.problem)
    const plans = new DataLoader<string, PlanFacts | null>((codes) => storage.loadPlans(codes))
    const reads = newReads()
    const stream = streamSessionOf(request, instant.toISOString())
    return {
      storage: noting(storage, reads),
      limits: settings.limits,
      get now() {
        return stream.now
      },
      viewer: {
        actor: who.actor,
        mayRead: openReading || who.actor !== null,
        readsUntil: openReading ? null : who.expiresAt,
      },
      newId,
      loadPlanFacts: async (code) => {
        const facts = await plans.load(code)
        reads.plans.set(code, facts?.revision ?? 0)
        return facts
      },
      textOf,
      reads,
      feed,
      stream,
      clock: now,
    }
  }
}

type Texts = ReadonlyMap<string, string>

/** Keeps a plan's texts as long as the storage keeps its facts: a text that is attached makes new facts. */
function createTextOf(storage: Storage): TextOf {
  const held = new WeakMap<PlanFacts, Texts | Promise<Texts>>()
  return ({ facts }, sha256) => {
    let texts = held.get(facts)
    if (texts === undefined) {
      texts = storage.textsOf(facts.code).then((found) => {
        const loaded = new Map(found.map((one) => [one.sha256, one.text]))
        held.set(facts, loaded)
        return loaded
      })
      held.set(facts, texts)
      texts.catch(() => held.delete(facts))
    }
    return texts instanceof Promise
      ? texts.then((loaded) => loaded.get(sha256) ?? null)
      : (texts.get(sha256) ?? null)
  }
}
