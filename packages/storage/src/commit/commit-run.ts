import type { PlanCommit } from '../contract/commit.ts'
import type { DerivedChange } from '../contract/derived-rows.ts'

/** Commits of one plan in one transaction: each was decided on the revision that the one before it leaves. */
export interface CommitRun {
  readonly commits: readonly [PlanCommit, ...PlanCommit[]]
  /** The derived rows that all of them together change, the same ones however often it is asked. */
  readonly derive: () => DerivedChange
  /** Id of the last fact that it adds, where that is known: another run tells by it that this one has come about. */
  readonly lastFact?: string | undefined
  /** Hears that it is on its way to a database elsewhere, and how to commit another run behind it meanwhile. */
  readonly sent?: ((commitBehind: CommitBehind) => void) | undefined
}

/** Commits a run that was decided on what another one is to leave; nothing of it is kept unless that one comes about. */
export type CommitBehind = (run: CommitRun) => Promise<boolean>

/** The revision that a run is decided on, and the one that it leaves. */
export function revisionsOf({ commits }: CommitRun): {
  readonly base: number
  readonly last: number
} {
  const base = commits[0].baseRevision
  return { base, last: base + commits.length }
}

/** How many facts a run adds. */
export function factCountOf({ commits }: CommitRun): number {
  return commits.reduce((count, { facts }) => count + facts.length, 0)
}

/** Derives what a run changes when it is first asked. */
export function derivedOnce(derive: CommitRun['derive']): CommitRun['derive'] {
  let rows: DerivedChange | undefined
  return () => {
    rows ??= derive()
    return rows
  }
}

/** Derives all rows of a run now, for who reads them later. */
export function deriveNow({ derive }: Pick<CommitRun, 'derive'>): void {
  // Reads each.
  Object.values(derive())
}
