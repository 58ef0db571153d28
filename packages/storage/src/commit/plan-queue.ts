/** Runs what is queued under one name one after another, and different names side by side. */
export type PlanQueue = <T>(plan: string, work: () => Promise<T>) => Promise<T>

/** A PlanQueue with nothing in it. */
export function planQueue(): PlanQueue {
  const last = new Map<string, Promise<unknown>>()
  return async (plan, work) => {
    const before = last.get(plan)
    const mine = before === undefined ? work() : before.then(work, work)
    last.set(plan, mine)
    try {
      return await mine
    } finally {
      if (last.get(plan) === mine) last.delete(plan)
    }
  }
}
