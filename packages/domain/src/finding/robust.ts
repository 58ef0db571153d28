/** Fewer values than this have no middle to be far from. */
const LEAST = 6

/** Beyond this many robust standard deviations a value is far out (Iglewicz and Hoaglin, 1993). */
const FAR = 3.5

/** Places of the values far outside the rest, and the bounds they are outside of. */
export interface Outliers {
  readonly low: number
  readonly high: number
  readonly places: readonly number[]
}

/**
 * Values that lie far from the median by the median absolute deviation; where more than half are equal, by the mean
 * absolute deviation. None among fewer than six values, nor where all are equal.
 */
export function outliersOf(values: readonly number[]): Outliers {
  const middle = medianOf(values)
  if (values.length < LEAST) return { low: middle, high: middle, places: [] }
  const away = values.map((value) => Math.abs(value - middle))
  const median = medianOf(away)
  // 1.4826 and 1.2533 make each deviation that of a normal distribution.
  const deviation = median > 0 ? 1.4826 * median : 1.2533 * meanOf(away)
  const low = middle - FAR * deviation
  const high = middle + FAR * deviation
  const places = values.flatMap((value, at) =>
    deviation > 0 && (value < low || value > high) ? [at] : [],
  )
  return { low, high, places }
}

/** The middle value, or the mean of the two middle ones; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const right = sorted[Math.floor(sorted.length / 2)] ?? 0
  const left = sorted[Math.floor((sorted.length - 1) / 2)] ?? right
  return left / 2 + right / 2
}

function meanOf(values: readonly number[]): number {
  let mean = 0
  values.forEach((value, at) => {
    mean += (value - mean) / (at + 1)
  })
  return mean
}
