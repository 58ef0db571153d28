import type { PlanFacts } from '@duban/domain'
import type { Storage } from '@duban/storage'
import DataLoader from 'dataloader'
import type { Context, TextOf } from './schema/context.ts'
import type { Limits } from './settings/settings.ts'

/** What the contexts of a server share. */
export interface ContextDependencies {
  readonly storage: Storage
  readonly limits: Limits
  readonly now: () => Date
}

/** Makes the context of each request: one instant, and each plan loaded once, all those asked for together. */
export function createContexts({ storage, limits, now }: ContextDependencies): () => Context {
  const textOf = createTextOf(storage)
  return () => {
    const plans = new DataLoader<string, PlanFacts | null>((codes) => storage.loadPlans(codes))
    return {
      storage,
      limits,
      now: now().toISOString(),
      viewer: { subject: null, mayRead: true },
      loadPlanFacts: (code) => plans.load(code),
      textOf,
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
