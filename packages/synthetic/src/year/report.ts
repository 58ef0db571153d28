import type { DayNumber, Exact, Fact, Observation, Plan, Review } from '@duban/domain'
import { printExact } from '@duban/domain'
import { shareOf } from '../amount/share.ts'
import { workingDay } from '../calendar/days.ts'
import { CORRECTION_NOTES, RETURN_REASONS } from '../content/reasons.ts'
import type { Random } from '../random/random.ts'
import { REVIEWER, record, reporterOf } from './record.ts'

/** One unit's reports on one quantity. */
export interface Series {
  readonly of: Observation['of']
  readonly reporter: string
  /** Decimals of a value. */
  readonly scale: number
  /** The value true for a day; `since` is the day of the report before, for amounts per period. */
  readonly valueAt: (day: DayNumber, since: DayNumber | null) => Exact
}

/** The reports of a series on some days, with all that comes of them: reviews, returns, corrections. */
export function reportSeries(
  plan: Plan,
  random: Random,
  series: Series,
  days: readonly DayNumber[],
  complete: boolean,
): readonly Fact[] {
  const facts: Fact[] = []
  let since: DayNumber | null = null
  for (const day of days) {
    if (!complete && random.chance(3)) continue
    const value = series.valueAt(day, since)
    since = day
    facts.push(...(complete ? approved : reviewed)(plan, random, series, day, value))
  }
  return facts
}

function approved(
  plan: Plan,
  random: Random,
  series: Series,
  day: DayNumber,
  value: Exact,
): readonly Fact[] {
  const recordedOn = workingDay(day + random.int(2, 6))
  return [observe(plan, random, series, { day, recordedOn, value, state: 'APPROVED' })]
}

function reviewed(
  plan: Plan,
  random: Random,
  series: Series,
  day: DayNumber,
  value: Exact,
): readonly Fact[] {
  const recordedOn = workingDay(day + (random.chance(10) ? random.int(8, 15) : random.int(2, 6)))
  const submit = (value: Exact): Observation =>
    observe(plan, random, series, { day, recordedOn, value, state: 'SUBMITTED' })
  const approve = (observation: Observation, on: DayNumber): Review =>
    review(plan, random, observation, day, on, 'APPROVED')
  const reviewedOn = workingDay(recordedOn + random.int(1, 5))
  const roll = random.int(0, 99)
  if (roll < 5) {
    const wrong = submit(slip(random, value, series.scale))
    const returned = review(plan, random, wrong, day, reviewedOn, 'RETURNED')
    const againOn = workingDay(reviewedOn + random.int(1, 4))
    const again = correct(plan, random, series, wrong, day, againOn, value)
    return [wrong, returned, again, approve(again, workingDay(againOn + random.int(1, 3)))]
  }
  if (roll < 6) {
    const first = submit(slip(random, value, series.scale))
    const laterOn = workingDay(reviewedOn + random.int(20, 50))
    const later = correct(plan, random, series, first, day, laterOn, value)
    const note = random.pick(CORRECTION_NOTES)
    return [
      first,
      approve(first, reviewedOn),
      { ...later, note },
      approve(later, workingDay(laterOn + random.int(1, 3))),
    ]
  }
  if (roll < 7) {
    const draft = observe(plan, random, series, { day, recordedOn, value, state: 'DRAFT' })
    const submittedOn = workingDay(recordedOn + 1)
    const submitted = review(plan, random, draft, day, submittedOn, 'SUBMITTED')
    return [draft, submitted, approve(draft, workingDay(submittedOn + random.int(1, 4)))]
  }
  const observation = submit(value)
  return [observation, approve(observation, reviewedOn)]
}

/** A mistake as people make them: some percent too much. */
function slip(random: Random, value: Exact, scale: number): Exact {
  return shareOf(value, 1_000_000 + random.int(5, 40) * 10_000, scale)
}

function observe(
  plan: Plan,
  random: Random,
  series: Series,
  report: {
    readonly day: DayNumber
    readonly recordedOn: DayNumber
    readonly value: Exact
    readonly state: Observation['state']
    readonly again?: number
  },
): Observation {
  const { of, reporter } = series
  const { day, recordedOn, value, state, again = 0 } = report
  const kind = of.kind === 'INDICATOR' ? 'indicator' : 'project'
  const base = record(plan, random, {
    key: `report/${kind}/${of.code}/${reporter}/${day}${again === 0 ? '' : `/${again + 1}`}`,
    effectiveOn: day,
    recordedOn,
    by: reporterOf(reporter),
  })
  return { type: 'OBSERVATION', ...base, of, value: printExact(value), reporter, state }
}

function correct(
  plan: Plan,
  random: Random,
  series: Series,
  wrong: Observation,
  day: DayNumber,
  recordedOn: DayNumber,
  value: Exact,
): Observation {
  const again = observe(plan, random, series, {
    day,
    recordedOn,
    value,
    state: 'SUBMITTED',
    again: 1,
  })
  return { ...again, supersedes: wrong.id }
}

function review(
  plan: Plan,
  random: Random,
  observation: Observation,
  day: DayNumber,
  recordedOn: DayNumber,
  state: Review['state'],
): Review {
  const key = `${observation.id.slice(plan.code.length + 1)}/${state.toLowerCase()}`
  return {
    type: 'REVIEW',
    // A review holds for the date of what it reviews, so that a later look at that date sees it.
    ...record(plan, random, { key, effectiveOn: day, recordedOn, by: REVIEWER }),
    observation: observation.id,
    state,
    ...(state === 'RETURNED' ? { reason: random.pick(RETURN_REASONS) } : {}),
  }
}
