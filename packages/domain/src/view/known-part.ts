import type { DayNumber } from '../calendar/day-number.ts'
import type { Epoch, State, Track } from '../commitment/track.ts'
import { NEVER } from '../fact/fact-index.ts'
import { numberKnown, settledIn } from '../fact/settled.ts'
import type { LeftOut } from '../indicator/series.ts'
import { epochsOf } from './epochs.ts'
import type { Ledger, Recorded } from './ledger.ts'

/**
 * A track as known at an instant, as a part of the one made of all facts, whose terms are the same. Undefined where it
 * is no part of it: only facts that stand for good, and came in the order of their dates, leave the past as it was.
 */
export function knownPart(
  ledger: Ledger,
  all: Track,
  recorded: readonly Recorded[],
): Track | undefined {
  const [epochDay = 0] = all.epochs.days
  if (all.terms.length !== 1 || all.epochs.days.length !== 1) return undefined
  const unknownFrom = unknownFromDay(ledger, recorded)
  if (unknownFrom === null) return undefined
  return {
    ...all,
    epochs: epochsOf([], () => new EpochBefore(all.epochs.at(epochDay), unknownFrom)),
  }
}

/**
 * The day from which on nothing is known of what is recorded: NEVER where all is. Null where there is no such day: a fact
 * that is not known bears on days of those that are.
 */
export function unknownFromDay(ledger: Ledger, recorded: readonly Recorded[]): DayNumber | null {
  const knownAt = ledger.knownAt ?? ''
  let unknownFrom = NEVER
  let lastKnown = 0
  for (const { topic, key } of recorded) {
    const facts = ledger.index.topics[topic].get(key)
    if (facts === undefined) continue
    const { from, inOrder } = settledIn(ledger, topic, facts)
    if (from > knownAt && !inOrder) return null
    const known = from > knownAt ? numberKnown(ledger, facts) : facts.length
    unknownFrom = Math.min(unknownFrom, facts[known]?.day ?? NEVER)
    lastKnown = Math.max(lastKnown, facts[known - 1]?.day ?? 0)
  }
  return lastKnown < unknownFrom ? unknownFrom : null
}

/** An epoch as it is while nothing is known from a day on; a class, for there are very many. */
class EpochBefore implements Epoch {
  readonly size: number
  readonly #all: Epoch
  readonly #last: DayNumber

  constructor(all: Epoch, unknownFrom: DayNumber) {
    this.#all = all
    this.#last = unknownFrom - 1
    this.size = all.placeOn(this.#last) + 1
  }

  get states(): readonly State[] {
    return Array.from({ length: this.size }, (_, at) => this.state(at))
  }

  dayAt(at: number): DayNumber {
    return this.#all.dayAt(at)
  }

  placeOn(day: DayNumber): number {
    return this.#all.placeOn(Math.min(day, this.#last))
  }

  state(at: number): State {
    return this.#all.state(at)
  }

  since(state: State): DayNumber {
    return this.#all.since(state)
  }

  breachedOn(state: State): DayNumber | null {
    return this.#all.breachedOn(state)
  }

  evidence(day: DayNumber): readonly string[] {
    return this.#all.evidence(Math.min(day, this.#last))
  }

  leftOut(day: DayNumber): LeftOut | null {
    return this.#all.leftOut(Math.min(day, this.#last))
  }
}
