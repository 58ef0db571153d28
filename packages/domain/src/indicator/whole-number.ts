import { powerOfTen, quotientOf, times, type Whole } from './whole.ts'

/** `n / over` in units of 10^-scale as the nearest double; null without a value. */
export function numberIn(n: Whole | null, over: Whole, scale: number): number | null {
  if (n === null) return null
  // Both are exact doubles, so that dividing rounds once.
  if (typeof n === 'number' && over === 1 && scale <= 22) return n / powerOfTen(scale) + 0
  return quotientOf(n, times(over, 10n ** BigInt(scale)))
}
