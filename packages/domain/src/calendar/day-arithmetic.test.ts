import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  isInPeriod,
  monthIndex,
  monthOfDay,
  monthsLate,
} from './day-arithmetic.ts'
import { dateOfDay, dayNumber } from './day-number.ts'

const dates = fc
  .integer({ min: -700000, max: 2900000 })
  .map((day) => dateOfDay(day))
  .filter((date) => date !== null)

describe('1 days', () => {
  it('adds and counts', () => {
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29')
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29')
    expect(addDays('9999-12-31', 1)).toBeNull()
    expect(addDays('2020-01-01', 0.5)).toBeNull()
    expect(addDays('2020-02-30', 1)).toBeNull()
    expect(daysBetween('2020-06-30', '2020-07-01')).toBe(1)
    expect(daysBetween('2020-07-01', '2020-06-30')).toBe(-1)
    expect(daysBetween('2020-06-31', '2020-07-01')).toBeNull()
  })

  it('counts what it adds', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -10000, max: 10000 }), (date, days) => {
        const later = addDays(date, days)
        expect(later === null ? null : daysBetween(date, later)).toBe(days)
      }),
    )
  })

  it('takes both ends of a period', () => {
    const period = { start: '2020-01-01', end: '2020-12-31' }
    expect(isInPeriod('2020-01-01', period)).toBe(true)
    expect(isInPeriod('2020-12-31', period)).toBe(true)
    expect(isInPeriod('2019-12-31', period)).toBe(false)
    expect(isInPeriod('2021-01-01', period)).toBe(false)
    expect(isInPeriod('2020-06-31', period)).toBe(false)
    expect(isInPeriod('2020-06-30', { start: '2020-06-30', end: '2020-06-30' })).toBe(true)
    expect(isInPeriod('2020-06-30', { start: '2020-12-31', end: '2020-01-01' })).toBe(false)
  })

  it('knows the month of a day', () => {
    const leapDay = dayNumber('2020-02-29') ?? 0
    expect(dateOfDay(monthOfDay(leapDay).first)).toBe('2020-02-01')
    expect(dateOfDay(monthOfDay(leapDay).last)).toBe('2020-02-29')
    expect(monthIndex('2020-01-31')).toBe(2020 * 12)
    expect(monthIndex('2020-02-31')).toBeNull()
  })
})

describe('5 monthsLate counts month ends, the due date’s own included', () => {
  it.each([
    ['2020-06-30', '2020-06-29', 0],
    ['2020-06-30', '2020-06-30', 0],
    ['2020-06-30', '2020-07-01', 1],
    ['2020-06-30', '2020-07-31', 1],
    ['2020-06-30', '2020-08-01', 2],
    ['2020-06-30', '2020-08-31', 2],
    ['2020-06-30', '2020-09-01', 3],
    ['2020-06-15', '2020-06-30', 0],
    ['2020-06-15', '2020-07-01', 1],
    ['2020-12-31', '2021-01-01', 1],
    ['2020-12-31', '2020-01-01', 0],
    ['2020-06-31', '2021-01-01', 0],
    ['2020-06-30', 'soon', 0],
  ])('due %s, on %s: %i', (due, on, months) => {
    expect(monthsLate(due, on)).toBe(months)
  })

  it('equals the month ends counted one by one', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 800 }), (due, after) => {
        const dueDay = dayNumber(due) ?? 0
        const on = addDays(due, after) ?? due
        const onDay = dayNumber(on) ?? 0
        let ends = 0
        for (let day = monthOfDay(dueDay).last; day < onDay; day = monthOfDay(day + 1).last) ends++
        expect(monthsLate(due, on)).toBe(ends)
      }),
    )
  })
})
