import {
  addExact,
  type Decimal,
  daysBetween,
  exactOf,
  forecast,
  type HistoryPoint,
  type IndicatorInView,
  multiplyExact,
  parseExact,
  printExact,
  type SeriesPoint,
  series,
} from '@duban/domain'
import { historyOf } from '../history-of.ts'
import { builder } from './builder.ts'
import { IndicatorRef } from './indicator.ts'
import { IntervalEnum, intervalCost } from './interval.ts'
import { PlanRef } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { RollUpRef } from './rollup.ts'

const HistoryPointRef = builder.objectRef<HistoryPoint>('HistoryPoint').implement({
  description: 'What a plan came to on one day (历史点).',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The day (日期).' }),
    rollup: t.field({
      type: RollUpRef,
      description: 'What it came to then, as known at the view’s instant (汇总).',
      resolve: ({ rollUp }) => rollUp,
    }),
  }),
})

builder.objectField(PlanRef, 'history', (t) =>
  t.field({
    type: [HistoryPointRef],
    args: {
      interval: t.arg({
        type: IntervalEnum,
        required: true,
        defaultValue: 'MONTH',
        description: 'How finely (时间间隔).',
      }),
    },
    complexity: intervalCost,
    description: 'What it came to at the end of each interval, up to asOf (历史), for charts.',
    resolve: ({ at: { facts, view } }, { interval }, { limits }) =>
      historyOf(facts, view, interval, limits.timeMs),
  }),
)

/** A point of a series with what the forecast makes of that day. */
interface ForeseenPoint extends SeriesPoint {
  readonly forecast: Decimal | null
}

const SeriesPointRef = builder.objectRef<ForeseenPoint>('SeriesPoint').implement({
  description: 'An indicator at the end of one interval (序列点); values are in its unit.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The day (日期).' }),
    expected: t.expose('expected', {
      type: 'Decimal',
      nullable: true,
      description: 'The value its pace expects on that day (序时值).',
    }),
    actual: t.expose('actual', {
      type: 'Decimal',
      nullable: true,
      description: 'The value on that day (实际值); null after asOf and where nothing is known.',
    }),
    forecast: t.expose('forecast', {
      type: 'Decimal',
      nullable: true,
      description:
        'The value foreseen for that day (预测值); null up to asOf and where there is no forecast.',
    }),
  }),
})

builder.objectField(IndicatorRef, 'series', (t) =>
  t.field({
    type: [SeriesPointRef],
    args: {
      interval: t.arg({
        type: IntervalEnum,
        required: true,
        defaultValue: 'MONTH',
        description: 'How finely (时间间隔).',
      }),
    },
    complexity: intervalCost,
    description:
      'Expected and actual at the end of each interval, from its first day to its due date (序列), for charts.',
    resolve: ({ at, of }, { interval }) => foreseen(at, of, series(at.view, of.code, interval)),
  }),
)

function foreseen(
  { view, asOf }: PlanAt,
  { code, dueOn }: IndicatorInView,
  points: readonly SeriesPoint[],
): ForeseenPoint[] {
  const heading = forecast(view, code)
  const atDue = parseExact(heading?.valueAtDue ?? '')
  const rate = parseExact(heading?.ratePerDay ?? '')
  return points.map((point) => {
    const days = exactOf((dueOn === null ? null : daysBetween(dueOn, point.on)) ?? Number.NaN)
    const known = point.on > asOf && atDue !== null && rate !== null && days !== null
    const value = known ? addExact(atDue, multiplyExact(rate, days)) : null
    return { ...point, forecast: value === null ? null : printExact(value) }
  })
}
