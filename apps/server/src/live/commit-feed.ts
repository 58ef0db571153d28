import { type Storage, StorageFailure } from '@duban/storage'
import { type PlanChange, planChange } from '../writing/plan-commits.ts'
import { type Watcher, watchers } from './watchers.ts'

/** What subscriptions are fed from: what is heard of commits, and the commits themselves. */
export interface CommitFeed {
  /** Hears of commits from now on; null where as many listen as may. Rejects where the database cannot be heard. */
  watch(plans: ReadonlySet<string> | null): Promise<Watcher | null>
  /** The commits of a plan after a revision, oldest first, some at a time; waits out a database that is away. */
  changesAfter(plan: string, revision: number, watcher: Watcher): Promise<readonly PlanChange[]>
  /** Current revision of a plan; 0 where there is none. */
  revisionOf(plan: string): Promise<number>
  /** Revisions of all plans, where they are not more than so many; null otherwise. */
  allRevisions(most: number): Promise<ReadonlyMap<string, number> | null>
  /** How many are listening. */
  readonly count: number
  /** True once it is over: what ends then has not come to its end. */
  readonly closed: boolean
  close(): Promise<void>
}

const pageSize = 16
/** Places for facts that kept pages may hold, all together. */
const mostFactsKept = 1_000_000
const retryMs = 500

/** A feed for at most so many listeners. It listens to the database from the first one on. */
export function createCommitFeed(storage: Storage, mostListeners: number): CommitFeed {
  const listeners = watchers(mostListeners)
  const pages = pageCache()
  let listening: Promise<() => Promise<void>> | undefined

  const load = async (plan: string, revision: number): Promise<readonly PlanChange[]> => {
    const commits = await storage.commitsSince(plan, revision, pageSize)
    const facts = commits.length === 0 ? null : await storage.loadPlan(plan)
    if (facts === null) return []
    const changes: PlanChange[] = []
    for (const commit of commits) changes.push(planChange(facts, commit, changes.at(-1)?.after))
    return changes
  }

  return {
    watch: async (plans) => {
      const watcher = listeners.add(plans)
      if (watcher === null) return null
      listening ??= storage.listen(listeners.hear)
      try {
        await listening
      } catch (error) {
        listening = undefined
        watcher.stop()
        throw error
      }
      return watcher
    },
    changesAfter: async (plan, revision, watcher) => {
      for (;;) {
        try {
          return await pages.get(`${plan} ${revision}`, () => load(plan, revision))
        } catch (error) {
          if (!isPassing(error)) throw error
          await watcher.pause(retryMs)
          if (watcher.stopped) return []
        }
      }
    },
    revisionOf: async (plan) => (await storage.revisions([plan])).get(plan) ?? 0,
    allRevisions: async (most) => {
      const { edges, hasNextPage } = await storage.findPlans({ page: { first: most } })
      return hasNextPage ? null : new Map(edges.map(({ row }) => [row.code, row.revision]))
    },
    get count() {
      return listeners.count
    },
    get closed() {
      return listeners.closed
    },
    close: async () => {
      listeners.close()
      const stop = await listening?.catch(() => undefined)
      listening = undefined
      await stop?.()
    },
  }
}

function isPassing(error: unknown): boolean {
  return (
    error instanceof StorageFailure && (error.code === 'CONNECTION_LOST' || error.code === 'LOCKED')
  )
}

/** Pages that many ask for at once are loaded once. An empty one is not kept: more may come. */
function pageCache() {
  const kept = new Map<string, Promise<readonly PlanChange[]>>()
  const costs = new Map<string, number>()
  let total = 0
  const drop = (key: string) => {
    total -= costs.get(key) ?? 0
    costs.delete(key)
    kept.delete(key)
  }
  return {
    get: (key: string, load: () => Promise<readonly PlanChange[]>) => {
      const known = kept.get(key)
      if (known !== undefined) return known
      const page = load()
      kept.set(key, page)
      void page.then(
        (changes) => {
          if (changes.length === 0) return drop(key)
          const cost = changes.reduce((sum, { after }) => sum + after.facts.length, 0)
          costs.set(key, cost)
          total += cost
          for (const oldest of kept.keys()) {
            if (total <= mostFactsKept || oldest === key) break
            drop(oldest)
          }
        },
        () => drop(key),
      )
      return page
    },
  }
}
