import type { Plate, Requirement, Task, Theme } from '@duban/domain'
import { AREAS, type AreaTemplate, REQUIREMENT_TITLES, THEME_TITLES } from '../content/areas.ts'
import { PLATE_TEMPLATES } from '../content/plates.ts'
import { codeOf, numbered } from './titles.ts'

export function makeThemes(): readonly Theme[] {
  return THEME_TITLES.map((title, at) => ({
    code: codeOf('theme', at + 1, 1),
    title,
    locators: [],
  }))
}

export function makeRequirements(): readonly Requirement[] {
  return REQUIREMENT_TITLES.map((title, at) => ({
    code: codeOf('requirement', at + 1, 1),
    title,
    modality: 'MUST',
    locators: [],
  }))
}

/** The area a task is made from, by the task's place in the plan. */
export function areaOfTask(at: number): AreaTemplate {
  const area = AREAS[at % AREAS.length]
  if (area === undefined) throw new RangeError(`no area for task ${at}`)
  return area
}

export function makeTasks(count: number): readonly Task[] {
  return Array.from({ length: count }, (_, at) => {
    const area = areaOfTask(at)
    const code = codeOf('task', at + 1, 2)
    const mechanism = `${code}-mechanism`
    return {
      code,
      number: at + 1,
      title: numbered(area.title, Math.floor(at / AREAS.length)),
      ...(at < AREAS.length ? {} : { parent: codeOf('task', (at % AREAS.length) + 1, 2) }),
      theme: codeOf('theme', area.theme + 1, 1),
      actions: area.actions.map((title, action) => ({
        code: `${code}-action-${action + 1}`,
        title,
        mechanisms: [mechanism],
        locators: [],
      })),
      mechanisms: [{ code: mechanism, name: area.mechanism, locators: [] }],
      locators: [],
    }
  })
}

export function makePlates(count: number): readonly Plate[] {
  return Array.from({ length: count }, (_, at) => {
    const template = PLATE_TEMPLATES[at % PLATE_TEMPLATES.length]
    if (template === undefined) throw new RangeError(`no template for plate ${at}`)
    return {
      code: codeOf('plate', at + 1, 2),
      name: numbered(template.name, Math.floor(at / PLATE_TEMPLATES.length)),
      goals: [{ text: template.aim, locators: [] }],
      locators: [],
    }
  })
}
