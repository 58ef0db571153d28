import { asFailure } from '../as-failure.ts'
import { chainOf, type Link } from './update-chain.ts'
import { type PlanSource, updatePlan } from './update-plan.ts'
import type { Waiting } from './update-queue.ts'

/**
 * Settles the first updates that wait for a plan: those that can go together are decided one upon another and written as
 * one transaction, so that the disk is waited for, and rows are derived, once for all of them. Each is a commit of its
 * own all the same, with its revision and its audit entry. What stands against one of them lets each be tried by itself.
 */
export async function settleFirst(
  source: PlanSource,
  plan: string,
  waiting: readonly Waiting[],
): Promise<number> {
  const known = waiting.length > 1 ? source.known(plan) : undefined
  const chain = known === undefined ? undefined : chainOf(known, waiting)
  if (chain === undefined) return await settleApart(source, plan, waiting.slice(0, 1))
  const { links, run, before, after, added } = chain
  const apart = links.map((link) => link.waiting)
  if (run === undefined) return await settleApart(source, plan, apart)
  let done: boolean
  try {
    done = await source.commitRun(run)
  } catch (error) {
    return await settleFailed(source, plan, links, error)
  }
  if (done) {
    source.keep(before, after, added)
    for (const { waiting: one, outcome } of links) one.resolve(outcome)
    return links.length
  }
  // Where nobody else was first, one of the keys has been used.
  const isCurrent = (await source.load(plan)) === before
  return await settleApart(source, plan, isCurrent ? apart : apart.slice(0, 1))
}

/** After a failure nothing was written, or with a lost connection nobody knows: what was to be is not tried again. */
async function settleFailed(
  source: PlanSource,
  plan: string,
  links: readonly Link[],
  error: unknown,
): Promise<number> {
  const ofOne = isOfOne(error)
  for (const { waiting, outcome } of links) {
    if (ofOne || outcome.outcome !== 'COMMITTED') await settleApart(source, plan, [waiting])
    else waiting.reject(error)
  }
  return links.length
}

async function settleApart(
  source: PlanSource,
  plan: string,
  waiting: readonly Waiting[],
): Promise<number> {
  for (const { decide, options, resolve, reject } of waiting) {
    await updatePlan(source, plan, decide, options).then(resolve, reject)
  }
  return waiting.length
}

/** Whether one commit is to blame, and the others of its transaction can do without it. */
function isOfOne(error: unknown): boolean {
  const { code } = asFailure(error)
  return code === 'DUPLICATE_FACT' || code === 'BAD_REQUEST'
}
