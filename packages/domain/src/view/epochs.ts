import { type DayNumber, FIRST_DAY } from '../calendar/day-number.ts'
import { NEVER } from '../fact/fact-index.ts'
import type { StandingFact } from '../fact/standing.ts'
import { madeOnce } from './lazy.ts'

/** The day before the first one there is: what has been the case from the start. */
export const BEFORE_ALL: DayNumber = FIRST_DAY - 1

/**
 * How the past is seen from the views of different days. Within one epoch the same facts stand, apart from those yet
 * to come; a new one begins where a correction takes a fact away or a review brings one in late. Most have only one.
 */
export interface Epochs<T> {
  /** First days, in order; the first is BEFORE_ALL. */
  readonly days: readonly DayNumber[]
  /** The epoch in which the views of a day lie. */
  at(day: DayNumber): T
}

/** Epochs that begin on those days, each made when first asked for. */
export function epochsOf<T>(
  starts: readonly DayNumber[],
  make: (epochDay: DayNumber) => T,
): Epochs<T> {
  if (starts.length === 0) return new OneEpoch(make, undefined)
  const days = [...new Set([BEFORE_ALL, ...starts])].sort((a, b) => a - b)
  const made = new Map<DayNumber, T>()
  return {
    days,
    at: (day) => {
      const start = days.findLast((each) => each <= day) ?? BEFORE_ALL
      return madeOnce(made, start, () => make(start))
    },
  }
}

/** One epoch that is at hand. */
export function oneEpoch<T>(only: T): Epochs<T> {
  return new OneEpoch(undefined, only)
}

const ONE_EPOCH: readonly DayNumber[] = [BEFORE_ALL]

/** A class, for there is one for nearly every commitment. */
class OneEpoch<T> implements Epochs<T> {
  #make: ((epochDay: DayNumber) => T) | undefined
  #only: T | undefined

  constructor(make: ((epochDay: DayNumber) => T) | undefined, only: T | undefined) {
    this.#make = make
    this.#only = only
  }

  get days(): readonly DayNumber[] {
    return ONE_EPOCH
  }

  at(_day: DayNumber): T {
    if (this.#make !== undefined) {
      this.#only = this.#make(BEFORE_ALL)
      this.#make = undefined
    }
    // Given, or made above, whatever it is.
    return this.#only as T
  }
}

/** The days on which facts of a list begin epochs: where one leaves the views, or enters them later than on its own day. */
export function epochDaysOf(facts: readonly StandingFact[]): readonly DayNumber[] {
  const days: DayNumber[] = []
  for (const { day, from, until } of facts) {
    if (from !== day) days.push(from)
    if (until < NEVER) days.push(until)
  }
  return days
}

/** The facts that stand in the views of an epoch, those to come in it included. */
export function factsInEpoch<F extends StandingFact>(
  facts: readonly F[],
  epochDay: DayNumber,
): readonly F[] {
  if (facts.every(({ day, from, until }) => from === day && until === NEVER)) return facts
  return facts.filter(
    ({ day, from, until }) => (from <= epochDay || from === day) && until > epochDay,
  )
}
