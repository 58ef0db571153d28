import type { Decimal } from '../quantity/decimal.ts'
import { parseExact, printExact, printParts } from '../quantity/exact.ts'
import {
  decimalOfRatio,
  powerOfTen,
  quotientOf,
  times,
  type Whole,
  wholePowerOfTen,
} from './whole.ts'

/** `n / over` in units of 10^-scale as the nearest double; null without a value. */
export function numberIn(n: Whole | null, over: Whole, scale: number): number | null {
  if (n === null) return null
  // Both are exact doubles, so that dividing rounds once.
  if (typeof n === 'number' && over === 1 && scale <= 22) return n / powerOfTen(scale) + 0
  return quotientOf(n, times(over, wholePowerOfTen(scale)))
}

/** Decimal places of a quotient without an end. */
const QUOTIENT_PLACES = 20

/** `n / over` in units of 10^-scale as text; a quotient without an end is rounded at 20 decimals. Null without a value. */
export function textIn(n: Whole | null, over: Whole, scale: number): Decimal | null {
  if (n === null) return null
  if (over === 1) return printParts(n, scale)
  return decimalOfRatio(n, times(over, wholePowerOfTen(scale)), QUOTIENT_PLACES)
}

/** A double as a Decimal, rounded at so many places; null where it is not finite or too large to have them. */
export function decimalOfNumber(value: number, places: number): Decimal | null {
  const exact = Number.isFinite(value) ? parseExact(value.toFixed(places)) : null
  return exact === null ? null : printExact(exact)
}
