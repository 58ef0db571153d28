import fc from 'fast-check'
import * as Calendar from 'temporal-polyfill/fns/Calendar'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import { describe, expect, it } from 'vitest'
import { dateOfDay } from '../calendar/day-number.ts'
import { addMonths, monthsBetween } from './cel-functions.ts'

describe('dates in rules', () => {
  it.each([
    ['2020-01-31', 1, '2020-02-29'],
    ['2020-02-29', 12, '2021-02-28'],
    ['2020-02-29', -48, '2016-02-29'],
    ['2020-12-15', 1, '2021-01-15'],
    ['2020-06-31', 1, null],
    ['9999-12-01', 1, null],
    ['0001-01-01', -1, null],
    ['0001-02-01', -1, '0001-01-01'],
    ['9999-11-30', 1, '9999-12-30'],
    ['2020-01-01', 0.5, null],
  ])('%s and %d months is %s', (date, months, result) => {
    expect(addMonths(date, months)).toBe(result)
  })

  it('adds months as Temporal does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300000, max: 1000000 }),
        fc.integer({ min: -2000, max: 2000 }),
        (day, months) => {
          const date = dateOfDay(day) ?? ''
          const plain = PlainDate.fromString(date, Calendar.getBasic)
          expect(addMonths(date, months)).toBe(
            PlainDate.toString(PlainDate.addMonths(plain, months)),
          )
        },
      ),
    )
  })

  it('counts calendar months', () => {
    expect(monthsBetween('2020-06-30', '2020-07-01')).toBe(1)
    expect(monthsBetween('2020-07-01', '2020-06-30')).toBe(-1)
    expect(monthsBetween('2019-06-01', '2020-06-30')).toBe(12)
    expect(monthsBetween('2020-06-31', '2020-07-01')).toBeNull()
  })
})
