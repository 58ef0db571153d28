import type { DayNumber } from '../calendar/day-number.ts'
import type { LeftOut } from '../indicator/series.ts'
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

/** What states rest on. */
export interface Grounds {
  evidence(day: DayNumber): readonly string[]
  leftOut?(day: DayNumber): LeftOut | null
}

/**
 * The states that judging points gives: one from before all on, and one for each day on which a point or the terms
 * change. They are judged when asked for: a view asks for one or two of many.
 */
export function epochOf<T extends Terms>(
  points: Points<T>,
  terms: readonly T[],
  grounds: Grounds,
): Epoch {
  const [first] = terms
  return first === undefined
    ? NO_STATES
    : new JudgedEpoch(points, stepsOf(points.days, terms, first), grounds)
}

/** A class, for there is one for every commitment of every ledger. */
class JudgedEpoch<T extends Terms> implements Epoch {
  readonly #points: Points<T>
  readonly #days: readonly DayNumber[]
  readonly #offset: 0 | 1
  readonly #pointOf: readonly number[] | null
  readonly #termsOf: readonly T[] | null
  readonly #first: T
  readonly #grounds: Grounds
  /** The last run that was asked for: a timeline asks state after state. */
  #runAt = -1
  #runSince = BEFORE_ALL
  /** By place, as far as they have been asked for. */
  #breaches: (DayNumber | null)[] | undefined

  constructor(points: Points<T>, steps: Steps<T>, grounds: Grounds) {
    this.#points = points
    this.#days = steps.days
    this.#offset = steps.offset
    this.#pointOf = steps.points
    this.#termsOf = steps.terms
    this.#first = steps.first
    this.#grounds = grounds
  }

  get size(): number {
    return this.#days.length + this.#offset
  }

  get states(): readonly State[] {
    return Array.from({ length: this.size }, (_, at) => this.state(at))
  }

  dayAt(at: number): DayNumber {
    return this.#days[at - this.#offset] ?? BEFORE_ALL
  }

  placeOn(day: DayNumber): number {
    return Math.max(0, placeOf(this.#days, day) + this.#offset)
  }

  evidence(day: DayNumber): readonly string[] {
    return this.#grounds.evidence(day)
  }

  leftOut(day: DayNumber): LeftOut | null {
    return this.#grounds.leftOut?.(day) ?? null
  }

  state(at: number): State {
    const point = this.#pointAt(at)
    const terms = this.#termsAt(at)
    const holds = this.#points.holds(point, terms)
    return {
      at,
      from: this.dayAt(at),
      holds,
      n: this.#points.n(point),
      over: this.#points.over(point),
      trouble: holds === null ? this.#points.trouble(point, terms) : null,
    }
  }

  since({ at, holds }: State): DayNumber {
    let first = at
    while (first !== this.#runAt && first > 0 && this.#holdsAt(first - 1) === holds) first--
    if (first === this.#runAt) return this.#keepRun(at, this.#runSince)
    return this.#keepRun(at, this.dayAt(first))
  }

  #keepRun(at: number, since: DayNumber): DayNumber {
    this.#runAt = at
    this.#runSince = since
    return since
  }

  breachedOn({ at }: State): DayNumber | null {
    this.#breaches ??= []
    const breaches = this.#breaches
    for (let next = breaches.length; next <= at; next++) {
      breaches.push(this.#breachAt(next, breaches[next - 1] ?? null))
    }
    return breaches[at] ?? null
  }

  #breachAt(at: number, before: DayNumber | null): DayNumber | null {
    const from = this.dayAt(at)
    // A breach that would count only from a later day was over before it did.
    if (before !== null && before < from) return before
    if (this.#holdsAt(at) !== false || this.#points.n(this.#pointAt(at)) === null) return null
    return Math.max(from, this.#points.spanStart(this.#termsAt(at)))
  }

  #holdsAt(at: number): boolean | null {
    return this.#points.holds(this.#pointAt(at), this.#termsAt(at))
  }

  #pointAt(at: number): number {
    return this.#pointOf === null ? at - 1 : (this.#pointOf[at] ?? -1)
  }

  #termsAt(at: number): T {
    return this.#termsOf?.[at] ?? this.#first
  }
}

const NOTHING: State = { at: 0, from: BEFORE_ALL, holds: null, n: null, over: 1, trouble: null }

/** Without terms there is nothing to judge by. */
const NO_STATES: Epoch = {
  size: 0,
  dayAt: () => BEFORE_ALL,
  placeOn: () => 0,
  state: () => NOTHING,
  since: () => BEFORE_ALL,
  breachedOn: () => null,
  states: [],
  evidence: () => [],
  leftOut: () => null,
}

/** The days of points and terms side by side. */
interface Steps<T> {
  /** The days on which states begin; BEFORE_ALL is left out where `offset` is 1. */
  readonly days: readonly DayNumber[]
  readonly offset: 0 | 1
  /** The point of each state; null where they are the points in order, after none. */
  readonly points: readonly number[] | null
  /** The terms of each state; null where all have the first. */
  readonly terms: readonly T[] | null
  readonly first: T
}

function stepsOf<T extends Terms>(
  days: readonly DayNumber[],
  terms: readonly T[],
  first: T,
): Steps<T> {
  const plain = terms.length === 1 && (days[0] ?? 0) > BEFORE_ALL
  return plain
    ? { days, offset: 1, points: null, terms: null, first }
    : mergedSteps(days, terms, first)
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
    const at = next <= BEFORE_ALL ? 0 : starts.length
    starts[at] = Math.max(next, BEFORE_ALL)
    pointOf[at] = point - 1
    termsOf[at] = terms[term - 1] ?? first
  }
  return { days: starts, offset: 0, points: pointOf, terms: termsOf, first }
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
