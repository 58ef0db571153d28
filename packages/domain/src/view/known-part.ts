import type { DayNumber } from '../calendar/day-number.ts'
import type { Epoch, State } from '../commitment/track.ts'
import { NEVER } from '../fact/fact-index.ts'
import { numberKnown, type SettledList } from '../fact/settled.ts'
import type { LeftOut } from '../indicator/series.ts'
import { oneEpoch } from './epochs.ts'
import type { Ledger, MadeTrack } from './ledger.ts'

/**
 * A track as known at an instant, as a part of the one made of all facts, whose terms are the same. Undefined where it
 * is no part of it: only facts that stand for good, and came in the order of their dates, leave the past as it was.
 */
export function knownPart(
  ledger: Ledger,
  { track, recorded, since }: MadeTrack,
): Pick<MadeTrack, 'track'> | undefined {
  const unknownFrom = unknownFromDay(ledger, recorded)
  if (unknownFrom === null || unknownFrom <= since) return undefined
  // What never comes to be has not come to be before.
  if (track === undefined) return recorded.every(({ inOrder }) => inOrder) ? { track } : undefined
  const { id, kind, subject, terms, scale, epochs } = track
  const [epochDay = 0] = epochs.days
  const [promise] = terms
  if (terms.length > 1 || epochs.days.length > 1) return undefined
  if (promise === undefined || promise.from >= unknownFrom) return undefined
  const known = oneEpoch(new EpochBefore(epochs.at(epochDay), unknownFrom))
  const about = subject === undefined ? {} : { subject }
  return { track: { id, kind, ...about, terms, scale, epochs: known } }
}

/**
 * The day from which on nothing is known of what is recorded: NEVER where all is. Null where there is no such day: a fact
 * that is not known bears on days of those that are.
 */
export function unknownFromDay(ledger: Ledger, recorded: readonly SettledList[]): DayNumber | null {
  const knownAt = ledger.knownAt ?? ''
  let unknownFrom = NEVER
  let lastKnown = 0
  for (const { facts, from, inOrder } of recorded) {
    if (from > knownAt && !inOrder) return null
    const known = from > knownAt ? numberKnown(ledger, facts) : facts.length
    unknownFrom = Math.min(unknownFrom, facts[known]?.day ?? NEVER)
    lastKnown = Math.max(lastKnown, facts[known - 1]?.day ?? 0)
  }
  return lastKnown < unknownFrom ? unknownFrom : null
}

/** An epoch as it is while nothing is known from a day on; a class, for there are very many. */
class EpochBefore implements Epoch {
  readonly #all: Epoch
  readonly #last: DayNumber

  constructor(all: Epoch, unknownFrom: DayNumber) {
    this.#all = all
    this.#last = unknownFrom - 1
  }

  get size(): number {
    return this.#all.placeOn(this.#last) + 1
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
