import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../calendar/day-arithmetic.ts'
import { dateOfDay } from '../calendar/day-number.ts'
import { spansOf } from './interval.ts'

const year = { start: '2020-01-01', end: '2020-12-31' }

describe('the spans of a period', () => {
  it('end with the month, the quarter, on Sunday', () => {
    expect(spansOf(year, 'QUARTER').map(({ end }) => end)).toEqual([
      '2020-03-31',
      '2020-06-30',
      '2020-09-30',
      '2020-12-31',
    ])
    expect(spansOf(year, 'MONTH')[1]).toEqual({ start: '2020-02-01', end: '2020-02-29' })
    expect(spansOf(year, 'WEEK').slice(0, 2)).toEqual([
      { start: '2020-01-01', end: '2020-01-05' },
      { start: '2020-01-06', end: '2020-01-12' },
    ])
    expect(
      spansOf({ start: '1969-12-20', end: '1970-01-02' }, 'WEEK').map(({ end }) => end),
    ).toEqual(['1969-12-21', '1969-12-28', '1970-01-02'])
    expect(spansOf(year, 'DAY')).toHaveLength(366)
  })

  it('are none of a period that ends before it starts', () => {
    expect(spansOf({ start: '2020-02-01', end: '2020-01-01' }, 'MONTH')).toEqual([])
    expect(spansOf({ start: '2020-02-30', end: '2020-03-01' }, 'MONTH')).toEqual([])
  })

  it('cover the period without gap or overlap, whatever it is', () => {
    const start = fc.integer({ min: -40_000, max: 40_000 })
    const interval = fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER' as const)
    fc.assert(
      fc.property(start, fc.nat(1000), interval, (first, length, cut) => {
        const period = { start: dateOfDay(first) ?? '', end: dateOfDay(first + length) ?? '' }
        const spans = spansOf(period, cut)
        expect(spans[0]?.start).toBe(period.start)
        expect(spans.at(-1)?.end).toBe(period.end)
        spans.slice(1).forEach((span, at) => {
          expect(span.start).toBe(addDays(spans[at]?.end ?? '', 1))
        })
        const days = spans.map((span) => (daysBetween(span.start, span.end) ?? -1) + 1)
        expect(days.reduce((sum, each) => sum + each, 0)).toBe(length + 1)
      }),
    )
  })
})
