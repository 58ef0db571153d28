import { type Figures, gapShare } from '../indicator/figures.ts'
import type { Share } from '../indicator/span-progress.ts'
import { decimalOfRatio } from '../indicator/whole.ts'

/** Decimal places of shares and of percentage points. */
export const SHARE_PLACES = 10
export const POINT_PLACES = 8

/** A share as text, rounded at SHARE_PLACES. */
export function textOfShare(share: Share | null): string | null {
  return share === null ? null : decimalOfRatio(share.n, share.d, SHARE_PLACES)
}

/** The gap as text, rounded at POINT_PLACES. */
export function textOfGap(
  { progress, expected, gapPoints }: Figures,
  ceiling: boolean,
): string | null {
  if (progress === null || expected === null || gapPoints === null) return null
  const gap = gapShare(progress, expected, ceiling)
  return decimalOfRatio(gap.n, gap.d, POINT_PLACES)
}
