import type { DayNumber } from '../calendar/day-number.ts'
import type { Whole } from '../indicator/whole.ts'
import { BEFORE_ALL } from '../view/epochs.ts'
import type { Terms } from './terms.ts'
import type { Epoch, State, Trouble } from './track.ts'

/** Values or events in order of time, to be judged; a point's place is -1 before the first. */
export interface Points<T extends Terms> {
  readonly days: readonly DayNumber[]
  holds(point: number, terms: T): boolean | null
  n(point: number): Whole | null
  over(point: number): Whole
  trouble(point: number, terms: T): Trouble | null
  /** First day on which a breach of the terms counts. */
  spanStart(terms: T): DayNumber
}

/**
 * The states that judging points gives: one from before all on, and one for each day on which a point or the terms
 * change. They are judged when first asked for, in order, and once.
 */
export function epochOf<T extends Terms>(
  points: Points<T>,
  terms: readonly T[],
  evidence: (day: DayNumber) => readonly string[],
): Epoch {
  const [first] = terms
  if (first === undefined) return { ...NO_STATES, evidence }
  const steps = stepsOf(points.days, terms, first)
  const holds: (boolean | null)[] = []
  const since: DayNumber[] = []
  const breaches: (DayNumber | null)[] = []

  function judgeTo(at: number): void {
    for (let next = holds.length; next <= at; next++) {
      const inForce = steps.terms(next)
      const now = points.holds(steps.point(next), inForce)
      const from = steps.day(next)
      const same = next > 0 && holds[next - 1] === now
      holds.push(now)
      since.push(same ? (since[next - 1] ?? from) : from)
      breaches.push(breachOn(next, now, from, inForce))
    }
  }

  function breachOn(
    at: number,
    now: boolean | null,
    from: DayNumber,
    inForce: T,
  ): DayNumber | null {
    const before = at === 0 ? null : (breaches[at - 1] ?? null)
    // A breach that would count only from a later day was over before it did.
    if (before !== null && before < from) return before
    if (now !== false || points.n(steps.point(at)) === null) return null
    return Math.max(from, points.spanStart(inForce))
  }

  function state(at: number): State {
    judgeTo(at)
    const point = steps.point(at)
    return {
      from: steps.day(at),
      holds: holds[at] ?? null,
      since: since[at] ?? BEFORE_ALL,
      breachedOn: breaches[at] ?? null,
      n: points.n(point),
      over: points.over(point),
      trouble: points.trouble(point, steps.terms(at)),
    }
  }

  return {
    size: steps.size,
    dayAt: (at) => steps.day(at),
    placeOn: (day) => steps.placeOn(day),
    state,
    get states() {
      return Array.from({ length: steps.size }, (_, at) => state(at))
    },
    evidence,
  }
}

const NOTHING: State = {
  from: BEFORE_ALL,
  holds: null,
  since: BEFORE_ALL,
  breachedOn: null,
  n: null,
  over: 1,
  trouble: null,
}

/** Without terms there is nothing to judge by. */
const NO_STATES = {
  size: 0,
  dayAt: () => BEFORE_ALL,
  placeOn: () => 0,
  state: () => NOTHING,
  states: [],
}

/** The days of points and terms side by side. */
interface Steps<T> {
  readonly size: number
  day(at: number): DayNumber
  point(at: number): number
  terms(at: number): T
  placeOn(day: DayNumber): number
}

function stepsOf<T extends Terms>(
  days: readonly DayNumber[],
  terms: readonly T[],
  first: T,
): Steps<T> {
  if (terms.length === 1) {
    return {
      size: days.length + 1,
      day: (at) => (at === 0 ? BEFORE_ALL : (days[at - 1] ?? BEFORE_ALL)),
      point: (at) => at - 1,
      terms: () => first,
      placeOn: (day) => placeOf(days, day) + 1,
    }
  }
  return mergedSteps(days, terms, first)
}

function mergedSteps<T extends Terms>(
  days: readonly DayNumber[],
  terms: readonly T[],
  first: T,
): Steps<T> {
  const starts = [BEFORE_ALL]
  const pointOf = [-1]
  const termsOf = [first]
  let point = 0
  let term = 1
  for (;;) {
    const next = Math.min(
      days[point] ?? Number.POSITIVE_INFINITY,
      terms[term]?.from ?? Number.POSITIVE_INFINITY,
    )
    if (next === Number.POSITIVE_INFINITY) break
    while ((days[point] ?? Number.POSITIVE_INFINITY) <= next) point++
    while ((terms[term]?.from ?? Number.POSITIVE_INFINITY) <= next) term++
    if (next <= BEFORE_ALL) {
      pointOf[0] = point - 1
      termsOf[0] = terms[term - 1] ?? first
      continue
    }
    starts.push(next)
    pointOf.push(point - 1)
    termsOf.push(terms[term - 1] ?? first)
  }
  return {
    size: starts.length,
    day: (at) => starts[at] ?? BEFORE_ALL,
    point: (at) => pointOf[at] ?? -1,
    terms: (at) => termsOf[at] ?? first,
    placeOn: (day) => Math.max(0, placeOf(starts, day)),
  }
}

/** The place of the last day that is not after another; -1 before the first. */
export function placeOf(days: readonly DayNumber[], day: DayNumber): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] ?? day) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}
