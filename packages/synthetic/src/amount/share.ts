import { type Exact, exactOfRatio, multiplyExact, roundExact, ZERO } from '@duban/domain'

/** A million parts: the whole of a share. */
export const WHOLE = 1_000_000

/** So many millionths of a value, rounded half up to so many decimals. */
export function shareOf(value: Exact, millionths: number, scale: number): Exact {
  return roundExact(multiplyExact(value, parts(millionths, 6)), scale)
}

/** A whole number of parts, each `10^-scale`: 51 800 of scale 2 are 518. */
export function parts(count: number, scale: number): Exact {
  return exactOfRatio(count, 10 ** scale, scale) ?? ZERO
}
