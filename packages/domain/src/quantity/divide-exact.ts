import {
  bigOf,
  type Exact,
  exactOf,
  exactOfBig,
  exactOfParts,
  MAX_SCALE,
  powerOfTen,
  signOf,
} from './exact.ts'
import { StrictBig } from './strict-big.ts'

/** HALF_UP rounds ties away from zero, HALF_EVEN to the even digit, DOWN cuts. */
export type Rounding = 'HALF_UP' | 'HALF_EVEN' | 'DOWN'

const ROUNDING_MODES = { DOWN: 0, HALF_UP: 1, HALF_EVEN: 2 } as const

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
  StrictBig.DP = places
  StrictBig.RM = ROUNDING_MODES[rounding]
  return exactOfBig(bigOf(a).div(bigOf(b)))
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

/** Long division in safe integers, as many decimals at a time as fit; null where they do not fit. */
function divideSafe(
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
  if (rounding === 'DOWN') return false
  // rest - (divisor - rest) is 2 rest - divisor without leaving the safe integers.
  const half = rest - (divisor - rest)
  return half > 0 || (half === 0 && (rounding === 'HALF_UP' || quotient % 2 === 1))
}

/** The value rounded to `scale` decimals (0 to MAX_SCALE, others are brought into it). */
export function roundExact(value: Exact, scale: number, rounding: Rounding = 'HALF_UP'): Exact {
  const places = withinScale(scale)
  if (value.big !== null) return exactOfBig(value.big.round(places, ROUNDING_MODES[rounding]))
  if (value.scale <= places) return value
  const divisor = powerOfTen(value.scale - places)
  if (!Number.isSafeInteger(divisor)) {
    return exactOfBig(bigOf(value).round(places, ROUNDING_MODES[rounding]))
  }
  const size = Math.abs(value.coefficient)
  const rest = size % divisor
  let quotient = (size - rest) / divisor
  if (roundsAway(rest, divisor, quotient, rounding)) quotient++
  return exactOfParts(value.coefficient < 0 ? -quotient : quotient, places)
}
