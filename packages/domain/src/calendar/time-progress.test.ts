import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundExact } from '../quantity/divide-exact.ts'
import { parseExact, printExact, subtractExact } from '../quantity/exact.ts'
import { addDays } from './day-arithmetic.ts'
import { dateOfDay, dayNumber } from './day-number.ts'
import { timeProgress, timeScale, timeShare } from './time-progress.ts'

const YEAR = { start: '2020-01-01', end: '2020-12-31' }
const conventions = fc.constantFrom('MONTHS' as const, 'DAYS' as const)
const periods = fc
  .tuple(fc.integer({ min: -20000, max: 40000 }), fc.integer({ min: 0, max: 4000 }))
  .map(([first, length]) => ({
    start: dateOfDay(first) ?? '',
    end: dateOfDay(first + length) ?? '',
  }))

function percent(asOf: string): string {
  const progress = parseExact(timeProgress(YEAR, asOf) ?? '')
  return progress === null ? '' : printExact(roundExact(progress, 4))
}

describe('1 time progress under MONTHS', () => {
  it('is exactly k/12 at the end of month k', () => {
    for (let month = 1; month <= 12; month++) {
      const end = addDays(
        month === 12 ? '2021-01-01' : `2020-${String(month + 1).padStart(2, '0')}-01`,
        -1,
      )
      const share = timeShare(YEAR, end ?? '')
      expect(share === null ? null : share.elapsed * 12).toBe((share?.whole ?? 0) * month)
    }
    expect(timeProgress(YEAR, '2020-03-31')).toBe('0.25')
    expect(percent('2020-08-31')).toBe('0.6667')
  })

  it('takes the elapsed share of the current month: 15 June is (5 + 15/30)/12', () => {
    const share = timeShare(YEAR, '2020-06-15')
    expect(share === null ? null : share.elapsed * 24).toBe((share?.whole ?? 0) * 11)
  })

  it('is 0 before the period and 1 from its last day on', () => {
    expect(timeProgress(YEAR, '2019-12-31')).toBe('0')
    expect(timeProgress(YEAR, '1999-01-01')).toBe('0')
    expect(timeProgress(YEAR, '2020-12-31')).toBe('1')
    expect(timeProgress(YEAR, '2999-01-01')).toBe('1')
  })

  it('gives Sanming’s 7.33 points ahead in August 2010', () => {
    const done = parseExact('0.7400')
    const expected = parseExact(
      timeProgress({ start: '2010-01-01', end: '2010-12-31' }, '2010-08-31') ?? '',
    )
    expect(done !== null && expected !== null).toBe(true)
    if (done === null || expected === null) return
    expect(printExact(roundExact(subtractExact(done, expected), 4))).toBe('0.0733')
  })

  it('measures a period that starts within a month by the share of it that is left', () => {
    // 16 June to 15 July: half of June and 15 of July's 31 days.
    const share = timeShare({ start: '2020-06-16', end: '2020-07-15' }, '2020-06-30')
    expect((share?.elapsed ?? 0) / (share?.whole ?? 1)).toBeCloseTo(0.5 / (0.5 + 15 / 31), 12)
  })
})

describe('1 time progress under DAYS', () => {
  it('is elapsed days, asOf included, over all days', () => {
    expect(timeShare(YEAR, '2020-01-01', 'DAYS')).toEqual({ elapsed: 1, whole: 366 })
    expect(timeProgress(YEAR, '2020-07-01', 'DAYS')).toBe('0.5')
  })
})

describe('1 time progress of any period', () => {
  it('is 0 on the day before, 1 on the last day, and rises on every day between', () => {
    fc.assert(
      fc.property(periods, conventions, (period, convention) => {
        const scale = timeScale(period, convention)
        const first = dayNumber(period.start) ?? 0
        const last = dayNumber(period.end) ?? 0
        expect(scale?.elapsedAt(first - 1)).toBe(0)
        expect(scale?.elapsedAt(last)).toBe(scale?.whole)
        expect(timeProgress(period, period.end, convention)).toBe('1')
        let before = 0
        for (let day = first; day <= last; day += 1 + Math.floor((last - first) / 50)) {
          const elapsed = scale?.elapsedAt(day) ?? -1
          expect(Number.isSafeInteger(elapsed)).toBe(true)
          expect(elapsed).toBeGreaterThan(before)
          before = elapsed
        }
      }),
    )
  })

  it('is null, never NaN or a throw, for text that is no date and for a period that ends before it starts', () => {
    expect(timeProgress(YEAR, 'today')).toBeNull()
    expect(timeProgress({ start: '2020-02-30', end: '2020-12-31' }, '2020-06-01')).toBeNull()
    expect(timeProgress({ start: '2020-12-31', end: '2020-01-01' }, '2020-06-01')).toBeNull()
  })
})
