import { asFailure } from '../as-failure.ts'
import { deriveNow } from './commit-run.ts'
import { type Chain, chainOf, type Link } from './update-chain.ts'
import { type PlanSource, updatePlan } from './update-plan.ts'
import type { Settled, Waiting } from './update-queue.ts'

/** From so many on, half of those that wait go first: while the database has them the other half is made ready. */
const manyWaiting = 16

/**
 * Settles the first updates that wait for a plan: those that can go together are decided one upon another and written as
 * one transaction, so that the disk is waited for, and rows are derived, once for all of them. Each is a commit of its
 * own all the same, with its revision and its audit entry. What stands against one of them lets each be tried by itself.
 * Those behind them are decided, and their rows derived, while the database has the transaction, if it is elsewhere.
 */
export async function settleFirst(
  source: PlanSource,
  plan: string,
  waiting: readonly Waiting[],
  ready: Chain | undefined,
): Promise<Settled> {
  const chain = firstChain(source, plan, waiting, ready)
  if (chain === undefined) return await settleApart(source, plan, waiting.slice(0, 1))
  const { links, run, before, after, added } = chain
  const apart = links.map((link) => link.waiting)
  if (run === undefined) return await settleApart(source, plan, apart)
  let behind: Chain | undefined
  let isOver = false
  const made = () => {
    // Once they have been sent.
    setImmediate(() => {
      if (!isOver) behind = chainBehind(after, waiting.slice(links.length))
    })
  }
  let done: boolean
  try {
    done = await source.commitRun(source.isElsewhere ? { ...run, made } : run)
  } catch (error) {
    return await settleFailed(source, plan, links, error)
  } finally {
    isOver = true
  }
  if (done) {
    source.keep(before, after, added)
    for (const { waiting: one, outcome } of links) one.resolve(outcome)
    return { count: links.length, behind }
  }
  // Where nobody else was first, one of the keys has been used.
  const isCurrent = (await source.load(plan)) === before
  return await settleApart(source, plan, isCurrent ? apart : apart.slice(0, 1))
}

/** The first that can go together: those that are ready, where the plan is still as it was taken to be. */
function firstChain(
  source: PlanSource,
  plan: string,
  waiting: readonly Waiting[],
  ready: Chain | undefined,
): Chain | undefined {
  if (waiting.length < 2) return undefined
  const known = source.known(plan)
  if (known === undefined) return undefined
  if (ready?.before === known) return ready
  const { length } = waiting
  const count = source.isElsewhere && length >= manyWaiting ? Math.ceil(length / 2) : length
  return chainOf(known, waiting.slice(0, count))
}

/** Makes ready what waits behind a run. What fails here is tried again when it is its turn. */
function chainBehind(after: Chain['after'], waiting: readonly Waiting[]): Chain | undefined {
  if (waiting.length < 2) return undefined
  try {
    const chain = chainOf(after, waiting)
    if (chain?.run !== undefined) deriveNow(chain.run)
    return chain
  } catch {
    return undefined
  }
}

/** After a failure nothing was written, or with a lost connection nobody knows: what was to be is not tried again. */
async function settleFailed(
  source: PlanSource,
  plan: string,
  links: readonly Link[],
  error: unknown,
): Promise<Settled> {
  const ofOne = isOfOne(error)
  for (const { waiting, outcome } of links) {
    if (ofOne || outcome.outcome !== 'COMMITTED') await settleApart(source, plan, [waiting])
    else waiting.reject(error)
  }
  return { count: links.length }
}

async function settleApart(
  source: PlanSource,
  plan: string,
  waiting: readonly Waiting[],
): Promise<Settled> {
  for (const { decide, options, resolve, reject } of waiting) {
    await updatePlan(source, plan, decide, options).then(resolve, reject)
  }
  return { count: waiting.length }
}

/** Whether one commit is to blame, and the others of its transaction can do without it. */
function isOfOne(error: unknown): boolean {
  const { code } = asFailure(error)
  return code === 'DUPLICATE_FACT' || code === 'BAD_REQUEST'
}
