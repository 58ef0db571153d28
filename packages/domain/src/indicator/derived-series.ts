import type { DayNumber } from '../calendar/day-number.ts'
import { placeOf } from '../commitment/epoch-of.ts'
import type { Trouble } from '../commitment/track.ts'
import { NEVER } from '../fact/fact-index.ts'
import type { SettledList } from '../fact/settled.ts'
import { subjectKey } from '../milestone/event-steps.ts'
import { dayByDay, horizonOf, readsDate } from '../obligation/horizon.ts'
import { rulesPlan } from '../obligation/rules-plan.ts'
import { type DefinitionStep, definitionSteps, headerSteps } from '../plan/definition-steps.ts'
import { type ProjectMoment, projectMoments } from '../project/project-moments.ts'
import type { SubjectFacts, Truth } from '../rule/engine.ts'
import { BEFORE_ALL, type Epochs, epochsOf } from '../view/epochs.ts'
import { unknownFromDay } from '../view/known-part.ts'
import { type KeepKey, keptByName, keptIn, type Ledger, settledAbout } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import { stepIndex } from '../view/steps.ts'
import { type DerivedValues, derivedValues, type Worth } from './derived-values.ts'
import type { Derivation, Indicator } from './indicator.ts'
import type { ComputedSeries } from './indicator-track.ts'
import { troubled } from './ratio-series.ts'
import { pointsOf, type RunningSum, runningSum, type Share, type Shares } from './running-sum.ts'
import { type LeftOut, type Series, seriesOf } from './series.ts'
import { powerOfTen, type Whole } from './whole.ts'

/** What one project adds from a day on. */
interface ProjectShare extends Share {
  /** The field for want of which the project is left out. */
  readonly missing: string | null
  readonly moment: ProjectMoment
}

type ProjectShares = Epochs<readonly ProjectShare[]>

/** What an indicator was derived from last, with everything known. */
interface Derived {
  readonly worths: Made<Worth>
  readonly shares: Made<ProjectShares>
  sum: RunningSum | undefined
}

const derivedBefore = new WeakMap<Indicator, Derived>()

/** The values of a DERIVED indicator: the projects in view that its condition chooses, counted or added up. */
export function derivedSeries(ledger: Ledger, indicator: Indicator): ComputedSeries {
  const made = membersOf(ledger, indicator)
  if ('code' in made) return troubled(made)
  const { members, values, before } = made
  let { sum } = before
  return {
    epochDays: members.flatMap(({ shares }) =>
      shares.days.length > 1 ? shares.days.slice(1) : [],
    ),
    series: (epochDay, terms, form) => {
      const shares = members.map((member) => sharesKnown(member, epochDay))
      const startDay = terms[0]?.from ?? BEFORE_ALL
      // The order of troubles is that of the projects.
      sum = runningSum(shares, startDay, values.troubled ? undefined : sum)
      if (ledger.knownAt === null) before.sum = sum
      const points = pointsOf(sum, { over: values.over, times: wholeTen(form.scale) })
      return seriesFrom(points, shares, members, epochDay)
    },
  }
}

/** A project, as something that is added. */
interface Member {
  readonly worth: Worth
  readonly shares: ProjectShares
  /** What its shares are made from; null where more tells them than the facts recorded by a day. */
  readonly recorded: readonly SettledList[] | null
  /** The day from which on it is defined. */
  readonly definedFrom: DayNumber
  /** Nothing is known of it from this day on. */
  readonly unknownFrom: DayNumber
}

/** The projects that a derived indicator adds up, and what each is worth. */
interface Members {
  readonly members: readonly Member[]
  readonly values: DerivedValues
  readonly before: Derived
  /** Makes the member of a code anew. */
  readonly make: (ledger: Ledger, code: string) => Member
}

const MEMBERS: KeepKey<Map<Indicator, Members | Trouble>> = { name: 'members' }

/** The members of a derived indicator, made once for a ledger. */
function membersOf(ledger: Ledger, indicator: Indicator): Members | Trouble {
  const kept = keptIn(ledger, MEMBERS, () => new Map<Indicator, Members | Trouble>())
  const known = kept.get(indicator)
  if (known !== undefined) return known
  const all = ledger.settled === null ? null : membersOf(ledger.settled, indicator)
  const made = all === null ? newMembers(ledger, indicator) : membersAsKnown(ledger, all)
  kept.set(indicator, made)
  return made
}

function newMembers(ledger: Ledger, indicator: Indicator): Members | Trouble {
  const derivation: Derivation = indicator.derivation ?? { aggregate: 'COUNT' }
  const where = whereOf(ledger, derivation.where)
  if ('code' in where) return where
  const before = derivedBefore.get(indicator) ?? newDerived()
  derivedBefore.set(indicator, before)
  const codes = projectCodes(ledger)
  const values = derivedValues(ledger, indicator, derivation, codes, before.worths)
  const conditions: Conditions = {
    where,
    field: `project.${derivation.field ?? 'investment.thisYear'}`,
    headers: readsDate(derivation.where) ? headerSteps(ledger) : null,
    invested: derivation.where?.includes('investment') === true,
  }
  const make = (of: Ledger, code: string): Member =>
    newMember(of, code, conditions, values.worthOf(of, code), before.shares)
  return { members: codes.map((code) => make(ledger, code)), values, before, make }
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
  const [defined, ...more] = definitionSteps(ledger, 'PROJECT', code)
  const isTold = headers === null && shares.days.length === 1 && more.length === 0
  const recorded = isTold ? recordedOf(ledger, code, invested || worth.done !== null) : null
  return { worth, shares, recorded, definedFrom: defined?.from ?? NEVER, unknownFrom: NEVER }
}

function recordedOf(ledger: Ledger, code: string, invested: boolean): readonly SettledList[] {
  return [
    ...settledAbout(ledger, 'records', subjectKey({ kind: 'PROJECT', code })),
    ...settledAbout(ledger, 'stages', code),
    ...(invested ? settledAbout(ledger, 'projectObservations', code) : []),
  ]
}

/** The members as they were known, each a part of what it is once all is known, where it is. */
function membersAsKnown(ledger: Ledger, all: Members | Trouble): Members | Trouble {
  if ('code' in all) return all
  const codes = projectCodes(ledger)
  const members = all.members.map((member, at): Member => {
    const { worth, shares, recorded, definedFrom } = member
    const unknownFrom = recorded === null ? null : unknownFromDay(ledger, recorded)
    if (unknownFrom === NEVER) return member
    if (unknownFrom === null || unknownFrom <= definedFrom) return all.make(ledger, codes[at] ?? '')
    return { worth, shares, recorded: null, definedFrom, unknownFrom }
  })
  return { ...all, members }
}

function newDerived(): Derived {
  return { worths: new WeakMap(), shares: new WeakMap(), sum: undefined }
}

function sharesKnown({ shares, unknownFrom }: Member, epochDay: DayNumber): Shares<ProjectShare> {
  const list = shares.at(epochDay)
  const count = unknownFrom === NEVER ? list.length : stepIndex(list, unknownFrom - 1) + 1
  return { list, count }
}

/** What a project adds on a day. */
function shareOn({ list, count }: Shares<ProjectShare>, day: DayNumber): ProjectShare | undefined {
  return list[Math.min(stepIndex(list, day), count - 1)]
}

function seriesFrom(
  points: Parameters<typeof seriesOf>[0],
  shares: readonly Shares<ProjectShare>[],
  members: readonly Member[],
  epochDay: DayNumber,
): Series {
  const evidence = (day: DayNumber): readonly string[] => [
    ...new Set(
      shares.flatMap((each, at) => {
        const share = shareOn(each, day)
        if (share?.counted !== true) return []
        const { worth, unknownFrom = NEVER } = members[at] ?? {}
        const reported = worth?.done?.epochs.at(epochDay)
        return [
          ...share.moment.evidence(),
          ...(reported?.evidence(Math.min(day, unknownFrom - 1)) ?? []),
        ]
      }),
    ),
  ]
  return { ...seriesOf(points, evidence), leftOut: (day) => leftOutOn(shares, day) }
}

function wholeTen(scale: number): Whole {
  const power = powerOfTen(scale)
  return Number.isSafeInteger(power) ? power : 10n ** BigInt(scale)
}

interface Where {
  readonly holds: (facts: SubjectFacts) => Truth
}

const ALL: Where = { holds: () => true }

const WHERES: KeepKey<Map<string, Where | Trouble>> = { name: 'where' }

function whereOf(ledger: Ledger, source: string | undefined): Where | Trouble {
  if (source === undefined) return ALL
  return keptByName(ledger, WHERES, source, () => compileWhere(ledger, source))
}

function compileWhere(ledger: Ledger, source: string): Where | Trouble {
  const plan = rulesPlan(ledger)
  if (ledger.engine === undefined || plan === null) return { code: 'RULES_NOT_LOADED', params: {} }
  const compiled = ledger.engine.compileWhere(source, plan)
  if (compiled.ok) return { holds: compiled.value }
  const { line = 1, column = 1, code = '' } = compiled.issues[0] ?? {}
  return { code: 'CONDITION_INVALID', params: { line, column, issue: code } }
}

/** What decides whether a project counts. */
interface Conditions {
  readonly where: Where
  /** The field a project's worth is read from. */
  readonly field: string
  /** What tells until when a condition that reads the date is asked day by day; null where it does not read it. */
  readonly headers: readonly DefinitionStep<'PLAN'>[] | null
  /** Whether it looks at what has been invested. */
  readonly invested: boolean
}

function sharesOf(
  moments: Epochs<readonly ProjectMoment[]>,
  worth: Worth,
  conditions: Conditions,
): ProjectShares {
  const days = [...moments.days.slice(1), ...(worth.done?.epochs.days.slice(1) ?? [])]
  return epochsOf(days, (day) => sharesIn(moments.at(day), worth, conditions, day))
}

function sharesIn(
  moments: readonly ProjectMoment[],
  worth: Worth,
  { where, field, headers }: Conditions,
  epochDay: DayNumber,
): readonly ProjectShare[] {
  const days = worth.done?.epochs.at(epochDay).days ?? []
  const shares: ProjectShare[] = []
  const add = (from: DayNumber, truth: Truth, moment: ProjectMoment): void => {
    const counted = truth === true
    const value = counted ? worth.of(moment.definition, epochDay, from) : null
    const unknown = typeof value === 'object' && value !== null
    const wanting = counted && value === null ? field : null
    shares.push({
      from,
      counted,
      value: unknown ? null : value,
      trouble: unknown ? value : null,
      missing: typeof truth === 'object' ? truth.missing : wanting,
      moment,
    })
  }
  moments.forEach((moment, at) => {
    const next = moments[at + 1]?.from ?? Number.POSITIVE_INFINITY
    const asked = headers === null ? [moment.from] : daysFrom(moment.from, next, headers)
    asked.forEach((from, place) => {
      const truth = moment.present && where.holds(moment.facts(from))
      add(from, truth, moment)
      if (truth !== true) return
      const until = asked[place + 1] ?? next
      for (let on = placeOf(days, from) + 1; on < days.length; on++) {
        const day = days[on] ?? until
        if (day >= until) break
        add(day, truth, moment)
      }
    })
  })
  return shares
}

/** The projects that are left out on a day for want of a value, and the first field that is wanting. */
function leftOutOn(shares: readonly Shares<ProjectShare>[], day: DayNumber): LeftOut | null {
  const fields = shares.flatMap((each) => shareOn(each, day)?.missing ?? [])
  const [field] = fields
  return field === undefined ? null : { count: fields.length, field }
}

function daysFrom(
  first: DayNumber,
  next: DayNumber,
  headers: readonly DefinitionStep<'PLAN'>[],
): readonly DayNumber[] {
  // What was so from the start is asked for on the day of the first moment after it.
  if (first === BEFORE_ALL) return [first]
  return dayByDay(first, Number.isFinite(next) ? next - 1 : horizonOf(headers, first))
}
