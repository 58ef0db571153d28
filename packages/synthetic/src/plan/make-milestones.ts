import type { Milestone, Plate, Project, ProjectStage, Task, Unit } from '@duban/domain'
import { dateOf, dayOf, monthEnds } from '../calendar/days.ts'
import { MILESTONE_TEMPLATES, type MilestoneTemplate } from '../content/milestones.ts'
import { PLACES } from '../content/places.ts'
import type { Random } from '../random/random.ts'
import { makeModality } from './make-indicators.ts'
import { areaOfTask } from './make-tasks.ts'
import { makeResponsible } from './make-units.ts'
import { codeOf, joined, uniqueTitles } from './titles.ts'

/** What milestones are made for. */
export interface MilestoneSetting {
  readonly year: number
  readonly tasks: readonly Task[]
  readonly plates: readonly Plate[]
  readonly projects: readonly Project[]
  readonly units: readonly Unit[]
}

/** In which stage a project must stand for an event to lie ahead. */
const BEFORE_EVENT: Readonly<Record<string, readonly ProjectStage[]>> = {
  prepared: ['PROPOSED', 'PREPARING'],
  started: ['PREPARING', 'PREPARED'],
  completed: ['STARTED'],
}

/** So many milestones, of tasks and, as long as there are projects for them, of projects. */
export function makeMilestones(
  random: Random,
  count: number,
  setting: MilestoneSetting,
): readonly Milestone[] {
  if (setting.tasks.length === 0) return []
  const unique = uniqueTitles()
  const taken = new Set<string>()
  const ends = monthEnds(dayOf(`${setting.year}-02-01`), dayOf(`${setting.year}-12-31`))
  const ofTasks = MILESTONE_TEMPLATES.filter(({ subject }) => subject === 'TASK')
  const width = Math.max(3, String(count).length)
  return Array.from({ length: count }, (_, at) => {
    const code = codeOf('milestone', at + 1, width)
    const own = random.fork(code)
    const template = MILESTONE_TEMPLATES[at % MILESTONE_TEMPLATES.length] ?? own.pick(ofTasks)
    const project = projectFor(own, template, setting.projects, taken)
    const common = {
      code,
      modality: makeModality(own),
      dueOn: dateOf(own.pick(ends)),
      ...(own.chance(10) ? { warnDays: 15 } : {}),
      locators: [],
    }
    if (project !== undefined && template.event !== undefined) {
      return { ...common, ...ofProject(project, template, template.event, unique) }
    }
    const ofItsTask = template.subject === 'TASK' ? template : own.pick(ofTasks)
    return { ...common, ...ofTask(own, at, ofItsTask, setting, unique) }
  })
}

function projectFor(
  random: Random,
  template: MilestoneTemplate,
  projects: readonly Project[],
  taken: Set<string>,
): Project | undefined {
  const { event } = template
  if (template.subject !== 'PROJECT' || event === undefined || projects.length === 0)
    return undefined
  const stages = BEFORE_EVENT[event] ?? []
  const start = random.int(0, projects.length - 1)
  for (let step = 0; step < projects.length; step++) {
    const project = projects[(start + step) % projects.length]
    const key = `${event} of ${project?.code}`
    if (project?.stage === undefined || !stages.includes(project.stage) || taken.has(key)) continue
    taken.add(key)
    return project
  }
  return undefined
}

type Subject = Omit<Milestone, 'code' | 'modality' | 'dueOn' | 'warnDays' | 'locators'>

function ofProject(
  project: Project,
  template: MilestoneTemplate,
  event: string,
  unique: ReturnType<typeof uniqueTitles>,
): Subject {
  return {
    title: unique(joined(project.name, template.title)),
    project: project.code,
    ...(project.task === undefined ? {} : { task: project.task }),
    ...(project.plate === undefined ? {} : { plate: project.plate }),
    subject: { kind: 'PROJECT', code: project.code },
    event,
    ...(project.responsible === undefined ? {} : { responsible: project.responsible }),
  }
}

function ofTask(
  random: Random,
  at: number,
  template: MilestoneTemplate,
  { tasks, plates, units }: MilestoneSetting,
  unique: ReturnType<typeof uniqueTitles>,
): Subject {
  const taskAt = at % tasks.length
  const task = tasks[taskAt]
  if (task === undefined) throw new RangeError(`no task for milestone ${at}`)
  return {
    title: unique(joined(random.pick(PLACES), template.title)),
    task: task.code,
    ...(task.theme === undefined ? {} : { theme: task.theme }),
    ...(plates.length > 0 && random.chance(30) ? { plate: random.pick(plates).code } : {}),
    subject: { kind: 'TASK', code: task.code },
    responsible: makeResponsible(random, units, areaOfTask(taskAt).bureaus),
  }
}
