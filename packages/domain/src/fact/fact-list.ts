import type { Fact, PlanFacts } from './fact.ts'

/** The facts of a plan in two parts: many that later commits share, and those that came since. */
interface Parts {
  readonly early: readonly Fact[]
  readonly late: readonly Fact[]
}

const partsOfGrown = new WeakMap<PlanFacts, Parts>()

function partsOf(facts: PlanFacts): Parts {
  return partsOfGrown.get(facts) ?? { early: facts.facts, late: [] }
}

/** How many facts there are. */
export function countFacts(facts: PlanFacts): number {
  const { early, late } = partsOf(facts)
  return early.length + late.length
}

/** The fact at a place. */
export function factAt(facts: PlanFacts, place: number): Fact | undefined {
  const { early, late } = partsOf(facts)
  return place < early.length ? early[place] : late[place - early.length]
}

/** The facts from a place on. */
export function factsFrom(facts: PlanFacts, place: number): readonly Fact[] {
  const { early, late } = partsOf(facts)
  if (place >= early.length) return late.slice(place - early.length)
  return place === 0 && late.length === 0 ? early : early.slice(place).concat(late)
}

/** The facts with these ids, the last ones first. */
export function factsNamed(facts: PlanFacts, ids: ReadonlySet<string>): readonly Fact[] {
  const { early, late } = partsOf(facts)
  const found: Fact[] = []
  for (const list of [late, early]) {
    for (let at = list.length - 1; at >= 0 && found.length < ids.size; at--) {
      const fact = list[at]
      if (fact !== undefined && ids.has(fact.id)) found.push(fact)
    }
  }
  return found
}

/**
 * The facts of a plan with those of one more commit. Of thousands no list is made for each commit: those that came
 * last are copied, and all are put together when there are many of them, and where someone asks for the list.
 */
export function grownFacts(before: PlanFacts, more: readonly Fact[]): PlanFacts {
  const { early, late } = partsOf(before)
  const last = late.concat(more)
  // As many are then copied one commit with another as there are commits between two copies of all.
  const isMany = last.length * last.length > early.length
  // Not spread: of a list of thousands concat makes a copy many times faster.
  const parts = isMany ? { early: early.concat(last), late: [] } : { early, late: last }
  let all = isMany ? parts.early : undefined
  // A getter of its own, so that whoever spreads or prints it finds the list there.
  const grown: PlanFacts = {
    code: before.code,
    revision: before.revision + 1,
    get facts() {
      all ??= parts.early.concat(parts.late)
      return all
    },
  }
  partsOfGrown.set(grown, parts)
  return grown
}
