import type { IsoDate } from '../calendar/date.ts'
import { countWhile } from '../fact/count-while.ts'
import type { Observation } from '../fact/fact.ts'

/** Observations of all subjects of a kind, those of each in the order of recording. */
export interface Observed {
  add(fact: Observation): void
  /** Those of a subject that are true for a day. */
  on(code: string, day: IsoDate): readonly Observation[]
}

/** Nothing has been observed yet. */
export function newObserved(): Observed {
  const subjects = new Map<string, OfSubject>()
  return {
    add: (fact) => {
      const { code } = fact.of
      const subject = subjects.get(code)
      if (subject === undefined) subjects.set(code, new OfSubject(fact))
      else subject.add(fact)
    },
    on: (code, day) => subjects.get(code)?.on(day) ?? NONE,
  }
}

/** A class, for there are many; most are reported on day after day, so that no map from days to reports is needed. */
class OfSubject {
  readonly #all: Observation[]
  #isInOrder = true
  #days: Map<IsoDate, Observation[]> | undefined
  /** How many are among the days. */
  #upTo = 0

  constructor(first: Observation) {
    this.#all = [first]
  }

  add(fact: Observation): void {
    const last = this.#all.at(-1)
    if (last !== undefined && fact.effectiveOn < last.effectiveOn) this.#isInOrder = false
    this.#all.push(fact)
  }

  on(day: IsoDate): readonly Observation[] {
    if (!this.#isInOrder) return this.#byDay().get(day) ?? []
    const all = this.#all
    const start = countWhile(all.length, (at) => (all[at]?.effectiveOn ?? day) < day)
    let end = start
    while (all[end]?.effectiveOn === day) end++
    return start === end ? NONE : all.slice(start, end)
  }

  #byDay(): ReadonlyMap<IsoDate, readonly Observation[]> {
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

const NONE: readonly Observation[] = []
