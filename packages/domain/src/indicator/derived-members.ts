import type { DayNumber } from '../calendar/day-number.ts'
import type { Trouble } from '../commitment/track.ts'
import { NEVER } from '../fact/fact-index.ts'
import type { SettledList } from '../fact/settled.ts'
import { readsDate } from '../obligation/horizon.ts'
import { definitionSteps, headerSteps } from '../plan/definition-steps.ts'
import { changedProjects, projectSources } from '../project/changed-projects.ts'
import { projectMoments } from '../project/project-moments.ts'
import { recordedOfProject } from '../project/recorded-of-project.ts'
import { unknownFromDay } from '../view/known-part.ts'
import { lazy, madeOnce } from '../view/lazy.ts'
import { type KeepKey, keptIn, type Ledger } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import { type Derived, derivedBefore, eachOf } from './derived-before.ts'
import { type Conditions, type ProjectShares, sharesOf } from './derived-shares.ts'
import { type DerivedValues, derivedValues, reportedScale, type Worth } from './derived-values.ts'
import { whereOf } from './derived-where.ts'
import type { Derivation, Indicator } from './indicator.ts'

/** A project, as something that is added. */
export interface Member {
  readonly worth: Worth
  readonly shares: ProjectShares
  /** Nothing is known of it from this day on. */
  readonly unknownFrom: DayNumber
}

/** What the shares of a member rest on. */
interface Grounds {
  readonly recorded: readonly SettledList[]
  /** The day from which on the project is defined. */
  readonly definedFrom: DayNumber
}

/** The projects that a derived indicator adds up, and what each is worth. */
export interface Members {
  readonly members: readonly Member[]
  readonly values: DerivedValues
  readonly before: Derived
  /** Makes the member of a code anew. */
  readonly make: (ledger: Ledger, code: string) => Member
  /** What each member rests on; null where more tells its shares than the facts recorded by a day. */
  readonly grounds: () => readonly (Grounds | null)[]
}

const MEMBERS: KeepKey<Map<Indicator, Members | Trouble>> = { name: 'members' }

/** The members of a derived indicator, made once for a ledger. */
export function membersOf(ledger: Ledger, indicator: Indicator): Members | Trouble {
  const kept = keptIn(ledger, MEMBERS, () => new Map<Indicator, Members | Trouble>())
  return madeOnce(kept, indicator, () => {
    const all = ledger.settled === null ? null : membersOf(ledger.settled, indicator)
    return all === null ? newMembers(ledger, indicator) : membersAsKnown(ledger, all)
  })
}

function newMembers(ledger: Ledger, indicator: Indicator): Members | Trouble {
  const derivation: Derivation = indicator.derivation ?? { aggregate: 'COUNT' }
  const where = whereOf(ledger, derivation.where)
  if ('code' in where) return where
  const before = derivedBefore(indicator)
  const codes = projectCodes(ledger)
  const sources = projectSources(ledger)
  const { last } = before
  const changed = last === undefined ? null : changedProjects(last.sources, sources)
  const scales = eachOf(codes, changed, last?.scales, (code) =>
    reportedScale(ledger, derivation, code),
  )
  const scale = scales.reduce((most, each) => Math.max(most, each), 0)
  const values =
    changed !== null && last?.scale === scale
      ? last.values
      : derivedValues(ledger, indicator, derivation, codes, scale, before.worths)
  const conditions: Conditions = {
    where,
    field: `project.${derivation.field ?? 'investment.thisYear'}`,
    headers: readsDate(derivation.where) ? headerSteps(ledger) : null,
    invested: derivation.where?.includes('investment') === true,
  }
  const make = (of: Ledger, code: string): Member =>
    newMember(of, code, conditions, values.worthOf(of, code), before.shares)
  const alike = last?.values === values ? last.members : undefined
  const members = eachOf(codes, changed, alike, (code) => make(ledger, code))
  if (ledger.knownAt === null) before.last = { sources, scales, scale, values, members }
  // Views of the past ask for them, commits do not.
  const grounds = lazy(() =>
    members.map((member, at) => groundsOf(ledger, codes[at] ?? '', member, conditions)),
  )
  return { members, values, before, make, grounds }
}

function projectCodes({ index }: Ledger): readonly string[] {
  return index.codes.get('PROJECT') ?? []
}

function newMember(
  ledger: Ledger,
  code: string,
  conditions: Conditions,
  worth: Worth,
  made: Made<ProjectShares>,
): Member {
  const { where, headers, invested } = conditions
  const moments = projectMoments(ledger, code, invested)
  const shares = madeFrom(made, ledger, [moments, worth, where, headers], () =>
    sharesOf(moments, worth, conditions),
  )
  return { worth, shares, unknownFrom: NEVER }
}

function groundsOf(
  ledger: Ledger,
  code: string,
  { worth, shares }: Member,
  { headers, invested }: Conditions,
): Grounds | null {
  const [defined, ...more] = definitionSteps(ledger, 'PROJECT', code)
  if (headers !== null || shares.days.length > 1 || defined === undefined || more.length > 0) {
    return null
  }
  const recorded = recordedOfProject(ledger, code, invested || worth.done !== null)
  return { recorded, definedFrom: defined.from }
}

/** The members as they were known, each a part of what it is once all is known, where it is. */
function membersAsKnown(ledger: Ledger, all: Members | Trouble): Members | Trouble {
  if ('code' in all) return all
  const codes = projectCodes(ledger)
  const grounds = all.grounds()
  const members = all.members.map((member, at): Member => {
    const on = grounds[at] ?? null
    const unknownFrom = on === null ? null : unknownFromDay(ledger, on.recorded)
    if (unknownFrom === NEVER) return member
    if (on === null || unknownFrom === null || unknownFrom <= on.definedFrom) {
      return all.make(ledger, codes[at] ?? '')
    }
    return { worth: member.worth, shares: member.shares, unknownFrom }
  })
  return { ...all, members }
}
