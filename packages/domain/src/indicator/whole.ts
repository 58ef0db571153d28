import type { Decimal } from '../quantity/decimal.ts'
import { divideSafe, roundedQuotient } from '../quantity/divide-exact.ts'
import {
  bigPowerOfTen,
  coefficientOf,
  type Exact,
  printExact,
  printParts,
} from '../quantity/exact.ts'

/**
 * An integer to reckon with exactly: a safe integer where everything it meets stays one, a bigint otherwise.
 * Values of one indicator are such integers in units of 10^-scale.
 */
export type Whole = number | bigint

/** How the values of an indicator are held: as integers of 10^-scale, as bigints where numbers could lose a digit. */
export interface WholeForm {
  readonly scale: number
  readonly big: boolean
  /** The sizes of all values added, in units of 10^-scale; meaningless where `big`. */
  readonly size: number
}

/** The powers of ten that a double holds exactly, from text: `**` need not be exact. */
const POWERS = /* @__PURE__ */ Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/** 10^exponent for 0..22, beyond that Infinity: no safe integer, and so not taken for one. */
export function powerOfTen(exponent: number): number {
  return POWERS[exponent] ?? Number.POSITIVE_INFINITY
}

/** 10^exponent as an integer to reckon with. */
export function wholePowerOfTen(exponent: number): Whole {
  const power = powerOfTen(exponent)
  return Number.isSafeInteger(power) ? power : bigPowerOfTen(exponent)
}

/** Numbers may grow this large, so that sums and differences of a few stay safe integers. */
const ROOM = Number.MAX_SAFE_INTEGER / 8

/** The form that holds all the values, those that are known, and the sum of their sizes. */
export function formFor(values: readonly (Exact | null)[]): WholeForm {
  return formOfAll(values.map((value) => ({ value })))
}

/** The form that holds the values of all that have one, and the sum of their sizes. */
export function formOfAll(holders: readonly { readonly value: Exact | null }[]): WholeForm {
  let scale = 0
  let big = false
  let size = 0
  for (const { value } of holders) {
    if (value === null) continue
    if (value.big !== null) big = true
    if (value.scale > scale) {
      size *= powerOfTen(value.scale - scale)
      scale = value.scale
    }
    size += Math.abs(value.coefficient) * powerOfTen(scale - value.scale)
  }
  return !big && size <= ROOM ? { scale, big, size } : { scale, big: true, size: 0 }
}

/** A form that holds what two forms hold, apart and added. */
export function jointForm(a: WholeForm, b: WholeForm): WholeForm {
  const scale = Math.max(a.scale, b.scale)
  if (a.big || b.big) return { scale, big: true, size: 0 }
  const size = a.size * powerOfTen(scale - a.scale) + b.size * powerOfTen(scale - b.scale)
  return size <= ROOM ? { scale, big: false, size } : { scale, big: true, size: 0 }
}

/** A value in a form that was made for it. */
export function wholeOf(value: Exact, form: WholeForm): Whole {
  if (!form.big) return value.coefficient * powerOfTen(form.scale - value.scale)
  return coefficientOf(value) * bigPowerOfTen(form.scale - value.scale)
}

/** a + b, exactly. */
export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return BigInt(a) + BigInt(b)
}

/** a - b, exactly. */
export function minus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference)) return difference
  }
  return BigInt(a) - BigInt(b)
}

/** a x b, exactly. */
export function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // `+ 0` turns -0 into 0.
    if (Number.isSafeInteger(product)) return product + 0
  }
  return BigInt(a) * BigInt(b)
}

/** Extra bits of a quotient, so that the last rounding, to a double, is the only one. */
const GUARD_BITS = 66

/** n / d as the nearest double, finite; null where d is 0. */
export function quotientOf(n: Whole, d: Whole): number | null {
  if (typeof n === 'number' && typeof d === 'number') return d === 0 ? null : n / d + 0
  const divisor = BigInt(d)
  if (divisor === 0n) return null
  const negative = BigInt(n) < 0n !== divisor < 0n
  const dividend = absolute(BigInt(n))
  const size = absolute(divisor)
  const shift = Math.max(0, GUARD_BITS + bitLength(size) - bitLength(dividend))
  const shifted = dividend << BigInt(shift)
  const quotient = shifted / size
  const sticky = quotient * size === shifted ? quotient : quotient | 1n
  const value = Number(sticky) / 2 ** shift
  const finite = Number.isFinite(value) ? value : Number.MAX_VALUE
  // `+ 0` turns -0 into 0.
  return (negative ? -finite : finite) + 0
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4
}

/** n / d as a Decimal, rounded half away from zero at `places` decimals; null where d is 0. */
export function decimalOfRatio(n: Whole, d: Whole, places: number): Decimal | null {
  if (typeof n === 'number' && typeof d === 'number' && d !== 0) {
    const quotient = divideSafe(n, d, places, 'HALF_UP')
    if (quotient !== null) return printExact(quotient)
  }
  const divisor = BigInt(d)
  if (divisor === 0n) return null
  const dividend = BigInt(n) * bigPowerOfTen(places)
  return printParts(roundedQuotient(dividend, divisor, 'HALF_UP'), places)
}

/** n / d in lowest terms with d above 0, as numbers where they fit; null where d is 0. */
export function fractionOf(n: bigint, d: bigint): { readonly n: Whole; readonly d: Whole } | null {
  if (d === 0n) return null
  let a = absolute(n)
  let b = absolute(d)
  while (b !== 0n) [a, b] = [b, a % b]
  const divisor = d < 0n ? -a : a
  return { n: narrowed(n / divisor), d: narrowed(d / divisor) }
}

/** An integer as a number where it fits. */
export function narrowed(value: bigint): Whole {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
