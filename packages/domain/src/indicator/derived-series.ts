import type { DayNumber } from '../calendar/day-number.ts'
import { NEVER } from '../fact/fact-index.ts'
import { BEFORE_ALL } from '../view/epochs.ts'
import type { Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import { type Member, membersOf } from './derived-members.ts'
import type { ProjectShare } from './derived-shares.ts'
import type { Indicator } from './indicator.ts'
import type { ComputedSeries } from './indicator-track.ts'
import { troubled } from './ratio-series.ts'
import { pointsOf, runningSum, type Shares } from './running-sum.ts'
import { type LeftOut, type Series, seriesOf } from './series.ts'
import { wholePowerOfTen } from './whole.ts'

/** The values of a DERIVED indicator: the projects in view that its condition chooses, counted or added up. */
export function derivedSeries(ledger: Ledger, indicator: Indicator): ComputedSeries {
  const made = membersOf(ledger, indicator)
  if ('code' in made) return troubled(made)
  const { members, values, before } = made
  let { sum } = before
  return {
    epochDays: epochDaysOf(members),
    series: (epochDay, terms, form) => {
      const shares = members.map((member) => sharesKnown(member, epochDay))
      const startDay = terms[0]?.from ?? BEFORE_ALL
      // The order of troubles is that of the projects.
      sum = runningSum(shares, startDay, values.troubled ? undefined : sum)
      if (ledger.knownAt === null) before.sum = sum
      const points = pointsOf(sum, { over: values.over, times: wholePowerOfTen(form.scale) })
      return seriesFrom(points, shares, members, epochDay)
    },
  }
}

function epochDaysOf(members: readonly Member[]): readonly DayNumber[] {
  const days: DayNumber[] = []
  for (const { shares } of members) if (shares.days.length > 1) days.push(...shares.days.slice(1))
  return days
}

function sharesKnown({ shares, unknownFrom }: Member, epochDay: DayNumber): Shares<ProjectShare> {
  const all = shares.at(epochDay)
  // The same object of what is the same: a sum sees at once that it does not differ.
  if (unknownFrom === NEVER) return all
  return { list: all.list, count: stepIndex(all.list, unknownFrom - 1) + 1 }
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

/** The projects that are left out on a day for want of a value, and the first field that is wanting. */
function leftOutOn(shares: readonly Shares<ProjectShare>[], day: DayNumber): LeftOut | null {
  const fields = shares.flatMap((each) => shareOn(each, day)?.missing ?? [])
  const [field] = fields
  return field === undefined ? null : { count: fields.length, field }
}
