import type { Decimal } from './decimal.ts'

/**
 * An exact decimal to reckon with: `coefficient / 10^scale`, the coefficient a number while it is a safe integer and a
 * bigint otherwise. Make one by parseExact or exactOf; treat the parts as private. All arithmetic on it is exact and
 * without limit; limits are checked where text comes in.
 */
export interface Exact {
  readonly coefficient: number
  readonly scale: number
  /** The coefficient where no number holds it. */
  readonly big: bigint | null
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

/** The coefficient of a value as an integer of any size. */
export function coefficientOf({ coefficient, big }: Exact): bigint {
  return big ?? BigInt(coefficient)
}

/** `coefficient / 10^scale`, in the fast form where it fits. */
export function exactOfBig(coefficient: bigint, scale: number): Exact {
  let digits = coefficient
  let places = scale
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n
    places--
  }
  const number = Number(digits)
  return Number.isSafeInteger(number) && places <= MAX_SAFE_SCALE
    ? exactOfParts(number, places)
    : { coefficient: 0, scale: places, big: digits }
}

/** 10^exponent, of any size. */
export function bigPowerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

/** The coefficients of two values at one scale. */
function aligned(a: Exact, b: Exact): readonly [left: bigint, right: bigint, scale: number] {
  const scale = Math.max(a.scale, b.scale)
  return [
    coefficientOf(a) * bigPowerOfTen(scale - a.scale),
    coefficientOf(b) * bigPowerOfTen(scale - b.scale),
    scale,
  ]
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

const DECIMAL = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/
const SHAPE = /^-?\d+(?:\.\d+)?$/
/** Longest text worth looking at: zeros beyond it are no way to write a quantity. */
const MAX_TEXT = 256

function parseLong(text: string): Exact | null {
  if (text.length > MAX_TEXT || !SHAPE.test(text)) return null
  const [, sign = '', integer = '', fraction = ''] = DECIMAL.exec(text) ?? []
  if (integer.length > MAX_INTEGER_DIGITS || fraction.length > MAX_SCALE) return null
  const size = BigInt(integer + fraction)
  return exactOfBig(sign === '-' ? -size : size, fraction.length)
}

/** The canonical text of a value, whatever its size. */
export function printExact({ coefficient, scale, big }: Exact): Decimal {
  return printParts(big ?? coefficient, scale)
}

/** An integer of 10^-scale as canonical Decimal text. */
export function printParts(coefficient: number | bigint, scale: number): Decimal {
  const text = String(coefficient)
  if (scale === 0) return text
  const sign = text.startsWith('-') ? '-' : ''
  const digits = text.slice(sign.length).padStart(scale + 1, '0')
  const point = digits.length - scale
  let end = digits.length
  while (end > point && digits.charCodeAt(end - 1) === 48) end--
  const integer = sign + digits.slice(0, point)
  return end === point ? integer : `${integer}.${digits.slice(point, end)}`
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
  const [left, right, scale] = aligned(a, b)
  return exactOfBig(left + right, scale)
}

/** -a. */
export function negateExact(value: Exact): Exact {
  return value.big === null
    ? exactOfParts(-value.coefficient, value.scale)
    : exactOfBig(-value.big, value.scale)
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
  return exactOfBig(coefficientOf(a) * coefficientOf(b), a.scale + b.scale)
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
  const [left, right] = aligned(a, b)
  return left < right ? -1 : left > right ? 1 : 0
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
  const number = Number(printExact(value))
  return Number.isFinite(number) ? number : Math.sign(number) * Number.MAX_VALUE
}
