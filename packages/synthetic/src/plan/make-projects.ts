import type { Project, ProjectKind, ProjectStage, Text, Unit } from '@duban/domain'
import { printExact } from '@duban/domain'
import { parts } from '../amount/share.ts'
import { PROJECT_TEMPLATES } from '../content/projects.ts'
import type { Random } from '../random/random.ts'
import { makeResponsible } from './make-units.ts'
import { joined, uniqueTitles } from './titles.ts'

/** What projects are made for: the parts of a plan that they name. */
export interface ProjectSetting {
  readonly places: readonly Text[]
  readonly plates: readonly string[]
  readonly tasks: readonly string[]
  readonly units: readonly Unit[]
  readonly leaders: readonly string[]
  /** Code of the currency unit. */
  readonly currency: string
}

/** So many projects, in the order of their codes. */
export function makeProjects(
  random: Random,
  codes: readonly string[],
  setting: ProjectSetting,
): readonly Project[] {
  const unique = uniqueTitles()
  return codes.map((code) => {
    const own = random.fork(code)
    const template = own.pick(PROJECT_TEMPLATES)
    const name = joinedName(own.pick(setting.places), template.name)
    return {
      code,
      name: unique(name),
      ...makeProjectFields(own, template.years, setting),
      locators: [],
    }
  })
}

/** What a project states besides its name. */
export function makeProjectFields(
  random: Random,
  years: number,
  setting: ProjectSetting,
): Omit<Project, 'code' | 'name' | 'locators' | 'readings'> {
  const kind = makeKind(random)
  // Hundredths of the currency unit: 0.30 to 4.00 a year.
  const thisYear = random.int(30, 400)
  const total = Math.max(100, Math.floor((thisYear * years * random.int(100, 150)) / 100))
  return {
    kind,
    stage: firstStage(random, kind),
    ...(setting.plates.length === 0 ? {} : { plate: random.pick(setting.plates) }),
    ...(setting.tasks.length === 0 ? {} : { task: random.pick(setting.tasks) }),
    investment: {
      unit: setting.currency,
      total: printExact(parts(total, 2)),
      thisYear: printExact(parts(thisYear, 2)),
    },
    responsible: makeResponsible(random, setting.units, setting.leaders, random.int(0, 1)),
  }
}

function makeKind(random: Random): ProjectKind {
  const roll = random.int(0, 99)
  return roll < 35 ? 'NEW_START' : roll < 80 ? 'CONTINUING' : 'PRELIMINARY'
}

/** The stage that a project of a kind stands in when the plan is adopted. */
export function firstStage(random: Random, kind: ProjectKind): ProjectStage {
  if (kind === 'CONTINUING') return 'STARTED'
  if (kind === 'NEW_START') return random.chance(60) ? 'PREPARED' : 'PREPARING'
  return random.chance(60) ? 'PREPARING' : 'PROPOSED'
}

function joinedName(place: Text, what: Text): Text {
  const name = joined(place, what)
  return { ...name, en: `${place.en ?? place.zh} ${what.en ?? what.zh}` }
}
