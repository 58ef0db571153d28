import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChineseNumeral } from './chinese-numeral.ts'

describe('readChineseNumeral', () => {
  it.each([
    ['六', 6],
    ['十', 10],
    ['十八', 18],
    ['二十', 20],
    ['一百零五', 105],
    ['三百五十七', 357],
    ['两千', 2000],
    ['一万二千', 12_000],
    ['五亿一千八百万', 518_000_000],
    ['一万亿', 1_000_000_000_000],
    ['二〇二〇', 2020],
  ])('reads %s as %d', (characters, value) => {
    expect(readChineseNumeral(characters)).toBe(value)
  })

  it.each(['', '万', '亿元', '六个', 'abc'])('reads %j as no number', (characters) => {
    expect(readChineseNumeral(characters)).toBeNull()
  })

  it('reads every number below ten thousand as it is written by places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(readChineseNumeral(writtenByPlaces(value))).toBe(value)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('零〇一两九十百千万亿x')) }),
        (characters) => {
          const value = readChineseNumeral(characters)
          expect(value === null || Number.isSafeInteger(value)).toBe(true)
        },
      ),
    )
  })
})

/** 1024 as 一千零二十四: digits with their places, one 零 for a gap. */
function writtenByPlaces(value: number): string {
  const digits = String(value).padStart(4, '0')
  return ['千', '百', '十', '']
    .map((place, at) => {
      const digit = Number(digits[at])
      return digit === 0 ? '零' : `${'零一二三四五六七八九'[digit]}${place}`
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
}
