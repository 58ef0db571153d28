import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isInstant, isTimeZone, parseInstant, startOfDayIn, todayIn } from './instant.ts'

describe('1 instants are UTC', () => {
  it.each([
    ['2020-07-01T00:00:00.000Z', '2020-07-01T00:00:00.000Z'],
    ['2020-07-01T00:00:00Z', '2020-07-01T00:00:00.000Z'],
    ['2020-07-01t08:00:00.5+08:00', '2020-07-01T00:00:00.500Z'],
    ['2020-01-01T00:30:00+08:00', '2019-12-31T16:30:00.000Z'],
    ['2020-07-01T00:00:00.123999Z', '2020-07-01T00:00:00.123Z'],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant)
  })

  it.each([
    '2020-07-01',
    '2020-07-01T00:00:00',
    '2020-02-30T00:00:00Z',
    '2020-07-01T24:00:00Z',
    '2020-07-01T00:60:00Z',
    '2020-07-01T00:00:60Z',
    '2020-07-01 00:00:00Z',
    '0001-01-01T00:00:00+08:00',
    '9999-12-31T23:00:00-08:00',
    '2020-07-01T00:00:00.000Z[Asia/Shanghai]',
    'now',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull()
    expect(isInstant(text)).toBe(false)
  })

  it('holds only the canonical form', () => {
    expect(isInstant('2020-07-01T00:00:00.000Z')).toBe(true)
    expect(isInstant('2020-07-01T00:00:00Z')).toBe(false)
    expect(isInstant('2020-07-01T08:00:00.000+08:00')).toBe(false)
  })

  it('sorts as text as it does in time, and reads what Date prints', () => {
    const instants = fc.date({
      min: new Date('0001-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [first, second] = [a.toISOString(), b.toISOString()]
        expect(parseInstant(first)).toBe(first)
        expect(first < second).toBe(a.getTime() < b.getTime())
      }),
    )
  })
})

describe('1 a time zone turns now into today', () => {
  it('knows Shanghai', () => {
    expect(todayIn('Asia/Shanghai', '2020-06-30T15:59:59.999Z')).toBe('2020-06-30')
    expect(todayIn('Asia/Shanghai', '2020-06-30T16:00:00.000Z')).toBe('2020-07-01')
    expect(todayIn('UTC', '2020-06-30T16:00:00.000Z')).toBe('2020-06-30')
  })

  it('gives null for an unknown zone, an instant that is none, and a date out of range', () => {
    expect(todayIn('Asia/Erqi', '2020-06-30T16:00:00.000Z')).toBeNull()
    expect(todayIn('', '2020-06-30T16:00:00.000Z')).toBeNull()
    expect(todayIn('Asia/Shanghai', 'now')).toBeNull()
    expect(todayIn('Asia/Shanghai', '9999-12-31T20:00:00.000Z')).toBeNull()
    expect(isTimeZone('Asia/Shanghai')).toBe(true)
    expect(isTimeZone('Mars/Olympus')).toBe(false)
  })

  it('is total on any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (zone, instant) => {
        expect(todayIn(zone, instant)).toBeNull()
        expect(() => todayIn(zone, '2020-06-30T16:00:00.000Z')).not.toThrow()
      }),
    )
  })
})

describe('the start of a day', () => {
  it('is the first instant that is that day in the zone', () => {
    expect(startOfDayIn('Asia/Shanghai', '2020-03-06')).toBe('2020-03-05T16:00:00.000Z')
    expect(startOfDayIn('UTC', '2020-03-06')).toBe('2020-03-06T00:00:00.000Z')
    // Clocks in São Paulo went from midnight to one o'clock on that day.
    expect(startOfDayIn('America/Sao_Paulo', '2018-11-04')).toBe('2018-11-04T03:00:00.000Z')
  })

  it('is none of a date or a zone that is none, nor before the first instant', () => {
    expect(startOfDayIn('Asia/Shanghai', '2020-02-30')).toBeNull()
    expect(startOfDayIn('Asia/Erqi', '2020-02-28')).toBeNull()
    expect(startOfDayIn('Asia/Shanghai', '0001-01-01')).toBeNull()
  })
})

describe('dates and instants in time zones', () => {
  const zone = fc.constantFrom(
    'Asia/Shanghai',
    'UTC',
    'America/St_Johns',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'Asia/Kathmandu',
    'Europe/London',
  )
  const milliseconds = fc.integer({ min: -60_000_000_000_000, max: 200_000_000_000_000 })

  it('are none before the first date there is', () => {
    expect(todayIn('America/New_York', '0001-01-01T00:00:00.000Z')).toBeNull()
    expect(todayIn('America/New_York', '0001-01-01T12:00:00.000Z')).toBe('0001-01-01')
    expect(startOfDayIn('America/New_York', '0001-01-01')).toBe('0001-01-01T04:56:02.000Z')
  })

  it('are what Temporal says they are', () => {
    fc.assert(
      fc.property(
        zone,
        milliseconds,
        fc.integer({ min: 0, max: 120_000 }),
        (timeZone, at, then) => {
          // One soon after another may be told from it.
          for (const each of [at, at + then]) {
            const instant = new Date(each).toISOString()
            const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
            expect(todayIn(timeZone, instant)).toBe(zoned.toPlainDate().toString())
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('change within the minute where a zone was seconds away from whole ones', () => {
    expect(todayIn('Africa/Monrovia', '1970-01-02T00:44:29.000Z')).toBe('1970-01-01')
    expect(todayIn('Africa/Monrovia', '1970-01-02T00:44:30.000Z')).toBe('1970-01-02')
    expect(todayIn('Asia/Shanghai', '2020-06-30T15:59:59.999Z')).toBe('2020-06-30')
    expect(todayIn('Asia/Shanghai', '2020-06-30T16:00:00.000Z')).toBe('2020-07-01')
  })

  it('begin when Temporal says the day begins', () => {
    fc.assert(
      fc.property(zone, milliseconds, (timeZone, at) => {
        const date = new Date(at).toISOString().slice(0, 10)
        const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant()
        expect(startOfDayIn(timeZone, date)).toBe(start.toString({ fractionalSecondDigits: 3 }))
      }),
      { numRuns: 300 },
    )
  })

  it('are parsed in any offset as Temporal parses them', () => {
    const offset = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 })
    const fraction = fc.constantFrom('', '.1', '.123', '.123456789', '.9999')
    fc.assert(
      fc.property(milliseconds, offset, fraction, (at, minutes, part) => {
        const clock = new Date(at).toISOString().slice(0, 19)
        const size = Math.abs(minutes)
        const hours = String(Math.floor(size / 60)).padStart(2, '0')
        const rest = String(size % 60).padStart(2, '0')
        const text = `${clock}${part}${minutes < 0 ? '-' : '+'}${hours}:${rest}`
        const temporal = Temporal.Instant.from(text)
        expect(parseInstant(text)).toBe(
          temporal.toString({ fractionalSecondDigits: 3, roundingMode: 'floor' }),
        )
      }),
    )
  })
})
