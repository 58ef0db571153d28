import { expect, test } from 'vitest'
import {
  dateOf,
  dayOf,
  monthEnds,
  OFFICE_HOURS,
  officeInstant,
  weekEnds,
  workingDay,
} from './days.ts'

const first = dayOf('2020-01-01')
const last = dayOf('2020-12-31')

test('a leap year has twelve month ends, 29 February among them', () => {
  const ends = monthEnds(first, last).map(dateOf)
  expect(ends).toHaveLength(12)
  expect(ends[1]).toBe('2020-02-29')
  expect(ends[11]).toBe('2020-12-31')
})

test('a year has 52 weeks', () => {
  expect(weekEnds(first, last)).toHaveLength(52)
  expect(weekEnds(first, last).map(dateOf)[0]).toBe('2020-01-07')
})

test('a weekend moves to the Monday, and a working day stays', () => {
  expect(
    ['2020-01-03', '2020-01-04', '2020-01-05', '2020-01-06'].map((date) =>
      dateOf(workingDay(dayOf(date))),
    ),
  ).toEqual(['2020-01-03', '2020-01-06', '2020-01-06', '2020-01-06'])
  expect(dateOf(workingDay(dayOf('1969-12-27')))).toBe('1969-12-29')
})

test('office hours in China are 01:00 to 09:00 in UTC, and so on the same date', () => {
  expect(officeInstant(first, 0)).toBe('2020-01-01T01:00:00.000Z')
  expect(officeInstant(first, OFFICE_HOURS - 1)).toBe('2020-01-01T08:59:59.999Z')
})
