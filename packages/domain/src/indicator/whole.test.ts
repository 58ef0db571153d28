import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimalOfRatio } from './whole.ts'
import { textIn } from './whole-number.ts'

const integers = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -200, max: 200 }))
const places = fc.integer({ min: 0, max: 20 })

it('a ratio of numbers reads as that of the same bigints', () => {
  fc.assert(
    fc.property(integers, integers, places, (n, d, scale) => {
      expect(decimalOfRatio(n, d, scale)).toBe(decimalOfRatio(BigInt(n), BigInt(d), scale))
    }),
    { numRuns: 2000 },
  )
})

it('a whole value reads as the ratio that it is', () => {
  fc.assert(
    fc.property(fc.oneof(integers, fc.bigInt()), places, (n, scale) => {
      expect(textIn(n, 1, scale)).toBe(decimalOfRatio(BigInt(n), 10n ** BigInt(scale), scale))
    }),
  )
})
