import { setImmediate as turn } from 'node:timers/promises'
import { asFailure } from '../as-failure.ts'
import type { CommitBehind } from './commit-run.ts'
import { type Chain, chainOf, type Link, type UnderWay } from './update-chain.ts'
import { type PlanSource, updatePlan } from './update-plan.ts'
import type { Settled, Waiting } from './update-queue.ts'

/** From so many on, half of those that wait go first: while the database has them the other half is decided and sent. */
const manyWaiting = 16

/**
 * Settles the first updates that wait for a plan: those that can go together are decided one upon another and written as
 * one transaction, so that the disk is waited for, and rows are derived, once for all of them. Each is a commit of its
 * own all the same, with its revision and its audit entry. What stands against one of them lets each be tried by itself.
 * While a database elsewhere has the transaction, those behind them are decided and sent as well.
 */
export async function settleFirst(
  source: PlanSource,
  plan: string,
  waiting: readonly Waiting[],
  underWay: UnderWay | undefined,
): Promise<Settled> {
  const chain = underWay?.chain ?? firstChain(source, plan, waiting)
  if (chain === undefined) return await settleApart(source, plan, waiting.slice(0, 1))
  const { links, before, after, added } = chain
  const apart = links.map((link) => link.waiting)
  // A single commit gains nothing: alone it is decided once, whatever stands against it.
  const isOne = (chain.run?.commits.length ?? 0) < 2
  const first = underWay ?? (isOne ? undefined : begin(chain, source.commitRun))
  if (first === undefined) return await settleApart(source, plan, apart)
  let behind: UnderWay | undefined
  let isOver = false
  void first.sent.then(async (commitBehind) => {
    // Once it is out, and whoever else asks in this turn of the event loop has asked.
    await turn()
    if (!isOver) behind = beginBehind(after, waiting.slice(links.length), commitBehind)
  })
  const ending = await first.done.then(
    (done) => ({ done }),
    (error: unknown) => ({ done: false, error }),
  )
  isOver = true
  if (ending.done) {
    source.keep(before, after, added)
    for (const { waiting: one, outcome } of links) one.resolve(outcome)
    return { count: links.length, behind }
  }
  await ended(behind)
  if ('error' in ending) {
    return { ...(await settleFailed(source, plan, links, ending.error)), behind }
  }
  // Nothing of what was sent behind it has come about either, and it waits as it did. Where nobody else was first, one of the keys has been used.
  const isCurrent = (await source.load(plan)) === before
  return await settleApart(source, plan, isCurrent ? apart : apart.slice(0, 1))
}

/** The first that can go together. */
function firstChain(
  source: PlanSource,
  plan: string,
  waiting: readonly Waiting[],
): Chain | undefined {
  const { length } = waiting
  if (length < 2) return undefined
  const known = source.known(plan)
  if (known === undefined) return undefined
  const count = source.isElsewhere && length >= manyWaiting ? Math.ceil(length / 2) : length
  return chainOf(known, waiting.slice(0, count))
}

function begin(chain: Chain, commit: CommitBehind): UnderWay | undefined {
  const { run } = chain
  if (run === undefined) return undefined
  let tell: (commitBehind: CommitBehind) => void = () => undefined
  const sent = new Promise<CommitBehind>((resolve) => {
    tell = resolve
  })
  const done = commit({ ...run, sent: tell })
  // Whoever awaits it later hears of it.
  done.catch(() => undefined)
  return { chain, done, sent }
}

/** Decides what waits behind a run and sends it. What fails to be decided is tried again when it is its turn. */
function beginBehind(
  after: Chain['after'],
  waiting: readonly Waiting[],
  commit: CommitBehind,
): UnderWay | undefined {
  let chain: Chain | undefined
  try {
    chain = chainOf(after, waiting)
  } catch {
    return undefined
  }
  return chain && begin(chain, commit)
}

async function ended(underWay: UnderWay | undefined): Promise<void> {
  await underWay?.done.catch(() => undefined)
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
