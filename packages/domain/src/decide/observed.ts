import type { IsoDate } from '../calendar/date.ts'
import { countWhile } from '../fact/count-while.ts'
import type { Observation } from '../fact/fact.ts'

/** Of an observation, or of one that is to be, what it is found by. */
type Found = Pick<Observation, 'of' | 'effectiveOn'>

/** Observations of all subjects, those of each in the order of recording. */
export interface Observed<F extends Found> {
  add(fact: F): void
  /** Those of a subject that are true for a day. */
  on(of: Found['of'], day: IsoDate): readonly F[]
}

/** Nothing has been observed yet. */
export function newObserved<F extends Found = Observation>(): Observed<F> {
  const ofKind = { INDICATOR: new Map<string, OfSubject<F>>(), PROJECT: new Map() }
  return {
    add: (fact) => {
      const { kind, code } = fact.of
      const subject = ofKind[kind].get(code)
      if (subject === undefined) ofKind[kind].set(code, new OfSubject(fact))
      else subject.add(fact)
    },
    on: ({ kind, code }, day) => ofKind[kind].get(code)?.on(day) ?? NONE,
  }
}

/** A class, for there are many; most are reported on day after day, so that no map from days to reports is needed. */
class OfSubject<F extends Found> {
  readonly #all: F[]
  #isInOrder = true
  #days: Map<IsoDate, F[]> | undefined
  /** How many are among the days. */
  #upTo = 0

  constructor(first: F) {
    this.#all = [first]
  }

  add(fact: F): void {
    const last = this.#all.at(-1)
    if (last !== undefined && fact.effectiveOn < last.effectiveOn) this.#isInOrder = false
    this.#all.push(fact)
  }

  on(day: IsoDate): readonly F[] {
    if (!this.#isInOrder) return this.#byDay().get(day) ?? NONE
    const all = this.#all
    // Most ask for a later day than all there are.
    if ((all.at(-1)?.effectiveOn ?? '') < day) return NONE
    const start = countWhile(all.length, (at) => (all[at]?.effectiveOn ?? day) < day)
    let end = start
    while (all[end]?.effectiveOn === day) end++
    return all.slice(start, end)
  }

  #byDay(): ReadonlyMap<IsoDate, readonly F[]> {
    this.#days ??= new Map()
    for (; this.#upTo < this.#all.length; this.#upTo++) {
      const fact = this.#all[this.#upTo]
      if (fact === undefined) continue
      const list = this.#days.get(fact.effectiveOn)
      if (list === undefined) this.#days.set(fact.effectiveOn, [fact])
      else list.push(fact)
    }
    return this.#days
  }
}

const NONE: readonly never[] = []
