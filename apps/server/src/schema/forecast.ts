import { type Forecast, type ForecastInputs, forecast } from '@duban/domain'
import { builder } from './builder.ts'
import { IndicatorRef } from './indicator.ts'

type Point = ForecastInputs['points'][number]

const ForecastPointRef = builder.objectRef<Point>('ForecastPoint').implement({
  description: 'One value that a forecast rests on (预测所据数值).',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', description: 'The day (日期).' }),
    value: t.expose('value', { type: 'Decimal', description: 'The value then (数值).' }),
  }),
})

const ForecastRef = builder.objectRef<Forecast>('Forecast').implement({
  description:
    'Where an indicator is heading, by a robust line (Theil-Sen) through at least three days of reports (预测).',
  fields: (t) => ({
    ratePerDay: t.expose('ratePerDay', {
      type: 'Decimal',
      description: 'Change in a day, in the indicator’s unit (日均变化).',
    }),
    requiredPerDay: t.expose('requiredPerDay', {
      type: 'Decimal',
      nullable: true,
      description:
        'Change in a day that would just reach the target by the due date (所需日均变化).',
    }),
    valueAtDue: t.expose('valueAtDue', {
      type: 'Decimal',
      nullable: true,
      description: 'The value it comes to at the due date (到期预测值).',
    }),
    metOn: t.expose('metOn', {
      type: 'Date',
      nullable: true,
      description:
        'The first day after asOf on which the target is met (预计完成日期); null where it is met, or never will be.',
    }),
    method: t.string({
      description: 'How the line is drawn (方法).',
      resolve: ({ inputs }) => inputs.method,
    }),
    points: t.field({
      type: [ForecastPointRef],
      description: 'The values that it rests on (所据数值).',
      resolve: ({ inputs }) => [...inputs.points],
    }),
    facts: t.stringList({
      description: 'Ids of the facts behind the last of them (所据事实).',
      resolve: ({ inputs }) => [...inputs.facts],
    }),
  }),
})

builder.objectField(IndicatorRef, 'forecast', (t) =>
  t.field({
    type: ForecastRef,
    nullable: true,
    description: 'Where it is heading (预测); null with fewer than three days of reports.',
    resolve: ({ at, of }) => forecast(at.view, of.code),
  }),
)
