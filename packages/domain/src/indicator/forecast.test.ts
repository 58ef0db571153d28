import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dates, instants, planFacts } from '../testing/arbitrary-facts.ts'
import { LATER, report, testFacts, testIndicator, testPlan } from '../testing/facts-builder.ts'
import { viewOf } from '../view/view-of.ts'
import { type Forecast, forecast } from './forecast.ts'
import type { Indicator } from './indicator.ts'
import { theilSen } from './theil-sen.ts'

function forecastOf(
  fields: Partial<Indicator>,
  asOf: string,
  ...reports: readonly (readonly [string, string])[]
): Forecast | null {
  const plan = testPlan({ indicators: [testIndicator(fields)] })
  const facts = testFacts(plan, ...reports.map(([on, value]) => report(on, value)))
  const view = viewOf(facts, { asOf, knownAt: LATER })
  return view === undefined ? null : forecast(view, 'indicator/i')
}

describe('3.8 forecast from at least three observations, stating its inputs', () => {
  it('draws the line on to the due date and tells the day and the rate', () => {
    const found = forecastOf({}, '2020-03-31', ['01-31', '10'], ['02-10', '15'], ['02-20', '20'])
    expect(found).toEqual({
      ratePerDay: '0.5',
      requiredPerDay: '0.290909',
      valueAtDue: '177.5',
      metOn: '2020-07-29',
      inputs: {
        method: 'THEIL_SEN',
        asOf: '2020-03-31',
        points: [
          { on: '2020-01-31', value: '10' },
          { on: '2020-02-10', value: '15' },
          { on: '2020-02-20', value: '20' },
        ],
        facts: ['f4'],
      },
    })
  })

  it('is null with fewer than three, before the fact and for nothing', () => {
    expect(forecastOf({}, '2020-03-31', ['01-31', '10'], ['02-10', '15'])).toBeNull()
    expect(
      forecastOf({}, '2020-02-19', ['01-31', '10'], ['02-10', '15'], ['02-20', '20']),
    ).toBeNull()
    const view = viewOf(testFacts(testPlan()), { asOf: '2020-02-01', knownAt: LATER })
    expect(view && forecast(view, 'indicator/none')).toBeNull()
  })

  it('is not moved by one wild report', () => {
    const found = forecastOf(
      {},
      '2020-03-31',
      ['01-01', '10'],
      ['01-11', '20'],
      ['01-21', '30'],
      ['01-31', '990'],
      ['02-10', '50'],
    )
    expect(found?.ratePerDay).toBe('1')
  })

  it('never meets what it moves away from, and asks for no more of what is met', () => {
    const falling = forecastOf(
      { accumulation: 'LEVEL' },
      '2020-03-31',
      ['01-01', '50'],
      ['02-01', '40'],
      ['03-01', '30'],
    )
    expect(falling?.metOn).toBeNull()
    const met = forecastOf({}, '2020-03-31', ['01-01', '50'], ['02-01', '90'], ['03-01', '100'])
    expect(met).toMatchObject({ metOn: null, requiredPerDay: '0' })
  })

  it('adds amounts up before it draws the line', () => {
    const found = forecastOf(
      { accumulation: 'PERIODIC' },
      '2020-03-31',
      ['01-11', '5'],
      ['01-21', '5'],
      ['01-31', '5'],
    )
    expect(found?.ratePerDay).toBe('0.5')
    expect(found?.inputs.facts).toEqual(['f2', 'f3', 'f4'])
  })

  it('holds no NaN or Infinity and never throws', () => {
    fc.assert(
      fc.property(planFacts, dates, instants, (facts, asOf, knownAt) => {
        const view = viewOf(facts, { asOf, knownAt })
        const texts = ['i', 'j', 'ratio', 'count', 'm'].map((code) =>
          JSON.stringify(view === undefined ? null : forecast(view, code)),
        )
        expect(texts.join()).not.toMatch(/NaN|Infinity|undefined/)
      }),
    )
  })
})

describe('Theil-Sen', () => {
  it('finds the line that all points lie on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 12 }),
        (slope, intercept, days) => {
          const line = theilSen(days.map((day) => ({ day, value: slope * day + intercept })))
          expect(line?.slope).toBeCloseTo(slope, 9)
          expect(line?.intercept).toBeCloseTo(intercept, 6)
        },
      ),
    )
  })

  it('is null on one day', () => {
    expect(
      theilSen([
        { day: 1, value: 1 },
        { day: 1, value: 2 },
      ]),
    ).toBeNull()
  })
})
