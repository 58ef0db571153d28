import type { PlanChange } from '../writing/plan-commits.ts'
import type { CommitFeed } from './commit-feed.ts'
import { interruptible } from './interruptible.ts'
import type { Watcher } from './watchers.ts'

/**
 * Every commit of a plan after a revision, each once and in order, until the reader or the feed ends it. Without a
 * revision, from now on. What the reader has not taken waits in the database, not in memory.
 */
export function followPlan(
  feed: CommitFeed,
  watcher: Watcher,
  plan: string,
  since: number | null,
): AsyncIterableIterator<PlanChange> {
  return interruptible(changesOf(feed, watcher, plan, since), watcher.stop)
}

async function* changesOf(
  feed: CommitFeed,
  watcher: Watcher,
  plan: string,
  since: number | null,
): AsyncGenerator<PlanChange> {
  try {
    let told = since ?? (await feed.revisionOf(plan))
    while (!watcher.stopped) {
      const changes = await feed.changesAfter(plan, told, watcher)
      for (const change of changes) {
        if (watcher.stopped) return
        told = change.commit.revision
        yield change
      }
      if (changes.length === 0 && (await watcher.news()) === null) return
    }
  } finally {
    watcher.stop()
  }
}
