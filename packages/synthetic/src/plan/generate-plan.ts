import type { Plan } from '@duban/domain'
import { EVENT_TYPES } from '../content/milestones.ts'
import { PLACES } from '../content/places.ts'
import { BUREAUS } from '../content/units.ts'
import { randomOf } from '../random/random.ts'
import { makeIndicators } from './make-indicators.ts'
import { makeMilestones } from './make-milestones.ts'
import { makeProjects } from './make-projects.ts'
import { makeRules } from './make-rules.ts'
import { makePlates, makeRequirements, makeTasks, makeThemes } from './make-tasks.ts'
import { makeUnits } from './make-units.ts'
import { type PlanOptions, sizesOf } from './options.ts'
import { codeOf, englishOf } from './titles.ts'

/** The currency unit of made-up projects: hundred million yuan. */
const CURRENCY = 'YI_YUAN'

/**
 * A made-up work plan of a district for a year, of any size, marked synthetic. The same options give the same
 * plan on every machine; its documents and locators are empty, as there is no text it could be found in.
 */
export function generatePlan(options: PlanOptions): Plan {
  const { seed, code, year, district } = options
  const sizes = sizesOf(options)
  const random = randomOf(seed, 'plan')
  const tasks = makeTasks(sizes.tasks)
  const plates = makePlates(sizes.plates)
  const units = makeUnits(sizes.subdistricts)
  const width = Math.max(3, String(sizes.projects).length)
  const projects = makeProjects(
    random.fork('projects'),
    Array.from({ length: sizes.projects }, (_, at) => codeOf('project', at + 1, width)),
    {
      places: PLACES,
      plates: plates.map((plate) => plate.code),
      tasks: tasks.map((task) => task.code),
      units,
      leaders: BUREAUS.map((bureau) => bureau.code),
      currency: CURRENCY,
    },
  )
  return {
    code,
    title: {
      zh: `${district.name.zh}${year}年工作计划(模拟)`,
      en: `Work plan of ${englishOf(district.name)} for ${year} (simulated)`,
    },
    district,
    period: { start: `${year}-01-01`, end: `${year}-12-31` },
    timeZone: 'Asia/Shanghai',
    synthetic: true,
    requirements: makeRequirements(),
    themes: makeThemes(),
    tasks,
    plates,
    projects,
    eventTypes: EVENT_TYPES,
    milestones: makeMilestones(random.fork('milestones'), sizes.milestones, {
      year,
      tasks,
      plates,
      projects,
      units,
    }),
    indicators: makeIndicators(random.fork('indicators'), sizes.indicators, {
      year,
      tasks,
      plates,
      units,
      projects,
      currency: CURRENCY,
    }),
    rules: makeRules(sizes.rules, year),
    policies: [],
    units,
    documents: [],
    measureUnits: [],
  }
}
