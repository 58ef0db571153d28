/** A point of a series: a day number and a value. */
export interface SeriesPoint {
  readonly day: number
  readonly value: number
}

/** A line through a series. */
export interface Line {
  readonly slope: number
  readonly intercept: number
}

/**
 * The line by Theil and Sen: the median of the slopes between all pairs of points, through the median of what is left;
 * a few wild reports do not move it. Null with fewer than two days.
 */
export function theilSen(points: readonly SeriesPoint[]): Line | null {
  const slopes: number[] = []
  points.forEach((a, at) => {
    for (const b of points.slice(at + 1)) {
      if (a.day !== b.day) slopes.push((b.value - a.value) / (b.day - a.day))
    }
  })
  const slope = median(slopes)
  const intercept =
    slope === null ? null : median(points.map(({ day, value }) => value - slope * day))
  if (slope === null || intercept === null) return null
  return Number.isFinite(slope) && Number.isFinite(intercept) ? { slope, intercept } : null
}

function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort()
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  if (sorted.length % 2 === 1) return upper
  const lower = sorted[middle - 1] ?? upper
  return lower + (upper - lower) / 2
}
