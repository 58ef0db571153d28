import { type Decimal, parseDecimal } from '../quantity/decimal.ts'

/** Decimal places of points that an expression computes. */
export const POINTS_SCALE = 6

/** A computed number as a Decimal, rounded at POINTS_SCALE; null for one that is not finite or beyond what a Decimal holds. */
export function decimalOfPoints(points: number | bigint): Decimal | null {
  const text = typeof points === 'bigint' ? String(points) : points.toFixed(POINTS_SCALE)
  const decimal = parseDecimal(text)
  return decimal.ok ? decimal.value : null
}
