import type { Problem } from './problem.ts'

/** A connection that is lost, or could not be had. */
export interface Loss<TData, TVariables> {
  readonly problem: Problem
  /** How many in a row; 1 is the first. */
  readonly attempt: number
  /** The last answer that came whole; null where none has. It may tell what to catch up from. */
  readonly last: TData | null
  /** Milliseconds to wait, as the server wishes; null where it does not say. */
  readonly retryMs: number | null
  /** The variables that were sent. */
  readonly variables: TVariables
}

/** How to try again. */
export interface Retry<TVariables> {
  readonly afterMs: number
  /** Variables to send from now on; the same unless given. */
  readonly variables?: TVariables
}

const shortestMs = 500
const longestMs = 30_000

/**
 * Waits as long as the server wishes at first, half a second where it does not say, twice as long each time, half a
 * minute at most; up to half of that is taken off by `share` (0 to 1, at random), so that many do not come at once.
 */
export function waitOf({ attempt, retryMs }: Waited, share: number): number {
  const first = retryMs ?? shortestMs
  const longest = Math.min(first * 2 ** Math.min(attempt - 1, 16), Math.max(first, longestMs))
  return Math.round(longest * (1 - share / 2))
}

type Waited = Pick<Loss<unknown, unknown>, 'attempt' | 'retryMs'>
