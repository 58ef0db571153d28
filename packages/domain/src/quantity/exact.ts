import type Big from 'big.js'
import type { Decimal } from './decimal.ts'
import { StrictBig } from './strict-big.ts'

/**
 * An exact decimal to reckon with: `coefficient / 10^scale` while the coefficient is a safe integer, otherwise
 * a big.js value. Make one by parseExact or exactOf; treat the parts as private. All arithmetic on it is exact
 * and without limit; limits are checked where text comes in.
 */
export interface Exact {
  readonly coefficient: number
  readonly scale: number
  /** The value where it does not fit the two numbers. */
  readonly big: Big | null
}

/** Digits before the point that a Decimal may have. */
export const MAX_INTEGER_DIGITS = 30

/** Digits after the point that a Decimal may have. */
export const MAX_SCALE = 20

/** Beyond it a power of ten is no exact double. */
const MAX_SAFE_SCALE = 22
const SAFE_DIGITS = 15
const POWERS: readonly number[] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

/** 10^exponent; NaN outside 0..22, which no safe-integer check passes. */
export function powerOfTen(exponent: number): number {
  return POWERS[exponent] ?? Number.NaN
}

/** An exact value of a safe coefficient. */
export function exactOfParts(coefficient: number, scale: number): Exact {
  // `+ 0` turns -0 into 0.
  return { coefficient: coefficient + 0, scale, big: null }
}

/** 0. */
export const ZERO: Exact = { coefficient: 0, scale: 0, big: null }

/** 1. */
export const ONE: Exact = { coefficient: 1, scale: 0, big: null }

/** 100. */
export const HUNDRED: Exact = { coefficient: 100, scale: 0, big: null }

/** A safe integer as an exact value; null for a fraction, NaN or an integer that a double does not hold exactly. */
export function exactOf(integer: number): Exact | null {
  return Number.isSafeInteger(integer) ? exactOfParts(integer, 0) : null
}

/** big.js's view of a value. */
export function bigOf(value: Exact): Big {
  return value.big ?? new StrictBig(`${value.coefficient}e-${value.scale}`)
}

/** A big.js value, in the fast form where it fits. */
export function exactOfBig(big: Big): Exact {
  // big.js keeps digits without trailing zeros: value = s x 0.ccc x 10^(e+1).
  const scale = Math.max(0, big.c.length - 1 - big.e)
  const digits = Math.max(big.c.length, big.e + 1)
  if (digits > SAFE_DIGITS || scale > MAX_SAFE_SCALE) return { coefficient: 0, scale: 0, big }
  let coefficient = 0
  for (const digit of big.c) coefficient = coefficient * 10 + digit
  const trailing = powerOfTen(Math.max(0, big.e + 1 - big.c.length))
  return exactOfParts(big.s * coefficient * trailing, scale)
}

/**
 * Decimal text as an exact value: optional minus, digits, optional point and digits (`518.00` is 518).
 * Null for anything else, and beyond MAX_INTEGER_DIGITS or MAX_SCALE.
 */
export function parseExact(text: string): Exact | null {
  const negative = text.charCodeAt(0) === 45
  let coefficient = 0
  let scale = -1
  const start = negative ? 1 : 0
  const end = text.length
  if (end - start > SAFE_DIGITS + 1 || end === start) return parseLong(text)
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) {
      coefficient = coefficient * 10 + digit
      if (scale >= 0) scale++
    } else if (digit === -2 && scale < 0 && at > start && at + 1 < end) {
      scale = 0
    } else {
      return null
    }
  }
  if (coefficient > Number.MAX_SAFE_INTEGER) return parseLong(text)
  return exactOfParts(negative ? -coefficient : coefficient, Math.max(0, scale))
}

const DECIMAL = /^-?0*(\d*?)(?:\.(\d*?)0*)?$/
const SHAPE = /^-?\d+(?:\.\d+)?$/
/** Longest text worth looking at: zeros beyond it are no way to write a quantity. */
const MAX_TEXT = 256

function parseLong(text: string): Exact | null {
  if (text.length > MAX_TEXT || !SHAPE.test(text)) return null
  const parts = DECIMAL.exec(text)
  const integer = parts?.[1] ?? ''
  const fraction = parts?.[2] ?? ''
  if (integer.length > MAX_INTEGER_DIGITS || fraction.length > MAX_SCALE) return null
  return exactOfBig(new StrictBig(text))
}

/** The canonical text of a value, whatever its size. */
export function printExact(value: Exact): Decimal {
  if (value.big !== null) {
    const text = value.big.toFixed()
    return text.startsWith('-') && value.big.eq('0') ? text.slice(1) : text
  }
  let { coefficient, scale } = value
  while (scale > 0 && coefficient % 10 === 0) {
    coefficient /= 10
    scale--
  }
  if (scale === 0) return String(coefficient)
  const digits = String(Math.abs(coefficient)).padStart(scale + 1, '0')
  const point = digits.length - scale
  return `${coefficient < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** a + b. */
export function addExact(a: Exact, b: Exact): Exact {
  if (a.big === null && b.big === null) {
    const scale = Math.max(a.scale, b.scale)
    const left = a.coefficient * powerOfTen(scale - a.scale)
    const right = b.coefficient * powerOfTen(scale - b.scale)
    const sum = left + right
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(sum)) {
      return exactOfParts(sum, scale)
    }
  }
  return exactOfBig(bigOf(a).plus(bigOf(b)))
}

/** -a. */
export function negateExact(value: Exact): Exact {
  return value.big === null
    ? exactOfParts(-value.coefficient, value.scale)
    : exactOfBig(value.big.neg())
}

/** a - b. */
export function subtractExact(a: Exact, b: Exact): Exact {
  return addExact(a, negateExact(b))
}

/** a x b. */
export function multiplyExact(a: Exact, b: Exact): Exact {
  if (a.big === null && b.big === null) {
    const product = a.coefficient * b.coefficient
    const scale = a.scale + b.scale
    if (Number.isSafeInteger(product) && scale <= MAX_SAFE_SCALE)
      return exactOfParts(product, scale)
  }
  return exactOfBig(bigOf(a).times(bigOf(b)))
}

/** -1 where a < b, 0 where they are equal (518 and 518.00 are), 1 where a > b. */
export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  if (a.big === null && b.big === null) {
    const scale = Math.max(a.scale, b.scale)
    const left = a.coefficient * powerOfTen(scale - a.scale)
    const right = b.coefficient * powerOfTen(scale - b.scale)
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
      return left < right ? -1 : left > right ? 1 : 0
    }
  }
  return bigOf(a).cmp(bigOf(b))
}

/** -1, 0 or 1. */
export function signOf(value: Exact): -1 | 0 | 1 {
  return compareExact(value, ZERO)
}

/** The value held within lower..upper, for `lower <= upper`. */
export function clampExact(value: Exact, lower: Exact, upper: Exact): Exact {
  if (compareExact(value, lower) < 0) return lower
  return compareExact(value, upper) > 0 ? upper : value
}

/** Exact sum of any number of values; the order does not matter. 0 for none. */
export function sumExact(values: Iterable<Exact>): Exact {
  let sum = ZERO
  for (const value of values) sum = addExact(sum, value)
  return sum
}

/** The nearest double, for conditions and charts; always finite. Not for reckoning on. */
export function numberOf(value: Exact): number {
  if (value.big === null) return value.coefficient / powerOfTen(value.scale)
  const number = Number(value.big.toString())
  return Number.isFinite(number) ? number : Math.sign(value.big.s) * Number.MAX_VALUE
}
