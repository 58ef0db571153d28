import { asFailure } from './as-failure.ts'
import { commitPlan } from './commit/commit-plan.ts'
import { planQueue } from './commit/plan-queue.ts'
import { updatePlan } from './commit/update-plan.ts'
import type { Connection } from './connect/connection.ts'
import type { Replica } from './connect/replica.ts'
import type { Session } from './connect/session.ts'
import type { Storage } from './contract/storage.ts'
import { StorageFailure } from './failure.ts'
import { commitTeller, type Ear } from './listen.ts'
import { auditOf } from './lists/audit-of.ts'
import { countPlans, findPlans } from './lists/find-plans.ts'
import { countAudit, selectOne, selectText, selectTexts } from './lists/statements.ts'
import { loadPlans } from './load/load-plans.ts'
import { planFactsCache } from './load/plan-facts-cache.ts'
import { selectAllRevisions, selectRevisions } from './load/statements.ts'
import { breakdown } from './segments/breakdown.ts'
import { countCommitments, findCommitments } from './segments/find-commitments.ts'
import { rebuild } from './segments/rebuild.ts'

/** The Storage over an open connection, that reads from a replica where there is one. */
export function makeStorage(
  connection: Connection,
  cacheBytes: number,
  replica?: Replica,
): Storage {
  const { session } = connection
  const cache = planFactsCache(cacheBytes)
  const queue = planQueue()
  const ears = new Set<Ear>()
  const load = (codes: readonly string[]) =>
    onReplica(replica, (from) => loadPlans(session, cache, codes, from))
  // Lists show at least what this server has committed or heard of.
  const listing = <T>(work: (from: Session) => Promise<T>): Promise<T> =>
    reading(() =>
      onReplica(replica, async (from) => {
        const useReplica = from !== undefined && (await replica?.isCurrent()) === true
        return await work(useReplica ? from : session)
      }),
    )
  const loadOne = async (code: string) => (await load([code]))[0] ?? null
  const allRevisions = async () => revisionsIn(await selectAllRevisions(session).execute({}))
  // Own commits are told at once; the database tells of them too, later.
  const announce = (
    plan: string,
    outcome: { readonly outcome: string; readonly revision?: number },
  ) => {
    if (outcome.outcome !== 'COMMITTED' || outcome.revision === undefined) return
    replica?.expect(plan, outcome.revision)
    for (const hear of ears) hear({ plan, revision: outcome.revision })
  }
  return {
    dialect: connection.dialect,
    loadPlan: (code) => reading(() => loadOne(code)),
    loadPlans: (codes) => reading(() => load(codes)),
    revisions: (codes) =>
      reading(async () =>
        revisionsIn(await selectRevisions(session).execute({ codes: JSON.stringify(codes) })),
      ),
    findPlans: (query) => listing((from) => findPlans(from, query)),
    countPlans: (where) => listing((from) => countPlans(from, where)),
    commit: (change) =>
      guarded(async () => {
        const outcome = await commitPlan(connection, change)
        announce(change.plan, outcome)
        return outcome
      }),
    update: (plan, decide, options) =>
      guarded(() =>
        queue(plan, async () => {
          const outcome = await updatePlan(connection, loadOne, plan, decide, options)
          announce(plan, outcome)
          return outcome
        }),
      ),
    auditOf: (plan, page) => reading(() => auditOf(session, plan, page)),
    countAudit: (planId) =>
      reading(async () => (await countAudit(session).execute({ planId }))[0]?.count ?? 0),
    findCommitments: (query) => listing((from) => findCommitments(from, query)),
    countCommitments: (query) => listing((from) => countCommitments(from, query)),
    breakdown: (query) => listing((from) => breakdown(from, query)),
    rebuild: (compute, plans) => guarded(() => rebuild(connection, compute, plans)),
    textsOf: (planId) => reading(async () => await selectTexts(session).execute({ planId })),
    textOf: (planId, sha256) =>
      reading(async () => (await selectText(session).execute({ planId, sha256 }))[0]?.text ?? null),
    listen: (listener) =>
      guarded(async () => {
        const teller = commitTeller(allRevisions, (notice) => {
          replica?.expect(notice.plan, notice.revision)
          listener(notice)
        })
        const stop = await connection.listen(teller.hear)
        await teller.begin()
        ears.add(teller.hear)
        return async () => {
          ears.delete(teller.hear)
          teller.end()
          await stop()
        }
      }),
    backup: (file) => guarded(() => connection.backup(file)),
    ping: () =>
      reading(async () => {
        await selectOne(session).execute({})
      }),
    close: () =>
      guarded(async () => {
        await replica?.close()
        await connection.close()
      }),
  }
}

function revisionsIn(
  rows: readonly { readonly planId: string; readonly revision: number }[],
): ReadonlyMap<string, number> {
  return new Map(rows.map(({ planId, revision }) => [planId, revision]))
}

/** Works with the replica, and without it where there is none or it fails. */
async function onReplica<T>(
  replica: Replica | undefined,
  work: (from: Session | undefined) => Promise<T>,
): Promise<T> {
  if (replica === undefined) return await work(undefined)
  try {
    return await work(replica.session)
  } catch (error) {
    const { code } = asFailure(error)
    if (code !== 'CONNECTION_LOST' && code !== 'CANNOT_OPEN' && code !== 'LOCKED') throw error
    return await work(undefined)
  }
}

const mostReads = 4

/** A reading that lost its connection is done again, on another one. */
async function reading<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await guarded(work)
    } catch (error) {
      const lost = error instanceof StorageFailure && error.code === 'CONNECTION_LOST'
      if (!lost || attempt === mostReads) throw error
    }
  }
}

/** No error of a driver gets out. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asFailure(error)
  }
}
