import type { CommitNotice } from './contract/commit.ts'

/** Hears notices, or with `CATCH_UP` that some may have been missed. */
export type Ear = (notice: CommitNotice | 'CATCH_UP') => void

const retryAfter = 500

/** An Ear that tells of every commit after `begin`, each revision once and in order, whatever was missed. */
export function commitTeller(
  allRevisions: () => Promise<ReadonlyMap<string, number>>,
  listener: (notice: CommitNotice) => void,
): { readonly begin: () => Promise<void>; readonly hear: Ear; readonly end: () => void } {
  const told = new Map<string, number>()
  let ended = false
  let begun: Promise<void> | undefined
  let catchingUp = false
  const tell = (plan: string, revision: number) => {
    for (let next = (told.get(plan) ?? 0) + 1; next <= revision && !ended; next += 1) {
      told.set(plan, next)
      listener({ plan, revision: next })
    }
  }
  const catchUp = async () => {
    if (catchingUp || ended) return
    catchingUp = true
    try {
      const revisions = await allRevisions()
      catchingUp = false
      for (const [plan, revision] of revisions) tell(plan, revision)
    } catch {
      // The database is away for a moment; what happened meanwhile is told when it is back.
      setTimeout(() => {
        catchingUp = false
        void catchUp()
      }, retryAfter).unref()
    }
  }
  return {
    begin: () => {
      begun = allRevisions().then((revisions) => {
        for (const [plan, revision] of revisions) told.set(plan, revision)
      })
      return begun
    },
    hear: (notice) => {
      void begun?.then(() => {
        if (notice === 'CATCH_UP') void catchUp()
        else tell(notice.plan, notice.revision)
      })
    },
    end: () => {
      ended = true
    },
  }
}
