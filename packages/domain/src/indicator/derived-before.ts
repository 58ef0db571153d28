import { changedProjects, type ProjectSources } from '../project/changed-projects.ts'
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
  sum: RunningSum | undefined
  last: Last | undefined
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
  const known = kept.get(indicator)
  if (known !== undefined) return known
  const none: Derived = {
    worths: new WeakMap(),
    shares: new WeakMap(),
    sum: undefined,
    last: undefined,
  }
  kept.set(indicator, none)
  return none
}

/** What was made last, and the projects that are other ones now; undefined where that may be all of them. */
export function lastWith(
  { last }: Derived,
  now: ProjectSources,
): (Last & { readonly changed: ReadonlySet<string> }) | undefined {
  const changed = last === undefined ? null : changedProjects(last.sources, now)
  return last === undefined || changed === null ? undefined : { ...last, changed }
}

/** Something of each project, what was made last of those that are what they were. */
export function eachOf<T>(
  codes: readonly string[],
  last: { readonly changed: ReadonlySet<string> } | undefined,
  made: readonly T[] | undefined,
  make: (code: string) => T,
): readonly T[] {
  return codes.map((code, at) => {
    const known = last?.changed.has(code) === false ? made?.[at] : undefined
    return known ?? make(code)
  })
}
