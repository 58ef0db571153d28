import type { ProjectSources } from '../project/changed-projects.ts'
import { madeOnce } from '../view/lazy.ts'
import type { Made } from '../view/made-from.ts'
import type { Member } from './derived-members.ts'
import type { ProjectShares } from './derived-shares.ts'
import type { DerivedValues, Worth } from './derived-values.ts'
import type { Indicator } from './indicator.ts'
import type { RunningSum } from './running-sum.ts'

/** What an indicator was derived from last, with everything known. */
export interface Derived {
  readonly worths: Made<Worth>
  readonly shares: Made<ProjectShares>
  sum?: RunningSum
  last?: Last
}

/** All members, as they were made last. */
interface Last {
  /** What they rest on. */
  readonly sources: ProjectSources
  /** Decimal places of what was reported of each project, and the most of them. */
  readonly scales: readonly number[]
  readonly scale: number
  readonly values: DerivedValues
  readonly members: readonly Member[]
}

const kept = new WeakMap<Indicator, Derived>()

/** What an indicator was derived from last; nothing is in it the first time. */
export function derivedBefore(indicator: Indicator): Derived {
  return madeOnce(kept, indicator, () => ({ worths: new WeakMap(), shares: new WeakMap() }))
}

/** Something of each project: what was made before of those that have not changed. */
export function eachOf<T>(
  codes: readonly string[],
  changed: ReadonlySet<string> | null,
  made: readonly T[] | undefined,
  make: (code: string) => T,
): readonly T[] {
  return codes.map((code, at) => {
    const known = changed?.has(code) === false ? made?.[at] : undefined
    return known ?? make(code)
  })
}
