import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideExact, exactOfRatio, roundExact } from './divide-exact.ts'
import {
  addExact,
  clampExact,
  coefficientOf,
  compareExact,
  type Exact,
  exactOf,
  exactOfBig,
  multiplyExact,
  negateExact,
  numberOf,
  ONE,
  parseExact,
  printExact,
  signOf,
  subtractExact,
  sumExact,
  ZERO,
} from './exact.ts'

/** The oracle: strict, so that no binary number gets in or out unnoticed. */
const StrictBig = Big()
StrictBig.strict = true

const integers = fc.oneof(
  fc.integer({ min: 0, max: 999 }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }).map(String),
)
const fractions = fc.oneof(
  fc.constant(''),
  fc.stringMatching(/^\.\d{1,3}$/),
  fc.stringMatching(/^\.\d{1,20}$/),
)
const texts = fc
  .tuple(fc.constantFrom('', '-'), integers, fractions)
  .map(([sign, integer, fraction]) => sign + integer + fraction)
const scales = fc.integer({ min: 0, max: 20 })
const roundings = fc.constantFrom('HALF_UP' as const, 'HALF_EVEN' as const, 'DOWN' as const)
const MODES = { DOWN: 0, HALF_UP: 1, HALF_EVEN: 2 } as const

function exact(text: string): Exact {
  const value = parseExact(text)
  if (value === null) throw new Error(`${text} is no decimal`)
  return value
}

function canonical(big: Big): string {
  return big.eq('0') ? '0' : big.toFixed()
}

function dividedByBig(a: string, b: string, scale: number, mode: Big.RoundingMode): Big {
  const Divisor = StrictBig()
  Divisor.strict = true
  Divisor.DP = scale
  Divisor.RM = mode
  return new Divisor(a).div(b)
}

describe('2 exact decimals equal big.js to the digit', () => {
  it('when parsed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(printExact(exact(text))).toBe(canonical(new StrictBig(text)))
      }),
    )
  })

  it('when added, subtracted, multiplied, negated and compared', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [x, y] = [new StrictBig(a), new StrictBig(b)]
        expect(printExact(addExact(exact(a), exact(b)))).toBe(canonical(x.plus(y)))
        expect(printExact(subtractExact(exact(a), exact(b)))).toBe(canonical(x.minus(y)))
        expect(printExact(multiplyExact(exact(a), exact(b)))).toBe(canonical(x.times(y)))
        expect(printExact(negateExact(exact(a)))).toBe(canonical(x.neg()))
        expect(compareExact(exact(a), exact(b))).toBe(x.cmp(y))
        expect(signOf(exact(a))).toBe(x.cmp('0'))
      }),
      { numRuns: 1000 },
    )
  })

  it('when divided and rounded', () => {
    fc.assert(
      fc.property(texts, texts, scales, roundings, (a, b, scale, rounding) => {
        const [x, y] = [new StrictBig(a), new StrictBig(b)]
        expect(printExact(roundExact(exact(a), scale, rounding))).toBe(
          canonical(x.round(scale, MODES[rounding])),
        )
        const quotient = divideExact(exact(a), exact(b), scale, rounding)
        const expected = y.eq('0') ? null : canonical(dividedByBig(a, b, scale, MODES[rounding]))
        expect(quotient === null ? null : printExact(quotient)).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('when divided at a tie', () => {
    const halves = fc.tuple(fc.integer({ min: -9999, max: 9999 }), scales)
    fc.assert(
      fc.property(halves, roundings, ([odd, scale], rounding) => {
        const a = exact(String(2 * odd + 1))
        const divisor = exactOfBig(2n * 10n ** BigInt(scale), 0)
        const quotient = divideExact(a, divisor, scale, rounding)
        const tie = new StrictBig(`${(2 * odd + 1) * 5}e-${scale + 1}`)
        expect(quotient === null ? null : printExact(quotient)).toBe(
          canonical(tie.round(scale, MODES[rounding])),
        )
      }),
    )
  })

  it('when taken apart and put together', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const value = exact(text)
        expect(printExact(exactOfBig(coefficientOf(value), value.scale))).toBe(
          canonical(new StrictBig(text)),
        )
      }),
    )
  })
})

describe('2 exactness', () => {
  it('knows no binary rounding error', () => {
    expect(printExact(addExact(exact('0.1'), exact('0.2')))).toBe('0.3')
    expect(compareExact(exact('518.00'), exact('518'))).toBe(0)
    expect(printExact(multiplyExact(exact('1.1'), exact('1.1')))).toBe('1.21')
  })

  it('sums the same in any order', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (list, keys) => {
        const values = list.map(exact)
        const shuffled = values
          .map((value) => ({ value, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map((keyed) => keyed.value)
        expect(printExact(sumExact(shuffled))).toBe(printExact(sumExact(values)))
      }),
    )
  })

  it('crosses from safe integers to larger ones and back', () => {
    const most = exact(String(Number.MAX_SAFE_INTEGER))
    const more = addExact(most, ONE)
    expect(printExact(more)).toBe('9007199254740992')
    expect(printExact(subtractExact(more, most))).toBe('1')
    expect(subtractExact(more, most).big).toBeNull()
    expect(compareExact(more, most)).toBe(1)
  })

  it('has one zero', () => {
    expect(printExact(negateExact(ZERO))).toBe('0')
    expect(Object.is(negateExact(ZERO).coefficient, 0)).toBe(true)
    expect(printExact(exact('-0.00'))).toBe('0')
    expect(printExact(exact(`-0.${'0'.repeat(20)}`))).toBe('0')
    expect(printExact(roundExact(exact('-0.4'), 0))).toBe('0')
    expect(printExact(divideExact(exact('-1'), exact('3'), 0) ?? ONE)).toBe('0')
  })

  it('is null, never Infinity, for a division by zero', () => {
    expect(divideExact(ONE, exact('0.00'), 10)).toBeNull()
    expect(exactOfRatio(1, 0, 10)).toBeNull()
  })

  it('refuses numbers that are no safe integers', () => {
    for (const number of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(exactOf(number)).toBeNull()
    expect(exactOfRatio(1, Number.NaN, 3)).toBeNull()
  })

  it('brings scales into 0..20', () => {
    expect(printExact(exactOfRatio(2, 3, -1) ?? ZERO)).toBe('1')
    expect(printExact(exactOfRatio(2, 3, Number.NaN) ?? ZERO)).toBe('1')
    expect(printExact(exactOfRatio(2, 3, 99) ?? ZERO)).toBe(`0.${'6'.repeat(19)}7`)
    expect(printExact(roundExact(exact('1.55'), 1.9))).toBe('1.6')
  })

  it('clamps', () => {
    expect(printExact(clampExact(exact('1.2'), ZERO, ONE))).toBe('1')
    expect(printExact(clampExact(exact('-1.2'), ZERO, ONE))).toBe('0')
    expect(printExact(clampExact(exact('0.2'), ZERO, ONE))).toBe('0.2')
  })

  it('gives the nearest double, always finite', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(numberOf(exact(text))).toBe(Number(text) + 0)
      }),
    )
    let huge = exact('9'.repeat(30))
    for (let i = 0; i < 4; i++) huge = multiplyExact(huge, huge)
    expect(numberOf(huge)).toBe(Number.MAX_VALUE)
    expect(numberOf(negateExact(huge))).toBe(-Number.MAX_VALUE)
  })
})
