import type {
  Checkpoint,
  Exact,
  Indicator,
  Modality,
  Plate,
  Project,
  Task,
  Unit,
} from '@duban/domain'
import { parseExact, printExact, sumExact } from '@duban/domain'
import { parts, shareOf } from '../amount/share.ts'
import { INDICATOR_TEMPLATES, type IndicatorTemplate } from '../content/indicators.ts'
import { PLACES } from '../content/places.ts'
import type { Random } from '../random/random.ts'
import { derivedIndicators } from './derived-indicators.ts'
import { areaOfTask } from './make-tasks.ts'
import { makeResponsible } from './make-units.ts'
import { codeOf, joined, uniqueTitles } from './titles.ts'

/** What indicators are made for. */
export interface IndicatorSetting {
  readonly year: number
  readonly tasks: readonly Task[]
  readonly plates: readonly Plate[]
  readonly units: readonly Unit[]
  readonly projects: readonly Project[]
  /** Code of the currency unit of the projects. */
  readonly currency: string
}

/** Units of which there are halves; of all others targets and reports are whole numbers. */
const DIVISIBLE: ReadonlySet<string> = new Set([
  'PERCENT',
  'YI_YUAN',
  'WAN_YUAN',
  'WAN_SQUARE_METRE',
  'KILOMETRE',
  'WAN_MU',
  'WAN_TONNE',
])

/** So many indicators, dealt to the tasks in turn; the first ones are counted over projects. */
export function makeIndicators(
  random: Random,
  count: number,
  setting: IndicatorSetting,
): readonly Indicator[] {
  if (setting.tasks.length === 0) return []
  const unique = uniqueTitles()
  const first = derivedIndicators(setting, investmentTotal(setting.projects)).slice(0, count)
  const width = Math.max(3, String(count).length)
  const rest = Array.from({ length: count - first.length }, (_, at) =>
    makeIndicator(random, at, codeOf('indicator', at + 1, width), setting),
  )
  return [...first, ...rest].map((indicator) => ({ ...indicator, title: unique(indicator.title) }))
}

function makeIndicator(
  random: Random,
  at: number,
  code: string,
  setting: IndicatorSetting,
): Indicator {
  const own = random.fork(code)
  const taskAt = at % setting.tasks.length
  const area = areaOfTask(taskAt)
  const templates = INDICATOR_TEMPLATES.filter((template) => template.area === area.code)
  const template = templates[Math.floor(at / setting.tasks.length) % templates.length]
  const task = setting.tasks[taskAt]
  if (template === undefined || task === undefined) throw new RangeError(`no template for ${code}`)
  const round = Math.floor(at / setting.tasks.length / templates.length)
  const supporters = template.shape.accumulation === 'LEVEL' || own.chance(75) ? 0 : own.int(1, 3)
  return {
    code,
    // From the second time on the same quantity is promised for one place.
    title: round === 0 ? template.title : joined(own.pick(PLACES), template.title),
    task: task.code,
    ...(task.theme === undefined ? {} : { theme: task.theme }),
    ...(area.code === 'plates' && setting.plates.length > 0
      ? { plate: own.pick(setting.plates).code }
      : {}),
    ...(own.chance(20) ? { weight: String(own.int(2, 5)) } : {}),
    modality: makeModality(own),
    responsible: makeResponsible(own, setting.units, area.bureaus, supporters),
    locators: [],
    ...makeQuantity(own, template, setting.year),
  }
}

type Quantity = Pick<Indicator, 'unit' | 'direction' | 'comparator' | 'accumulation'> &
  Partial<Indicator>

function makeQuantity(random: Random, template: IndicatorTemplate, year: number): Quantity {
  const { baselinePercent, ...shape } = template.shape
  const scale = DIVISIBLE.has(template.unit) ? 1 : 0
  const unit = 10 ** scale
  const target = parts(random.int(template.low * unit, template.high * unit), scale)
  const dueOn = makeDue(random, year)
  const steady = shape.comparator === 'AT_LEAST' && shape.accumulation === 'CUMULATIVE'
  return {
    ...shape,
    unit: template.unit,
    target: printExact(target),
    ...(shape.comparator === 'BETWEEN'
      ? { targetUpper: printExact(shareOf(target, 1_300_000, 1)) }
      : {}),
    ...(baselinePercent === undefined
      ? {}
      : { baseline: printExact(shareOf(target, baselinePercent * 10_000, scale)) }),
    ...(steady ? makePace(random, target, year, dueOn) : {}),
    dueOn,
  }
}

function makePace(random: Random, target: Exact, year: number, dueOn: string): Partial<Indicator> {
  const roll = random.int(0, 99)
  if (roll < 5) return { pace: 'AT_DUE' }
  if (roll >= 12 || dueOn !== `${year}-12-31`) return {}
  const checkpoints: readonly Checkpoint[] = [
    { on: `${year}-03-31`, value: printExact(shareOf(target, 150_000, 0)) },
    { on: `${year}-06-30`, value: printExact(shareOf(target, 450_000, 0)) },
    { on: `${year}-09-30`, value: printExact(shareOf(target, 750_000, 0)) },
    { on: dueOn, value: printExact(target) },
  ]
  return { pace: 'CHECKPOINTS', checkpoints }
}

function makeDue(random: Random, year: number): string {
  const roll = random.int(0, 99)
  if (roll < 62) return `${year}-12-31`
  if (roll < 76) return `${year}-11-30`
  if (roll < 86) return `${year}-09-30`
  return roll < 96 ? `${year}-06-30` : `${year}-03-31`
}

export function makeModality(random: Random): Modality {
  const roll = random.int(0, 99)
  return roll < 60 ? 'MUST' : roll < 80 ? 'STRIVE' : 'EFFORT'
}

function investmentTotal(projects: readonly Project[]): Exact {
  return sumExact(
    projects.flatMap(({ investment }) => parseExact(investment?.thisYear ?? '') ?? []),
  )
}
