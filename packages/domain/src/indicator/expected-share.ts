import type { DayNumber } from '../calendar/day-number.ts'
import type { IndicatorTerms } from './indicator-terms.ts'
import type { Share } from './span-progress.ts'
import { minus, plus, times, type Whole } from './whole.ts'

/** The share expected of an indicator on a day; null where its pace gives none. */
export function expectedShare(terms: IndicatorTerms, day: DayNumber): Share | null {
  const { dueDay, pace, elapsed } = terms
  if (elapsed !== null) return elapsed(day)
  if (pace === 'CHECKPOINTS') return checkpointShare(terms, day)
  return dueDay === null ? null : day < dueDay ? NOTHING : EVERYTHING
}

const NOTHING: Share = { n: 0, d: 1 }
const EVERYTHING: Share = { n: 1, d: 1 }

/** The days over which what is expected moves; null where it stands still. */
export function movingDays(
  terms: IndicatorTerms,
): { readonly first: DayNumber; readonly last: DayNumber } | null {
  const { dueDay, startDay, pace, checkpoints } = terms
  if (pace === 'CHECKPOINTS') {
    const last = Math.max(checkpoints.at(-1)?.day ?? startDay, dueDay ?? startDay)
    return { first: Math.min(startDay, checkpoints[0]?.day ?? startDay), last }
  }
  if (dueDay === null) return null
  return pace === 'AT_DUE' ? { first: dueDay, last: dueDay } : { first: startDay, last: dueDay }
}

interface Waypoint {
  readonly day: DayNumber
  readonly value: Whole
}

/** The share of the way from base to target at which the line through the checkpoints stands. */
function checkpointShare(terms: IndicatorTerms, day: DayNumber): Share | null {
  const base = terms.ceiling ? 0 : terms.base
  const whole = terms.ceiling ? terms.target : terms.span
  if (base === null || whole === null || Number(whole) === 0) return null
  const { value, over } = valueOnLine(waypointsOf(terms, base), day)
  const n = minus(value, times(base, over))
  const d = times(whole, over)
  return d < 0 ? { n: minus(0, n), d: minus(0, d) } : { n, d }
}

/** From the base on the day before the span, through the checkpoints, to the target on the due date. */
function waypointsOf(terms: IndicatorTerms, base: Whole): readonly Waypoint[] {
  const { checkpoints, startDay, dueDay, target } = terms
  const before = checkpoints[0]?.day ?? dueDay ?? startDay
  const start: Waypoint = { day: Math.min(startDay - 1, before - 1), value: base }
  const last = checkpoints.at(-1)?.day ?? startDay
  const end =
    dueDay !== null && target !== null && dueDay > last ? [{ day: dueDay, value: target }] : []
  return [start, ...checkpoints, ...end]
}

function valueOnLine(
  waypoints: readonly Waypoint[],
  day: DayNumber,
): { readonly value: Whole; readonly over: number } {
  const next = waypoints.find((each) => each.day > day)
  const before = waypoints.findLast((each) => each.day <= day)
  if (before === undefined) return { value: next?.value ?? 0, over: 1 }
  if (next === undefined) return { value: before.value, over: 1 }
  const length = next.day - before.day
  const climb = times(minus(next.value, before.value), day - before.day)
  return { value: plus(times(before.value, length), climb), over: length }
}
