import type { CommitNotice } from '@duban/storage'

/** One listener's ear. What it has not taken yet is one revision a plan, however many commits there were. */
export interface Watcher {
  /** Plans with their last revisions heard since the last time, once there are any; null when it is over. */
  news(): Promise<ReadonlyMap<string, number> | null>
  /** Waits so long, or until it is over. */
  pause(milliseconds: number): Promise<void>
  readonly stopped: boolean
  readonly stop: () => void
}

/** Listeners that are told of commits. */
export interface Watchers {
  /** One more, who hears of these plans or of all; null where there are as many as may be. */
  add(plans: ReadonlySet<string> | null): Watcher | null
  readonly hear: (notice: CommitNotice) => void
  readonly count: number
  readonly closed: boolean
  close(): void
}

/** At most so many listeners, none yet. */
export function watchers(most: number): Watchers {
  const all = new Set<{
    readonly hear: (notice: CommitNotice) => void
    readonly stop: () => void
  }>()
  let closed = false
  return {
    add: (plans) => {
      if (closed || all.size >= most) return null
      const { watcher, hear } = newWatcher(plans, () => all.delete(member))
      const member = { hear, stop: watcher.stop }
      all.add(member)
      return watcher
    },
    hear: (notice) => {
      for (const { hear } of all) hear(notice)
    },
    get count() {
      return all.size
    },
    get closed() {
      return closed
    },
    close: () => {
      closed = true
      // Each takes itself out of the set, which goes on all the same.
      for (const { stop } of all) stop()
    },
  }
}

function newWatcher(plans: ReadonlySet<string> | null, onStop: () => void) {
  let waiting = new Map<string, number>()
  let stopped = false
  let wake: () => void = () => undefined
  const watcher: Watcher = {
    news: async () => {
      if (waiting.size === 0 && !stopped) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (stopped) return null
      const taken = waiting
      waiting = new Map()
      return taken
    },
    pause: async (milliseconds) => {
      if (stopped) return
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds)
        wake = resolve
      })
      clearTimeout(timer)
    },
    get stopped() {
      return stopped
    },
    stop: () => {
      if (stopped) return
      stopped = true
      onStop()
      wake()
    },
  }
  const hear = ({ plan, revision }: CommitNotice) => {
    if (plans !== null && !plans.has(plan)) return
    waiting.set(plan, revision)
    wake()
  }
  return { watcher, hear }
}
