import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicator } from '../../test/small-plan.ts'
import type { Observation } from '../fact/fact.ts'
import { reconcileSeries } from './reconcile-series.ts'
import { medianOf, outliersOf } from './robust.ts'

/** Reports at each month's end. */
function series(...values: string[]): Observation[] {
  return values.map((value, at) => {
    const month = String(at + 1).padStart(2, '0')
    return {
      type: 'OBSERVATION',
      id: `o${month}`,
      effectiveOn: `2020-${month}-28`,
      recordedAt: `2020-${month}-28T01:00:00.000Z`,
      recordedBy: 'somebody',
      of: { kind: 'INDICATOR', code: 'i1' },
      reporter: 'housing',
      value,
      state: 'APPROVED',
    }
  })
}

function codesOf(accumulation: 'CUMULATIVE' | 'PERIODIC' | 'LEVEL', ...values: string[]): string[] {
  return reconcileSeries(indicator('i1', { accumulation }), series(...values)).map(
    ({ code, facts }) => `${code} ${facts.join(' ')}`,
  )
}

describe('10 the reconciliation of one series', () => {
  it('finds a running total that falls, and names both values', () => {
    expect(codesOf('CUMULATIVE', '10', '20', '19.99', '30')).toEqual(['CUMULATIVE_FALLS o02 o03'])
    expect(codesOf('CUMULATIVE', '10', '10.00', '30')).toEqual([])
    expect(codesOf('LEVEL', '10', '5')).toEqual([])
  })

  it('finds a value far outside the rest, once', () => {
    const [finding, ...rest] = reconcileSeries(
      indicator('i1', { accumulation: 'PERIODIC' }),
      series('10', '11', '9', '10', '12', '110', '10'),
    )
    expect(rest).toEqual([])
    expect(finding).toMatchObject({
      code: 'OUTLIER',
      facts: ['o06'],
      params: {
        value: '110',
        on: '2020-06-28',
        reporter: 'housing',
        low: '4.8109',
        high: '15.1891',
      },
    })
  })

  it('judges a running total by its growth: a slipped digit shows, steady growth does not', () => {
    expect(codesOf('CUMULATIVE', '10', '20', '31', '41', '50', '61', '72')).toEqual([])
    expect(codesOf('CUMULATIVE', '10', '20', '31', '41', '510', '61', '72', '80')).toEqual([
      'CUMULATIVE_FALLS o05 o06',
      'OUTLIER o05',
    ])
  })

  it('says nothing of five values, nor of equal ones', () => {
    expect(codesOf('PERIODIC', '1', '1', '1', '1', '900')).toEqual([])
    expect(codesOf('PERIODIC', '7', '7', '7', '7', '7', '7', '7')).toEqual([])
  })
})

describe('far outside, robustly', () => {
  it('does not depend on the order of the values, nor on where they start', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 30 })
    fc.assert(
      fc.property(values, fc.integer({ min: -500, max: 500 }), (some, shift) => {
        const far = (all: readonly number[]) =>
          outliersOf(all)
            .places.map((at) => all[at] ?? Number.NaN)
            .sort((a, b) => a - b)
        expect(far([...some].reverse())).toEqual(far(some))
        const moved = some.map((value) => value + shift)
        expect(far(moved).map((value) => value - shift)).toEqual(far(some))
      }),
    )
  })

  it('never calls half of the values or more far out', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(values, (some) => {
        expect(outliersOf(some).places.length).toBeLessThan(some.length / 2)
      }),
    )
  })

  it('takes the mean of the two middle values as the median', () => {
    expect([medianOf([]), medianOf([3]), medianOf([4, 1]), medianOf([9, 1, 2])]).toEqual([
      0, 3, 2.5, 2,
    ])
  })
})
