import type { Fact, Indicator, Milestone, Plan, Rule, SubjectRef } from '@duban/domain'
import { makeResponsible, makeUnits } from '../plan/make-units.ts'
import { englishOf } from '../plan/titles.ts'
import { type Random, randomOf } from '../random/random.ts'
import { adoptPlan } from '../year/adopt-plan.ts'
import { planAfterYear } from '../year/after-year.ts'
import { generateYear } from '../year/generate-year.ts'
import { leadersOf, simulatedReading } from './fill-in.ts'
import { simulateProjects } from './simulate-projects.ts'

const SEED = 'erqi'

/** Subdistrict offices that report beside the bureaus. */
const SUBDISTRICTS = 16

/**
 * Erqi's plan as a simulated year would have it: the plan with 260 projects, the named ones kept and the others
 * made up, with units, investments and a year of reports. Its code and its title say that it is simulated, every
 * fact is synthetic, and what is filled in where the source is silent carries a Reading that says so. The facts
 * define the plan as it was adopted; `plan` is what they leave at the year's end, so that importing both together
 * adds nothing.
 */
export function simulateErqi(plan: Plan): {
  readonly plan: Plan
  readonly facts: readonly Fact[]
} {
  const simulated = simulatePlan(plan)
  const year = generateYear(simulated, { seed: SEED })
  return {
    plan: planAfterYear(simulated, year),
    facts: [...adoptPlan(simulated), ...year],
  }
}

function simulatePlan(plan: Plan): Plan {
  const random = randomOf(SEED, 'plan')
  const code = `${plan.code}-simulated`
  const known = new Set(plan.units.map((unit) => unit.code))
  const added = makeUnits(SUBDISTRICTS).filter((unit) => !known.has(unit.code))
  const units = [...plan.units, ...added]
  return {
    ...plan,
    code,
    title: { zh: `${plan.title.zh}(模拟)`, en: `${englishOf(plan.title)} (simulated)` },
    synthetic: true,
    units,
    projects: simulateProjects(plan, random.fork('projects'), units),
    indicators: plan.indicators.map((indicator) => ({
      ...indicator,
      ...responsibleFor(random, plan, indicator, units, addsUp(indicator)),
    })),
    milestones: plan.milestones.map((milestone) => ({
      ...milestone,
      ...responsibleFor(random, plan, milestone, units, false),
      ...(milestone.subject === undefined
        ? {}
        : { subject: ofPlan(milestone.subject, plan.code, code) }),
    })),
    rules: plan.rules.map((rule) => ({
      ...rule,
      ...responsibleFor(random, plan, rule, units, false),
    })),
  }
}

/** Whether what several units report adds up: amounts do, percentages do not. */
function addsUp({ accumulation, unit }: Indicator): boolean {
  return accumulation === 'CUMULATIVE' && unit !== 'PERCENT'
}

/** A subject that is the plan itself follows its new code. */
function ofPlan(subject: SubjectRef, from: string, to: string): SubjectRef {
  return subject.kind === 'PLAN' && subject.code === from ? { ...subject, code: to } : subject
}

/** Units for a commitment that names none: those that usually lead its task's area. */
function responsibleFor(
  random: Random,
  plan: Plan,
  commitment: Indicator | Milestone | Rule,
  units: Plan['units'],
  shared: boolean,
): Pick<Indicator, 'responsible' | 'readings'> {
  if (commitment.responsible !== undefined) return {}
  const own = random.fork(`responsible/${commitment.code}`)
  const leaders = leadersOf(plan.tasks, commitment.task)
  return {
    responsible: makeResponsible(own, units, leaders, shared && own.chance(30) ? 2 : 0),
    readings: [...(commitment.readings ?? []), simulatedReading('responsible')],
  }
}
