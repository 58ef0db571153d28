import {
  bigPowerOfTen,
  coefficientOf,
  type Exact,
  exactOf,
  exactOfBig,
  exactOfParts,
  MAX_SCALE,
  powerOfTen,
  signOf,
} from './exact.ts'

/** HALF_UP rounds ties away from zero, HALF_EVEN to the even digit, DOWN cuts. */
export type Rounding = 'HALF_UP' | 'HALF_EVEN' | 'DOWN'

/** a / b rounded to `scale` decimals (0 to MAX_SCALE, others are brought into it); null where b is 0. */
export function divideExact(
  a: Exact,
  b: Exact,
  scale: number,
  rounding: Rounding = 'HALF_UP',
): Exact | null {
  if (signOf(b) === 0) return null
  const places = withinScale(scale)
  if (a.big === null && b.big === null) {
    const common = Math.max(a.scale, b.scale)
    const numerator = a.coefficient * powerOfTen(common - a.scale)
    const denominator = b.coefficient * powerOfTen(common - b.scale)
    if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) {
      const quotient = divideSafe(numerator, denominator, places, rounding)
      if (quotient !== null) return quotient
    }
  }
  const numerator = coefficientOf(a) * bigPowerOfTen(b.scale + places)
  const denominator = coefficientOf(b) * bigPowerOfTen(a.scale)
  return exactOfBig(roundedQuotient(numerator, denominator, rounding), places)
}

/** numerator / denominator of two safe integers, rounded to `scale` decimals; null for anything else or a denominator of 0. */
export function exactOfRatio(
  numerator: number,
  denominator: number,
  scale: number,
  rounding: Rounding = 'HALF_UP',
): Exact | null {
  const a = exactOf(numerator)
  const b = exactOf(denominator)
  return a === null || b === null ? null : divideExact(a, b, scale, rounding)
}

function withinScale(scale: number): number {
  return scale >= 0 ? Math.min(Math.trunc(scale), MAX_SCALE) : 0
}

/** Long division of safe integers, as many decimals at a time as fit; null where they do not fit. */
export function divideSafe(
  numerator: number,
  denominator: number,
  scale: number,
  rounding: Rounding,
): Exact | null {
  const divisor = Math.abs(denominator)
  const dividend = Math.abs(numerator)
  const step = Math.min(7, Math.floor(Math.log10(Number.MAX_SAFE_INTEGER / divisor)))
  if (step < 1 && scale > 0) return null
  let rest = dividend % divisor
  let quotient = (dividend - rest) / divisor
  for (let left = scale; left > 0; ) {
    const places = Math.min(step, left)
    const power = powerOfTen(places)
    rest *= power
    const next = rest % divisor
    quotient = quotient * power + (rest - next) / divisor
    if (quotient >= Number.MAX_SAFE_INTEGER) return null
    rest = next
    left -= places
  }
  if (roundsAway(rest, divisor, quotient, rounding)) quotient++
  return exactOfParts(numerator < 0 === denominator < 0 ? quotient : -quotient, scale)
}

function roundsAway(rest: number, divisor: number, quotient: number, rounding: Rounding): boolean {
  // rest - (divisor - rest) is 2 rest - divisor without leaving the safe integers.
  return isRoundedUp(rest - (divisor - rest), quotient % 2 !== 0, rounding)
}

/** Whether a size is rounded up: `half` is above 0 where more than half of a unit is cut off, 0 where just that is. */
function isRoundedUp(half: number | bigint, isOdd: boolean, rounding: Rounding): boolean {
  if (rounding === 'DOWN' || half < 0) return false
  return half > 0 || rounding === 'HALF_UP' || isOdd
}

/** n / d as an integer, for d other than 0. */
export function roundedQuotient(n: bigint, d: bigint, rounding: Rounding): bigint {
  const sign = n < 0n === d < 0n ? 1n : -1n
  const size = n < 0n ? -n : n
  const divisor = d < 0n ? -d : d
  const quotient = size / divisor
  const rest = size % divisor
  const up = isRoundedUp(2n * rest - divisor, quotient % 2n === 1n, rounding)
  return sign * (up ? quotient + 1n : quotient)
}

/** The value rounded to `scale` decimals (0 to MAX_SCALE, others are brought into it). */
export function roundExact(value: Exact, scale: number, rounding: Rounding = 'HALF_UP'): Exact {
  const places = withinScale(scale)
  if (value.scale <= places) return value
  const divisor = powerOfTen(value.scale - places)
  if (value.big !== null || !Number.isSafeInteger(divisor)) {
    const cut = bigPowerOfTen(value.scale - places)
    return exactOfBig(roundedQuotient(coefficientOf(value), cut, rounding), places)
  }
  const size = Math.abs(value.coefficient)
  const rest = size % divisor
  let quotient = (size - rest) / divisor
  if (roundsAway(rest, divisor, quotient, rounding)) quotient++
  return exactOfParts(value.coefficient < 0 ? -quotient : quotient, places)
}
