import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, isDecimal, parseDecimal } from './decimal.ts'
import { multiplyExact, parseExact } from './exact.ts'

describe('2 decimals are parsed from text', () => {
  it.each([
    ['518', '518'],
    ['518.00', '518'],
    ['0518.10', '518.1'],
    ['-0.150', '-0.15'],
    ['-0', '0'],
    ['000', '0'],
    [`${'9'.repeat(30)}.${'9'.repeat(20)}`, `${'9'.repeat(30)}.${'9'.repeat(20)}`],
    [`${'0'.repeat(50)}1.5${'0'.repeat(50)}`, '1.5'],
    ['9007199254740993', '9007199254740993'],
    ['9999999999999999', '9999999999999999'],
  ])('%s is %s', (text, value) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value })
    expect(isDecimal(value)).toBe(true)
    expect(isDecimal(text)).toBe(text === value)
  })

  it.each([
    '',
    '-',
    '.5',
    '5.',
    '+5',
    '1e3',
    ' 5',
    '5 ',
    '5,000',
    '1.2.3',
    '--5',
    '0x10',
    'NaN',
    '五',
    '5\n',
    '１',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toEqual({ ok: false, issue: { code: 'NOT_A_DECIMAL', text } })
    expect(parseExact(text)).toBeNull()
  })

  it('refuses what has more digits than it holds, never losing one silently', () => {
    const large = `1${'0'.repeat(30)}`
    const fine = `0.${'0'.repeat(20)}1`
    for (const text of [large, fine]) {
      expect(parseDecimal(text)).toEqual({
        ok: false,
        issue: { code: 'OUT_OF_RANGE', text, integerDigits: 30, scale: 20 },
      })
    }
  })

  it('answers a megabyte of digits at once, and does not repeat it', () => {
    const result = parseDecimal('1'.repeat(1_000_000))
    expect(result.ok ? 0 : JSON.stringify(result.issue).length).toBeLessThan(200)
    expect(result.ok).toBe(false)
  })

  it('checks the range of what is computed', () => {
    const large = parseExact('9'.repeat(30))
    if (large === null) throw new Error('30 digits are in range')
    expect(decimalOf(large)).toEqual({ ok: true, value: '9'.repeat(30) })
    expect(decimalOf(multiplyExact(large, large))).toMatchObject({
      ok: false,
      issue: { code: 'OUT_OF_RANGE' },
    })
  })

  it('is canonical: what it gives it takes as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)),
        (text) => {
          const result = parseDecimal(text)
          const outside = /^-?\d+(\.\d+)?$/.test(text) ? 'OUT_OF_RANGE' : 'NOT_A_DECIMAL'
          expect(result.ok ? isDecimal(result.value) : result.issue.code).toBe(
            result.ok ? true : outside,
          )
        },
      ),
    )
  })
})
