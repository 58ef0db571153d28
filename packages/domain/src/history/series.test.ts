import { describe, expect, it } from 'vitest'
import { indicator, smallPlan } from '../../test/small-plan.ts'
import { factsAfter, viewOn } from '../../test/year.ts'
import { series } from './series.ts'

const facts = factsAfter(
  smallPlan(),
  ['i1', '2020-03-31', '20'],
  ['i1', '2020-05-15', '30'],
  ['i1', '2020-07-31', '80'],
)

describe('the series of an indicator', () => {
  it('has what was expected and what was at each quarter’s end, nothing actual after the view’s date', () => {
    expect(series(viewOn(facts, '2020-06-30'), 'i1', 'QUARTER')).toEqual([
      { on: '2020-03-31', expected: '25', actual: '20', forecast: null },
      { on: '2020-06-30', expected: '50', actual: '30', forecast: null },
      { on: '2020-09-30', expected: '75', actual: null, forecast: null },
      { on: '2020-12-31', expected: '100', actual: null, forecast: null },
    ])
  })

  it('goes on to the view’s date where that is after the due date', () => {
    const points = series(viewOn(facts, '2021-02-10'), 'i1', 'MONTH')
    expect(points).toHaveLength(14)
    expect(points.at(-1)).toEqual({
      on: '2021-02-10',
      expected: '100',
      actual: '80',
      forecast: null,
    })
  })

  it('goes on along the line of the forecast after the view’s date', () => {
    const steady = factsAfter(
      smallPlan(),
      ['i1', '2020-03-31', '10'],
      ['i1', '2020-04-30', '20'],
      ['i1', '2020-05-30', '30'],
    )
    const points = series(viewOn(steady, '2020-06-29'), 'i1', 'DAY')
    const on = (date: string) => points.find((point) => point.on === date)?.forecast
    expect(on('2020-06-29')).toBeNull()
    expect(on('2020-06-30')).toBe('40.333333')
    expect(on('2020-07-29')).toBe('50')
  })

  it('expects nothing of a target that cannot be computed', () => {
    const { target: _, ...relative } = indicator('i1', { targetFactor: '0.85' })
    const plan = smallPlan({ indicators: [relative] })
    const [first] = series(
      viewOn(factsAfter(plan, ['i1', '2020-03-31', '20']), '2020-06-30'),
      'i1',
      'QUARTER',
    )
    expect(first).toEqual({ on: '2020-03-31', expected: null, actual: '20', forecast: null })
  })

  it('is empty for what is not in view', () => {
    expect(series(viewOn(facts, '2020-06-30'), 'none', 'DAY')).toEqual([])
  })
})
