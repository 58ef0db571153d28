import type { DayNumber } from '../calendar/day-number.ts'
import { placeOf } from '../commitment/epoch-of.ts'
import type { Trouble } from '../commitment/track.ts'
import { dayByDay, horizonOf, readsDate } from '../obligation/horizon.ts'
import { rulesPlan } from '../obligation/rules-plan.ts'
import { type DefinitionStep, headerSteps } from '../plan/definition-steps.ts'
import { type ProjectMoment, projectMoments } from '../project/project-moments.ts'
import type { SubjectFacts, Truth } from '../rule/engine.ts'
import { BEFORE_ALL, type Epochs, epochsOf } from '../view/epochs.ts'
import { type KeepKey, keptByName, type Ledger } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import { stepIndex } from '../view/steps.ts'
import { derivedValues, type Worth } from './derived-values.ts'
import type { Derivation, Indicator } from './indicator.ts'
import type { ComputedSeries } from './indicator-track.ts'
import { troubled } from './ratio-series.ts'
import { pointsOf, type RunningSum, runningSum, type Share } from './running-sum.ts'
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
  const derivation: Derivation = indicator.derivation ?? { aggregate: 'COUNT' }
  const where = whereOf(ledger, derivation.where)
  if ('code' in where) return troubled(where)
  const before = derivedBefore.get(indicator) ?? newDerived()
  derivedBefore.set(indicator, before)
  const codes = ledger.index.codes.get('PROJECT') ?? []
  const values = derivedValues(ledger, indicator, derivation, codes, before.worths)
  const headers = headerSteps(ledger)
  const field = `project.${derivation.field ?? 'investment.thisYear'}`
  const daily = readsDate(derivation.where)
  const invested = derivation.where?.includes('investment') === true
  const projects = codes.map((code): Member => {
    const worth = values.worthOf(code)
    const moments = projectMoments(ledger, code, invested)
    const conditions: Conditions = { where, field, headers: daily ? headers : null }
    const sources = [worth, where, conditions.headers] as const
    const shares = madeFrom(before.shares, ledger, [moments, ...sources], () =>
      sharesOf(moments, worth, conditions),
    )
    return { worth, shares }
  })
  let { sum } = before
  return {
    epochDays: projects.flatMap(({ shares }) => shares.days.slice(1)),
    series: (epochDay, terms, form) => {
      const members = projects.map(({ shares }) => shares.at(epochDay))
      const startDay = terms[0]?.from ?? BEFORE_ALL
      // The order of troubles is that of the projects.
      sum = runningSum(members, startDay, values.troubled ? undefined : sum)
      const settled = !projects.some(({ shares }) => ledger.unsettled.has(shares))
      if (settled) before.sum = sum
      const points = pointsOf(sum, { over: values.over, times: wholeTen(form.scale) })
      return seriesFrom(points, members, projects, epochDay)
    },
  }
}

function newDerived(): Derived {
  return { worths: new WeakMap(), shares: new WeakMap(), sum: undefined }
}

/** A project, as something that is added. */
interface Member {
  readonly worth: Worth
  readonly shares: ProjectShares
}

function seriesFrom(
  points: Parameters<typeof seriesOf>[0],
  shares: readonly (readonly ProjectShare[])[],
  projects: readonly Member[],
  epochDay: DayNumber,
): Series {
  const evidence = (day: DayNumber): readonly string[] => [
    ...new Set(
      shares.flatMap((list, at) => {
        const share = list[stepIndex(list, day)]
        if (share?.counted !== true) return []
        const done = projects[at]?.worth.done?.epochs.at(epochDay).evidence(day) ?? []
        return [...share.moment.evidence(), ...done]
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
function leftOutOn(shares: readonly (readonly ProjectShare[])[], day: DayNumber): LeftOut | null {
  const fields = shares.flatMap((list) => list[stepIndex(list, day)]?.missing ?? [])
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
