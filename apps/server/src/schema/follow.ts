import { refuse } from '../errors/refuse.ts'
import { interruptible } from '../live/interruptible.ts'
import type { Watcher } from '../live/watchers.ts'
import { limitVariables } from '../settings/read-settings.ts'
import type { Context } from './context.ts'

/** An ear for these plans, or for all; throws the refusal of one too many. */
export async function watch(context: Context, plans: ReadonlySet<string> | null): Promise<Watcher> {
  const { feed, limits, stream, viewer } = context
  const watcher = await feed.watch(plans)
  if (watcher !== null) {
    stream.onEnd(watcher.stop)
    stopAt(viewer.readsUntil, watcher, context)
    return watcher
  }
  const params = { limit: limits.subscriptions, setting: limitVariables.subscriptions }
  throw refuse('SUBSCRIPTION_LIMIT', params, { status: 503 })
}

/** Timers cannot wait longer. */
const longestWaitMs = 2 ** 31 - 1

/** Ends a subscription when the token does that lets its reader read. */
function stopAt(end: Date | null, watcher: Watcher, { stream, clock }: Context): void {
  if (end === null) return
  const wait = Math.max(0, end.getTime() - clock().getTime())
  const timer = setTimeout(watcher.stop, Math.min(wait, longestWaitMs))
  timer.unref()
  stream.onEnd(() => clearTimeout(timer))
}

/** Tells the stream which event comes up, and when. */
export function begin({ stream, clock }: Context, eventId: string): void {
  stream.begin(eventId, clock().toISOString())
}

/** The events, each with something done as it comes up. */
export function mapped<From, To>(
  events: AsyncIterableIterator<From>,
  watcher: Watcher,
  onEvent: (event: From) => To,
): AsyncIterableIterator<To> {
  async function* all() {
    for await (const event of events) yield onEvent(event)
  }
  return interruptible(all(), watcher.stop)
}
