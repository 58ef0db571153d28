import type { DayNumber, Exact, Indicator, Plan, Project } from '@duban/domain'
import { compareExact, findMeasureUnit, multiplyExact, parseExact, sumExact } from '@duban/domain'
import { parts, shareOf, WHOLE } from '../amount/share.ts'
import { dayOf } from '../calendar/days.ts'
import type { Random } from '../random/random.ts'
import { investedThrough } from './progress.ts'
import type { StageStep } from './stages.ts'

/** Decimals of a reported investment: a ten-thousandth of 亿元 is 万元. */
export const INVESTMENT_SCALE = 4

/** What a project has invested this year, by day; nothing before it starts. */
export interface Investment {
  readonly project: Project
  readonly startOn: DayNumber
  readonly doneAt: (day: DayNumber) => Exact
}

/** How a project's investment gets on: little in winter, nothing while it stands still; null where none is planned. */
export function makeInvestment(
  random: Random,
  plan: Plan,
  project: Project,
  steps: readonly StageStep[],
): Investment | null {
  const planned = parseExact(project.investment?.thisYear ?? '')
  const startOn = startOf(plan, project, steps)
  if (planned === null || startOn === null) return null
  const late = startOn > dayOf(plan.period.start) + 200
  const pace = late ? random.int(450_000, 900_000) : random.int(880_000, 1_160_000)
  const first = dayOf(plan.period.start)
  const idleFrom = steps.find(({ stage }) => stage === 'SUSPENDED')?.day
  const idleUntil = steps.findLast(({ stage }) => stage === 'STARTED')?.day
  const working = (day: DayNumber): number => {
    if (idleFrom === undefined || day < idleFrom) return usual(first, day)
    const resumed = idleUntil !== undefined && idleUntil > idleFrom && day >= idleUntil
    return usual(first, idleFrom) + (resumed ? usual(first, day) - usual(first, idleUntil) : 0)
  }
  const before = working(startOn)
  const whole = WHOLE - usual(first, startOn)
  return {
    project,
    startOn,
    doneAt: (day) => {
      const done = day < startOn || whole <= 0 ? 0 : (working(day) - before) / whole
      return shareOf(planned, Math.floor(Math.max(0, done) * pace), INVESTMENT_SCALE)
    },
  }
}

/** Millionths of a usual year's investment from the plan's first day through a day. */
function usual(first: DayNumber, day: DayNumber): number {
  return day < first + 366 ? investedThrough(day) : WHOLE
}

function startOf(plan: Plan, project: Project, steps: readonly StageStep[]): DayNumber | null {
  const stage = project.stage ?? (project.kind === 'CONTINUING' ? 'STARTED' : undefined)
  if (stage === 'STARTED' || stage === 'COMPLETED') return dayOf(plan.period.start)
  return steps.find((step) => step.stage === 'STARTED')?.day ?? null
}

/**
 * The indicator that promises the projects' investment of the year as a running total, where there is one: in
 * money, and at least half of what the projects plan. Its reports then add up from those of the projects.
 */
export function investmentIndicator(plan: Plan): Indicator | undefined {
  const planned = sumExact(plan.projects.map((project) => inYuan(plan, project.investment)))
  return plan.indicators.find((indicator) => {
    const unit = findMeasureUnit(indicator.unit, plan.measureUnits)
    if (indicator.accumulation !== 'CUMULATIVE' || unit?.dimension !== 'CURRENCY') return false
    const target = inYuan(plan, { unit: indicator.unit, thisYear: indicator.target ?? '0' })
    const twice = multiplyExact(target, parts(2, 0))
    return compareExact(target, planned) <= 0
      ? compareExact(twice, planned) >= 0
      : compareExact(target, multiplyExact(planned, parts(2, 0))) <= 0
  })
}

function inYuan(plan: Plan, investment: Project['investment']): Exact {
  const unit = findMeasureUnit(investment?.unit ?? '', plan.measureUnits)
  const amount = parseExact(investment?.thisYear ?? '')
  const factor = parseExact(unit?.factor ?? '')
  return amount === null || factor === null ? parts(0, 0) : multiplyExact(amount, factor)
}
