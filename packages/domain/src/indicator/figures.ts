import type { Pace } from '../assessment/assessment.ts'
import type { DayNumber } from '../calendar/day-number.ts'
import type { State } from '../commitment/track.ts'
import { expectedShare } from './expected-share.ts'
import type { IndicatorTerms } from './indicator-terms.ts'
import type { Share } from './span-progress.ts'
import { minus, quotientOf, times, type Whole } from './whole.ts'

/** How far an indicator has come and how far it should have: exact shares, and doubles for conditions. */
export interface Figures {
  readonly achieved: Share | null
  readonly expected: Share | null
  /** What is held against `expected`: `achieved`, or under a ceiling what is consumed of it. */
  readonly progress: Share | null
  /** Percentage points, positive is good, as the nearest double. */
  readonly gapPoints: number | null
  readonly pace: Pace
}

/** Points by which a gap may differ from 0 and still be ON_PACE. */
export const PACE_TOLERANCE = 0.005

/** The figures of an indicator in a state on a day. */
export function figuresOf(terms: IndicatorTerms, state: State, day: DayNumber): Figures {
  const expected = expectedShare(terms, day)
  const { n, over } = state
  if (n === null)
    return { achieved: null, expected, progress: null, gapPoints: null, pace: 'UNKNOWN' }
  const achieved = achievedShare(terms, n, over)
  const progress = terms.ceiling ? consumedShare(terms, n, over) : achieved
  const gapPoints =
    progress === null || expected === null ? null : gapOf(progress, expected, terms.ceiling)
  return { achieved, expected, progress, gapPoints, pace: paceOf(gapPoints) }
}

/** (actual - base) / (target - base). */
function achievedShare({ base, span }: IndicatorTerms, n: Whole, over: Whole): Share | null {
  if (base === null || span === null) return null
  return share(minus(n, times(base, over)), times(span, over))
}

/** actual / target. */
function consumedShare({ target }: IndicatorTerms, n: Whole, over: Whole): Share | null {
  return target === null || Number(target) === 0 ? null : share(n, times(target, over))
}

function share(n: Whole, d: Whole): Share {
  return d < 0 ? { n: minus(0, n), d: minus(0, d) } : { n, d }
}

/** Products below it in size stay safe integers when they are subtracted and counted in points. */
const ROOM = Number.MAX_SAFE_INTEGER / 200

/** How far progress is from what is expected, in percentage points as the nearest double; positive is good. */
export function gapOf(progress: Share, expected: Share, ceiling: boolean): number | null {
  const { n, d } = progress
  const { n: wanted, d: whole } = expected
  if (
    typeof n === 'number' &&
    typeof d === 'number' &&
    typeof wanted === 'number' &&
    typeof whole === 'number'
  ) {
    const done = n * whole
    const due = wanted * d
    const over = d * whole
    // The numerator and the denominator are exact, so that dividing rounds once, as quotientOf does.
    if (done < ROOM && done > -ROOM && due < ROOM && due > -ROOM && over < ROOM && over > 0) {
      return (100 * (ceiling ? due - done : done - due)) / over + 0
    }
  }
  const gap = gapShare(progress, expected, ceiling)
  return quotientOf(gap.n, gap.d)
}

/** The gap in percentage points as an exact fraction. */
export function gapShare(progress: Share, expected: Share, ceiling: boolean): Share {
  const done = times(progress.n, expected.d)
  const wanted = times(expected.n, progress.d)
  const ahead = ceiling ? minus(wanted, done) : minus(done, wanted)
  return { n: times(100, ahead), d: times(progress.d, expected.d) }
}

/** AHEAD, ON_PACE or BEHIND by the sign of the gap. */
export function paceOf(gapPoints: number | null): Pace {
  if (gapPoints === null) return 'UNKNOWN'
  if (gapPoints > PACE_TOLERANCE) return 'AHEAD'
  return gapPoints < -PACE_TOLERANCE ? 'BEHIND' : 'ON_PACE'
}

/** A share held within 0..1. */
export function clampedShare({ n, d }: Share): Share {
  if (n < 0) return { n: 0, d: 1 }
  return n > d ? { n: 1, d: 1 } : { n, d }
}
