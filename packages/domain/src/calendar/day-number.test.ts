import fc from 'fast-check'
import * as Calendar from 'temporal-polyfill/fns/Calendar'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import { describe, expect, it } from 'vitest'
import { isDate, parseDate } from './date.ts'
import { dateOfDay, dayNumber, FIRST_DAY, LAST_DAY } from './day-number.ts'

const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY })

describe('1 domain dates are strict calendar dates', () => {
  it.each([
    '2020-02-30',
    '2019-02-29',
    '1900-02-29',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '0000-01-01',
    '10000-01-01',
    '2020-1-01',
    '2020/01/01',
    '2020-01-01 ',
    ' 2020-01-01',
    '2020-01-0a',
    '２020-01-01',
    '+020-01-01',
    '-001-01-01',
    '20200101',
    '',
    '2020-01-01T00:00:00Z',
    '2020-01- 1',
    '202e-01-01',
  ])('refuses %j', (text) => {
    expect(isDate(text)).toBe(false)
    expect(parseDate(text)).toBeNull()
    expect(dayNumber(text)).toBeNull()
  })

  it.each(['2020-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2020-04-30'])(
    'takes %s',
    (text) => {
      expect(parseDate(text)).toBe(text)
    },
  )

  it('knows its ends', () => {
    expect(dayNumber('0001-01-01')).toBe(FIRST_DAY)
    expect(dayNumber('9999-12-31')).toBe(LAST_DAY)
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2020-02-29')).toBe(18321)
  })

  it('numbers days as Temporal does, and back', () => {
    const epoch = PlainDate.fromString('1970-01-01', Calendar.getBasic)
    fc.assert(
      fc.property(days, (day) => {
        const date = dateOfDay(day)
        expect(date).toBe(PlainDate.toString(PlainDate.addDays(epoch, day)))
        expect(dayNumber(date ?? '')).toBe(day)
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with Temporal on every text that looks like a date', () => {
    const part = (min: number, max: number, width: number) =>
      fc.integer({ min, max }).map((n) => String(n).padStart(width, '0'))
    fc.assert(
      fc.property(part(1, 9999, 4), part(0, 13, 2), part(0, 32, 2), (year, month, day) => {
        const text = `${year}-${month}-${day}`
        expect(isDate(text)).toBe(temporalTakes(text))
      }),
      { numRuns: 500 },
    )
  })

  it('gives null for days that are none', () => {
    for (const day of [Number.NaN, Infinity, -Infinity, 0.5, FIRST_DAY - 1, LAST_DAY + 1]) {
      expect(dateOfDay(day)).toBeNull()
    }
  })

  it('is total on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const day = dayNumber(text)
        expect(day === null || dateOfDay(day) === text).toBe(true)
      }),
    )
  })
})

function temporalTakes(text: string): boolean {
  try {
    PlainDate.fromString(text, Calendar.getBasic)
    return true
  } catch {
    return false
  }
}
