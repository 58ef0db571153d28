import { describe, expect, it } from 'vitest'
import { dateOfDay, dayNumber } from './day-number.ts'
import { yearBefore } from './year-before.ts'

describe('the same date a year before', () => {
  it.each([
    ['2020-06-30', '2019-06-30'],
    ['2020-02-29', '2019-02-28'],
    ['2021-02-28', '2020-02-28'],
    ['2020-01-01', '2019-01-01'],
  ])('of %s is %s', (date, before) => {
    const day = dayNumber(date)
    expect(day === null ? null : dateOfDay(yearBefore(day))).toBe(before)
  })
})
