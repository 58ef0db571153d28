import type { PlanChange } from '../writing/plan-commits.ts'
import type { CommitFeed } from './commit-feed.ts'
import { type Told, writeCommitmentCursor } from './commitment-cursor.ts'
import { interruptible } from './interruptible.ts'
import type { Watcher } from './watchers.ts'

/** One of a commit's parts, and the cursor after which it does not come again. */
export interface Followed<Part> {
  readonly change: PlanChange
  readonly part: Part
  readonly cursor: string
}

/** What is followed, from where on. */
export interface CommitmentsToFollow<Part> {
  /** Codes of the plans; null for all. */
  readonly plans: ReadonlySet<string> | null
  /** How far each plan has been told already; null begins now. */
  readonly since: ReadonlyMap<string, Told> | null
  /** The parts of a commit that are asked for, the same each time. */
  readonly partsOf: (change: PlanChange) => readonly Part[]
}

/** Plans of which a cursor tells the place; with more, it tells those that were heard of last. */
export const plansInCursor = 100

/** The parts of every commit of many plans, each once and in the order of its plan's commits. */
export function followCommitments<Part>(
  feed: CommitFeed,
  watcher: Watcher,
  wanted: CommitmentsToFollow<Part>,
): AsyncIterableIterator<Followed<Part>> {
  return interruptible(partsOf(feed, watcher, wanted), watcher.stop)
}

async function* partsOf<Part>(
  feed: CommitFeed,
  watcher: Watcher,
  wanted: CommitmentsToFollow<Part>,
): AsyncGenerator<Followed<Part>> {
  try {
    const told = await startOf(feed, wanted)
    // What was committed while the reader was away comes first.
    for (const plan of wanted.since === null ? [] : [...told.keys()]) {
      yield* partsOfPlan(feed, watcher, wanted, told, plan)
    }
    for (;;) {
      const news = await watcher.news()
      if (news === null) return
      for (const [plan, revision] of news) {
        if (!told.has(plan)) told.set(plan, { revision: revision - 1, within: 0 })
        yield* partsOfPlan(feed, watcher, wanted, told, plan)
      }
    }
  } finally {
    watcher.stop()
  }
}

async function startOf<Part>(
  feed: CommitFeed,
  { plans, since }: CommitmentsToFollow<Part>,
): Promise<Map<string, Told>> {
  const told = new Map<string, Told>()
  const now =
    plans === null
      ? ((await feed.allRevisions(plansInCursor)) ?? new Map<string, number>())
      : new Map(
          await Promise.all(
            [...plans].map(async (plan) => [plan, await feed.revisionOf(plan)] as const),
          ),
        )
  for (const [plan, revision] of now) {
    // A plan that is not in the cursor of one who was away is new since.
    const start = since === null ? revision : 0
    told.set(plan, { revision: start, within: 0 })
  }
  for (const [plan, place] of since ?? []) if (plans?.has(plan) !== false) told.set(plan, place)
  return told
}

async function* partsOfPlan<Part>(
  feed: CommitFeed,
  watcher: Watcher,
  { partsOf }: CommitmentsToFollow<Part>,
  told: Map<string, Told>,
  plan: string,
): AsyncGenerator<Followed<Part>> {
  for (;;) {
    const { revision, within } = told.get(plan) ?? { revision: 0, within: 0 }
    const changes = await feed.changesAfter(plan, revision, watcher)
    if (changes.length === 0 || watcher.stopped) return
    let skip = within
    for (const change of changes) {
      const parts = partsOf(change)
      for (const [at, part] of parts.entries()) {
        if (watcher.stopped) return
        if (at < skip) continue
        const isLast = at === parts.length - 1
        const { revision: done } = change.commit
        retell(
          told,
          plan,
          isLast ? { revision: done, within: 0 } : { revision: done - 1, within: at + 1 },
        )
        yield { change, part, cursor: writeCommitmentCursor(told) }
      }
      retell(told, plan, { revision: change.commit.revision, within: 0 })
      skip = 0
    }
  }
}

/** The plan told last stands last, so that the one not heard of for longest makes room. */
function retell(told: Map<string, Told>, plan: string, place: Told): void {
  told.delete(plan)
  told.set(plan, place)
  const [oldest] = told.keys()
  if (told.size > plansInCursor && oldest !== undefined) told.delete(oldest)
}
