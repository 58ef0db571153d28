import type { Exact, Plan, Project, Unit } from '@duban/domain'
import { compareExact, findMeasureUnit, numberOf, parseExact, printExact } from '@duban/domain'
import { parts } from '../amount/share.ts'
import { ERQI_PLACES } from '../content/places.ts'
import { makeProjectFields, makeProjects, type ProjectSetting } from '../plan/make-projects.ts'
import { codeOf, englishOf } from '../plan/titles.ts'
import type { Random } from '../random/random.ts'
import { leadersOf, simulatedReading } from './fill-in.ts'

/** Projects in all, as many as the plan counts. */
const PROJECTS = 260

/** What the projects plan to invest exceeds the promise by so much, as not all of them keep their time. */
const MARGIN_PERCENT = 105

/** The named projects, filled in where nothing is known of them, and made-up ones up to 260. */
export function simulateProjects(
  plan: Plan,
  random: Random,
  units: readonly Unit[],
): readonly Project[] {
  const total = promisedInvestment(plan)
  const setting: ProjectSetting = {
    places: ERQI_PLACES,
    plates: plan.plates.map(({ code }) => code),
    tasks: plan.tasks.map(({ code }) => code),
    units,
    leaders: [...new Set(plan.tasks.flatMap(({ code }) => leadersOf(plan.tasks, code)))],
    currency: total.unit,
  }
  const named = plan.projects.map((project) => fillIn(project, random.fork(project.code), setting))
  const count = Math.max(0, PROJECTS - named.length)
  const codes = Array.from({ length: count }, (_, at) => codeOf('simulated', at + 1))
  const madeUp = makeProjects(random.fork('made-up'), codes, setting).map((project) => ({
    ...project,
    name: { zh: `${project.name.zh}(模拟)`, en: `${englishOf(project.name)} (simulated)` },
  }))
  return shareOut([...named, ...madeUp], plan, total)
}

/** The promise of the year's investment: the largest target in money. */
function promisedInvestment(plan: Plan): { readonly unit: string; readonly amount: Exact } {
  let largest = { unit: 'YI_YUAN', amount: parts(2 * PROJECTS, 0) }
  let found = false
  for (const { unit, target } of plan.indicators) {
    const amount = parseExact(target ?? '')
    const dimension = findMeasureUnit(unit, plan.measureUnits)?.dimension
    if (amount === null || dimension !== 'CURRENCY') continue
    if (found && compareExact(amount, largest.amount) <= 0) continue
    largest = { unit, amount }
    found = true
  }
  return largest
}

function fillIn(project: Project, random: Random, setting: ProjectSetting): Project {
  const madeUp = makeProjectFields(random, 3, setting)
  // Plate and task stay as the source has them, or absent.
  const { kind, stage, investment, responsible } = { ...madeUp, ...project }
  const filled = (['kind', 'stage', 'investment', 'responsible'] as const).filter(
    (field) => project[field] === undefined,
  )
  return {
    ...project,
    ...(kind === undefined ? {} : { kind }),
    ...(stage === undefined ? {} : { stage }),
    ...(investment === undefined ? {} : { investment }),
    ...(responsible === undefined ? {} : { responsible }),
    ...(filled.length === 0
      ? {}
      : { readings: [...(project.readings ?? []), ...filled.map(simulatedReading)] }),
  }
}

/** Scales the made-up investments of the year so that they add up to the promise with its margin. */
function shareOut(
  projects: readonly Project[],
  plan: Plan,
  total: { readonly unit: string; readonly amount: Exact },
): readonly Project[] {
  const given = new Set(plan.projects.flatMap((it) => (it.investment === undefined ? [] : it.code)))
  const weights = projects.map((it) =>
    given.has(it.code) ? 0 : hundredths(it.investment?.thisYear),
  )
  const weight = weights.reduce((sum, one) => sum + one, 0)
  // Hundredths of the unit; what rounding leaves goes to the last project.
  const whole = Math.round(numberOf(total.amount) * MARGIN_PERCENT)
  let left = whole
  return projects.map((project, at) => {
    if (given.has(project.code)) return project
    const own =
      at === projects.length - 1 ? left : Math.floor((whole * (weights[at] ?? 0)) / weight)
    left -= own
    const times = hundredths(project.investment?.total) / (weights[at] ?? 1)
    const all = Math.max(100, own, Math.floor(own * times))
    return {
      ...project,
      investment: {
        unit: total.unit,
        total: printExact(parts(all, 2)),
        thisYear: printExact(parts(own, 2)),
      },
    }
  })
}

function hundredths(decimal: string | undefined): number {
  return Math.round(numberOf(parseExact(decimal ?? '') ?? parts(0, 0)) * 100)
}
