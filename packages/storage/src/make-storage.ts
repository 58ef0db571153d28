import { answerTo, commitPlan, commitRun } from './commit/commit-plan.ts'
import type { PlanSource } from './commit/update-plan.ts'
import { updateQueue } from './commit/update-queue.ts'
import { settleFirst } from './commit/update-together.ts'
import { writtenSegments } from './commit/written-segments.ts'
import type { Connection } from './connect/connection.ts'
import { onReplica, type Replica } from './connect/replica.ts'
import type { Session } from './connect/session.ts'
import type { Storage } from './contract/storage.ts'
import { guarded, reading } from './guarded.ts'
import { commitTeller, type Ear } from './listen.ts'
import { auditOf } from './lists/audit-of.ts'
import { commitsSince } from './lists/commits-since.ts'
import { countPlans, findPlans } from './lists/find-plans.ts'
import { countAudit, selectOne, selectText, selectTexts } from './lists/statements.ts'
import { keepCommitted, type LoadPlans, planLoader } from './load/load-plans.ts'
import { planFactsCache } from './load/plan-facts-cache.ts'
import { selectAllRevisions, selectRevisions } from './load/statements.ts'
import { breakdown } from './segments/breakdown.ts'
import { countCommitments, findCommitments } from './segments/find-commitments.ts'
import { rebuild } from './segments/rebuild.ts'
import { webhookPlaces } from './webhooks/webhook-places.ts'

/** Segments that were written are kept as well, up to one for so many bytes of the cache. */
const bytesPerSegment = 4096

/** The Storage over an open connection, that reads from a replica where there is one. */
export function makeStorage(
  connection: Connection,
  cacheBytes: number,
  replica?: Replica,
): Storage {
  const { session } = connection
  const cache = planFactsCache(cacheBytes)
  const ears = new Set<Ear>()
  const loadHere = planLoader(session, cache)
  const loadThere = planLoader(session, cache, replica?.session)
  const load: LoadPlans = (codes) =>
    onReplica(replica, (from) => (from === undefined ? loadHere(codes) : loadThere(codes)))
  // Lists show at least what this server has committed or heard of.
  const listing = <T>(work: (from: Session) => Promise<T>): Promise<T> =>
    reading(() =>
      onReplica(replica, async (from) => {
        const useReplica = from !== undefined && (await replica?.isCurrent()) === true
        return await work(useReplica ? from : session)
      }),
    )
  const written = writtenSegments(cacheBytes / bytesPerSegment)
  const plans: PlanSource = {
    isElsewhere: connection.dialect === 'postgres',
    known: (code) => cache.get(code),
    load: async (code) => (await load([code]))[0] ?? null,
    keep: (known, after, added) => keepCommitted(cache, known, after, added),
    answerTo: (code, idempotency) => answerTo(connection, code, idempotency),
    commit: (change, derive) => commitPlan(connection, written, change, derive),
    commitRun: (run) => commitRun(connection, written, run),
  }
  const update = updateQueue((...asked) => settleFirst(plans, ...asked))
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
    loadPlan: (code) => reading(() => plans.load(code)),
    loadPlans: (codes) => reading(() => load(codes)),
    revisions: (codes) =>
      reading(async () =>
        revisionsIn(await selectRevisions(session).execute({ codes: JSON.stringify(codes) })),
      ),
    findPlans: (query) => listing((from) => findPlans(from, query)),
    countPlans: (where) => listing((from) => countPlans(from, where)),
    commit: (change) =>
      guarded(async () => {
        const outcome = await plans.commit(change)
        announce(change.plan, outcome)
        return outcome
      }),
    update: (plan, decide, options) =>
      guarded(async () => {
        const outcome = await update(plan, decide, options)
        announce(plan, outcome)
        return outcome
      }),
    auditOf: (plan, page) => reading(() => auditOf(session, plan, page)),
    countAudit: (planId) =>
      reading(async () => (await countAudit(session).execute({ planId }))[0]?.count ?? 0),
    commitsSince: (plan, revision, limit) =>
      reading(() => commitsSince(session, plan, revision, limit)),
    findCommitments: (query) => listing((from) => findCommitments(from, query)),
    countCommitments: (query) => listing((from) => countCommitments(from, query)),
    breakdown: (query) => listing((from) => breakdown(from, query)),
    rebuild: (derive, codes) =>
      guarded(async () => {
        try {
          return await rebuild(connection, derive, codes)
        } finally {
          written.forget()
        }
      }),
    textsOf: (planId) => reading(async () => await selectTexts(session).execute({ planId })),
    textOf: (planId, sha256) =>
      reading(async () => (await selectText(session).execute({ planId, sha256 }))[0]?.text ?? null),
    webhooks: webhookPlaces(session),
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
