import type { DayNumber, Exact, Indicator, Plan } from '@duban/domain'
import {
  addExact,
  compareExact,
  findMeasureUnit,
  multiplyExact,
  negateExact,
  parseExact,
  roundExact,
  subtractExact,
} from '@duban/domain'
import { parts, shareOf, WHOLE } from '../amount/share.ts'
import { dayOf } from '../calendar/days.ts'
import type { Random } from '../random/random.ts'
import { makeProgress } from './progress.ts'
import type { Series } from './report.ts'

/** Dimensions of things that come in whole numbers, where the unit is a single one. */
const WHOLE_DIMENSIONS: ReadonlySet<string> = new Set([
  'COUNT',
  'PERSON',
  'HOUSEHOLD',
  'DWELLING',
  'OCCASION',
  'BATCH',
  'PERSON_TIME',
  'BED',
  'SEAT',
  'PARKING_SPACE',
  'RANK',
])

/** Decimals in which a quantity of the indicator's unit is reported. */
export function scaleOf(plan: Plan, indicator: Indicator): number {
  const unit = findMeasureUnit(indicator.unit, plan.measureUnits)
  const decimals = indicator.target?.split('.')[1]?.length ?? 0
  // Nobody reports a quarter of a day of good air.
  const single =
    unit === null ||
    unit.code === 'DAY' ||
    (WHOLE_DIMENSIONS.has(unit.dimension) && unit.factor === '1')
  return single ? decimals : Math.max(2, decimals)
}

/** The target, or one to steer by where it is not known: a hundred, or a share of the baseline. */
function aimOf(indicator: Indicator, scale: number): Exact {
  const known = parseExact(indicator.target ?? '')
  if (known !== null) return known
  const factor = parseExact(indicator.targetFactor ?? '')
  const baseline = parseExact(indicator.baseline ?? '') ?? parts(100, 0)
  return factor === null ? parts(100, 0) : roundExact(multiplyExact(baseline, factor), scale)
}

/** How an indicator's reported values go through its span, for each of its reporters. */
export function makeValues(
  random: Random,
  plan: Plan,
  indicator: Indicator,
  reporters: number,
): readonly Series['valueAt'][] {
  const scale = scaleOf(plan, indicator)
  const first = dayOf(indicator.startOn ?? plan.period.start)
  const last = dayOf(indicator.dueOn ?? plan.period.end)
  const aim = aimOf(indicator, scale)
  if (indicator.accumulation === 'LEVEL') {
    return [levelOf(random, indicator, aim, scale, first, Math.max(first, last))]
  }
  const progress = makeProgress(random, first, Math.max(first, last))
  const most = indicator.comparator === 'EXACTLY' ? WHOLE : undefined
  const ceiling = indicator.comparator === 'AT_MOST' ? random.int(850_000, 1_030_000) : WHOLE
  const share = (day: DayNumber): number => {
    const reached = Math.floor((progress(day) / WHOLE) * ceiling)
    return most === undefined ? reached : Math.min(most, reached)
  }
  return divided(aim, reporters, scale).map((part) => {
    const total = (day: DayNumber): Exact => shareOf(part, share(day), scale)
    if (indicator.accumulation !== 'PERIODIC') return total
    return (day, since) => (since === null ? total(day) : subtractExact(total(day), total(since)))
  })
}

/** A whole in so many parts that add up to it, the first the largest. */
function divided(whole: Exact, count: number, scale: number): readonly Exact[] {
  const part = shareOf(whole, Math.floor(700_000 / count), scale)
  const rest = Array.from({ length: count - 1 }, () => part)
  const first = rest.reduce((left, taken) => subtractExact(left, taken), whole)
  return [first, ...rest]
}

/** A state: from its baseline towards the aim, or about it where it is to stay. */
function levelOf(
  random: Random,
  indicator: Indicator,
  aim: Exact,
  scale: number,
  first: DayNumber,
  last: DayNumber,
): Series['valueAt'] {
  const baseline = parseExact(indicator.baseline ?? '')
  const wobble = random.fork('wobble')
  const capped = (value: Exact): Exact =>
    indicator.unit === 'PERCENT' && compareExact(value, parts(100, 0)) > 0 ? parts(100, 0) : value
  if (baseline !== null && indicator.direction !== 'MAINTAIN') {
    const progress = makeProgress(random, first, last)
    const way = subtractExact(aim, baseline)
    return (day) => {
      const share = progress(day) + wobble.int(-15_000, 15_000)
      return capped(addExact(baseline, shareOf(way, share, scale)))
    }
  }
  const upper = parseExact(indicator.targetUpper ?? '')
  const middle =
    upper === null ? aim : roundExact(multiplyExact(addExact(aim, upper), parts(5, 1)), scale)
  const careful = random.chance(80)
  return (day) => {
    const off = shareOf(middle, wobble.int(careful ? 0 : -8_000, 12_000), scale)
    const better = indicator.comparator === 'AT_MOST' ? negateExact(off) : off
    return day < first ? middle : capped(addExact(middle, better))
  }
}
