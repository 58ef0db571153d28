const firstMs = 5_000
const longestMs = 3_600_000

/**
 * Milliseconds until the next attempt after so many failed ones: from 5 seconds, doubled each time, up to an hour;
 * `spread`, from 0 to 1, takes up to a fifth off, so that not all come at once.
 */
export function backOffMs(attempts: number, spread: number): number {
  const doubled = firstMs * 2 ** Math.min(Math.max(0, attempts - 1), 20)
  return Math.round(Math.min(doubled, longestMs) * (1 - spread / 5))
}
