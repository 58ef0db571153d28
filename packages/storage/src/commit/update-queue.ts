import { setImmediate as turn } from 'node:timers/promises'
import type { Decide, UpdateOptions, UpdateOutcome } from '../contract/commit.ts'
import type { UnderWay } from './update-chain.ts'

/** An update that waits for its turn. */
export interface Waiting {
  readonly decide: Decide<unknown>
  readonly options: UpdateOptions
  readonly resolve: (outcome: UpdateOutcome<unknown>) => void
  readonly reject: (error: unknown) => void
}

/** How many of the updates that wait have been settled, and those behind them that are on their way already. */
export interface Settled {
  readonly count: number
  readonly behind?: UnderWay | undefined
}

/**
 * Settles the first one or more of the updates that wait for a plan, which others join meanwhile; `underWay` are those of
 * them that are on their way. What it fails with all get.
 */
export type SettleFirst = (
  plan: string,
  waiting: readonly Waiting[],
  underWay: UnderWay | undefined,
) => Promise<Settled>

/** Queues an update. */
export type UpdateQueue = <Refusal>(
  plan: string,
  decide: Decide<Refusal>,
  options?: UpdateOptions,
) => Promise<UpdateOutcome<Refusal>>

/** Updates of one plan one after another, as many at a time as `settleFirst` takes, and of other plans meanwhile. */
export function updateQueue(settleFirst: SettleFirst): UpdateQueue {
  const queues = new Map<string, Waiting[]>()
  const run = async (plan: string, queue: Waiting[]) => {
    let underWay: UnderWay | undefined
    while (queue.length > 0) {
      // Whoever else asks in this turn of the event loop comes along.
      await turn()
      try {
        const { count, behind } = await settleFirst(plan, queue, underWay)
        queue.splice(0, count)
        underWay = behind
      } catch (error) {
        underWay = undefined
        for (const { reject } of queue.splice(0)) reject(error)
      }
    }
    queues.delete(plan)
  }
  return <Refusal>(plan: string, decide: Decide<Refusal>, options: UpdateOptions = {}) =>
    new Promise<UpdateOutcome<Refusal>>((resolve, reject) => {
      // What is handed to `resolve` is what `decide` has made.
      const waiting: Waiting = {
        decide,
        options,
        resolve: resolve as Waiting['resolve'],
        reject,
      }
      const queue = queues.get(plan)
      if (queue !== undefined) {
        queue.push(waiting)
        return
      }
      const fresh = [waiting]
      queues.set(plan, fresh)
      void run(plan, fresh)
    })
}
