import { expect, it } from 'vitest'
import { monthsTold } from './months-told.ts'

it.each([
  ['true', 0],
  ['monthsLate >= 3', 4],
  ['status == "OVERDUE" && monthsLate >= 3', 4],
  ['assessment.monthsLate>2||(monthsLate <= 12)', 13],
  ['monthsLate == 1 ? monthsLate != 4 : monthsLate < 2', 5],
])('tells up to how many months late %s tells apart', (source, most) => {
  expect(monthsTold(source)).toBe(most)
})

it.each([
  'monthsLate * 2 >= 6',
  '2 * monthsLate >= 6',
  '-monthsLate < -6',
  'monthsLate >= 3 * timesRescheduled',
  'monthsLate >= 3 + daysLate',
  'double(monthsLate) >= 3.5',
  '3 <= monthsLate',
  'monthsLate in [3]',
  'monthsLate >= timesRescheduled',
  '1 +\nmonthsLate >= 3',
  'monthsLate >= 3 && monthsLate % 2 == 0',
  'double(monthsLate)',
  'has(assessment.monthsLate)',
])('does not know for %s', (source) => {
  expect(monthsTold(source)).toBe(Number.POSITIVE_INFINITY)
})
