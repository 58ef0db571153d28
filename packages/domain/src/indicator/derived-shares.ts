import type { DayNumber } from '../calendar/day-number.ts'
import { placeOf } from '../commitment/epoch-of.ts'
import { dayByDay, horizonOf } from '../obligation/horizon.ts'
import type { DefinitionStep } from '../plan/definition-steps.ts'
import type { ProjectMoment } from '../project/project-moments.ts'
import type { SubjectFacts, Truth } from '../rule/engine.ts'
import { BEFORE_ALL, type Epochs, epochsOf } from '../view/epochs.ts'
import type { Worth } from './derived-values.ts'
import type { Share, Shares } from './running-sum.ts'

/** What one project adds from a day on. */
export interface ProjectShare extends Share {
  /** The field for want of which the project is left out. */
  readonly missing: string | null
  readonly moment: ProjectMoment
}

/** The same as the views of different days see it. */
export type ProjectShares = Epochs<Shares<ProjectShare>>

/** Chooses projects. */
export interface Where {
  readonly holds: (facts: SubjectFacts) => Truth
}

/** What decides whether a project counts. */
export interface Conditions {
  readonly where: Where
  /** The field a project's worth is read from. */
  readonly field: string
  /** What tells until when a condition that reads the date is asked day by day; null where it does not read it. */
  readonly headers: readonly DefinitionStep<'PLAN'>[] | null
  /** Whether it looks at what has been invested. */
  readonly invested: boolean
}

/** What a project adds from day to day: what it is worth while it is chosen. */
export function sharesOf(
  moments: Epochs<readonly ProjectMoment[]>,
  worth: Worth,
  conditions: Conditions,
): ProjectShares {
  const days = [...moments.days.slice(1), ...(worth.done?.epochs.days.slice(1) ?? [])]
  return epochsOf(days, (day) => {
    const list = sharesIn(moments.at(day), worth, conditions, day)
    return { list, count: list.length }
  })
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

function daysFrom(
  first: DayNumber,
  next: DayNumber,
  headers: readonly DefinitionStep<'PLAN'>[],
): readonly DayNumber[] {
  // What was so from the start is asked for on the day of the first moment after it.
  if (first === BEFORE_ALL) return [first]
  return dayByDay(first, Number.isFinite(next) ? next - 1 : horizonOf(headers, first))
}
