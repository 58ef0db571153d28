import type { DayNumber, Fact, Indicator, Plan } from '@duban/domain'
import { sumExact } from '@duban/domain'
import { dayOf, monthEnds, weekEnds } from '../calendar/days.ts'
import { SUPERVISION_OFFICE } from '../content/units.ts'
import { type Random, randomOf } from '../random/random.ts'
import { recordEvents } from './events.ts'
import { makeIncidents } from './incidents.ts'
import {
  INVESTMENT_SCALE,
  type Investment,
  investmentIndicator,
  makeInvestment,
} from './investment.ts'
import type { Cadence, YearOptions } from './options.ts'
import { reportSeries } from './report.ts'
import { makeStages, recordStages } from './stages.ts'
import { makeValues, scaleOf } from './values.ts'

/**
 * A year of reports on a plan as a supervision office gets them, every fact marked synthetic, in the order of
 * `recordedAt`: observations with their reviews, stages, events, and a few changes of the plan itself. It does
 * not define the plan: `adoptPlan` does. A plan without units has nobody to report, and gets no observations.
 */
export function generateYear(plan: Plan, options: YearOptions): readonly Fact[] {
  const random = randomOf(options.seed, `year/${plan.code}`)
  const complete = options.complete ?? false
  const first = dayOf(plan.period.start)
  const last = dayOf(plan.period.end)
  const days = plan.units.length === 0 ? [] : reportingDays(first, last, options.reports)
  const facts: Fact[] = []
  const investments: Investment[] = []
  for (const project of plan.projects) {
    const own = random.fork(`project/${project.code}`)
    const steps = makeStages(own, plan, project)
    facts.push(...recordStages(plan, own, project, steps))
    const investment = makeInvestment(own, plan, project, steps)
    if (investment === null) continue
    investments.push(investment)
    facts.push(...reportInvestment(plan, own, investment, days, complete))
  }
  const counted = investmentIndicator(plan)
  for (const indicator of plan.indicators) {
    const own = random.fork(`indicator/${indicator.code}`)
    const done = indicator === counted ? investments : null
    facts.push(...reportIndicator(plan, own, indicator, done, days, complete))
  }
  const incidents = makeIncidents(plan, random.fork('incidents'))
  facts.push(...incidents.facts)
  facts.push(...recordEvents(plan, random.fork('events'), incidents.decided))
  return facts.toSorted(inOrder)
}

function reportingDays(
  first: DayNumber,
  last: DayNumber,
  reports: Cadence = 'MONTHLY',
): readonly DayNumber[] {
  if (reports === 'WEEKLY') return weekEnds(first, last)
  const ends = monthEnds(first, last)
  return reports === 'MONTHLY' ? ends : ends.filter((_, at) => at % 3 === 2)
}

function reportInvestment(
  plan: Plan,
  random: Random,
  { project, startOn, doneAt }: Investment,
  days: readonly DayNumber[],
  complete: boolean,
): readonly Fact[] {
  const of = { kind: 'PROJECT', code: project.code } as const
  const reporter = reporterFor(plan, project.responsible?.[0]?.unit)
  const series = { of, reporter, scale: INVESTMENT_SCALE, valueAt: doneAt }
  const since = days.filter((day) => day >= startOn)
  return reportSeries(plan, random, series, since, complete)
}

function reportIndicator(
  plan: Plan,
  random: Random,
  indicator: Indicator,
  investments: readonly Investment[] | null,
  days: readonly DayNumber[],
  complete: boolean,
): readonly Fact[] {
  if (indicator.accumulation === 'RATIO' || indicator.accumulation === 'DERIVED') return []
  // A few units never report, and a few fall silent in autumn.
  const habit = complete ? 99 : random.int(0, 99)
  if (habit < 2) return []
  const quietFrom = habit < 5 ? dayOf(plan.period.start) + 240 : Number.POSITIVE_INFINITY
  const start = indicator.startOn === undefined ? 0 : dayOf(indicator.startOn)
  const reported = days.filter((day) => day >= start && day < quietFrom)
  const of = { kind: 'INDICATOR', code: indicator.code } as const
  const reporters = investments === null ? reportersOf(plan, indicator) : [leadOf(plan, indicator)]
  const values =
    investments === null
      ? makeValues(random, plan, indicator, reporters.length)
      : [(day: DayNumber) => sumExact(investments.map(({ doneAt }) => doneAt(day)))]
  const scale = investments === null ? scaleOf(plan, indicator) : INVESTMENT_SCALE
  return values.flatMap((valueAt, at) => {
    const reporter = reporters[at] ?? leadOf(plan, indicator)
    const own = random.fork(reporter)
    return reportSeries(plan, own, { of, reporter, scale, valueAt }, reported, complete)
  })
}

/** The leader and, of a quantity that adds up, those in support, each with a share of it. */
function reportersOf(plan: Plan, indicator: Indicator): readonly string[] {
  const support = (indicator.responsible ?? []).filter(({ role }) => role === 'SUPPORT')
  return [leadOf(plan, indicator), ...support.map(({ unit }) => unit)]
}

function leadOf(plan: Plan, indicator: Indicator): string {
  const lead = indicator.responsible?.find(({ role }) => role === 'LEAD')
  return reporterFor(plan, lead?.unit)
}

/** The unit itself, or the plan's first where none is named. */
function reporterFor(plan: Plan, unit: string | undefined): string {
  return unit ?? plan.units[0]?.code ?? SUPERVISION_OFFICE.code
}

/** By the instant of recording; facts of one instant by id. */
export function inOrder(a: Fact, b: Fact): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
