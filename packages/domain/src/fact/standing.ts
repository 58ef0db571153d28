import type { DayNumber } from '../calendar/day-number.ts'
import type { Fact, Observation, ReviewState } from './fact.ts'
import { type FactIndex, type IndexedFact, NEVER } from './fact-index.ts'

/** A fact known at one instant, with the views that hold it. */
export type StandingFact<F extends Fact = Fact> = IndexedFact<F>

/** Which facts are known, and which observations are judged. */
export interface Knowledge {
  readonly index: FactIndex
  /** Facts recorded later are not known; null where all are. */
  readonly knownAt: string | null
  /** How many are known, where they are in the order of recording and not all of them are; otherwise null. */
  readonly knownCount: number | null
  readonly includeSubmitted: boolean
}

/** The facts of a list that stand in some view, in the order in which they take effect. */
export function standingFacts<F extends Fact>(
  knowledge: Knowledge,
  facts: readonly IndexedFact<F>[],
): readonly StandingFact<F>[] {
  // Most lists stand as they are, and are not copied; where all do, none is gone through.
  if (knowledge.knownAt === null && knowledge.index.allStand) return facts
  if (facts.every((each) => isKnown(knowledge, each) && standsForGood(knowledge, each)))
    return facts
  const standing: StandingFact<F>[] = []
  for (const indexed of facts) {
    if (!isKnown(knowledge, indexed)) continue
    if (standsForGood(knowledge, indexed)) {
      standing.push(indexed)
      continue
    }
    for (const [from, until] of spansOf(knowledge, indexed)) {
      standing.push({ ...indexed, from, until })
    }
  }
  return standing
}

/** The usual case, told cheaply: nothing reviews the fact or corrects it. */
function standsForGood(knowledge: Knowledge, { fact }: IndexedFact): boolean {
  const { superseders, topics } = knowledge.index
  if (superseders.get(fact.type)?.has(fact.id) === true) return false
  if (fact.type !== 'OBSERVATION') return true
  return isJudged(knowledge, fact.state) && !topics.reviews.has(fact.id)
}

/** Whether a fact had been recorded by the instant asked for. */
export function isKnown({ knownAt, knownCount }: Knowledge, { fact, place }: IndexedFact): boolean {
  if (knownCount !== null) return place < knownCount
  return knownAt === null || fact.recordedAt <= knownAt
}

/** The later facts of the same type that supersede one, as far as they are known. */
export function supersedersOf(knowledge: Knowledge, indexed: IndexedFact): readonly IndexedFact[] {
  const all = knowledge.index.superseders.get(indexed.fact.type)?.get(indexed.fact.id) ?? []
  return all.filter((each) => each.place > indexed.place && isKnown(knowledge, each))
}

type Span = readonly [from: DayNumber, until: DayNumber]

function spansOf(knowledge: Knowledge, indexed: IndexedFact): readonly Span[] {
  const own = ownSpans(knowledge, indexed)
  const superseders = supersedersOf(knowledge, indexed)
  if (superseders.length === 0) return own
  return superseders.flatMap((each) => reachOf(knowledge, each)).reduce(subtract, own)
}

/** Where a fact or one that replaces it stands: a correction of a correction does not bring back the first. */
function reachOf(knowledge: Knowledge, indexed: IndexedFact): readonly Span[] {
  const spans: Span[] = []
  const chain = [indexed]
  for (let each = chain.pop(); each !== undefined; each = chain.pop()) {
    spans.push(...ownSpans(knowledge, each))
    chain.push(...supersedersOf(knowledge, each))
  }
  return spans
}

function subtract(spans: readonly Span[], [from, until]: Span): readonly Span[] {
  return spans.flatMap((span): Span[] => {
    if (until <= span[0] || from >= span[1]) return [span]
    const left: Span[] = from > span[0] ? [[span[0], from]] : []
    const right: Span[] = until < span[1] ? [[until, span[1]]] : []
    return [...left, ...right]
  })
}

function ownSpans(knowledge: Knowledge, indexed: IndexedFact): readonly Span[] {
  const { fact, day } = indexed
  if (fact.type !== 'OBSERVATION') return [[day, NEVER]]
  const states = reviewStatesOf(knowledge, { ...indexed, fact })
  const spans: Span[] = []
  states.forEach((step, at) => {
    if (!isJudged(knowledge, step.state)) return
    const until = states[at + 1]?.from ?? NEVER
    const last = spans.at(-1)
    if (last !== undefined && last[1] === step.from) spans[spans.length - 1] = [last[0], until]
    else spans.push([step.from, until])
  })
  return spans
}

function isJudged({ includeSubmitted }: Knowledge, state: ReviewState): boolean {
  return state === 'APPROVED' || (includeSubmitted && state === 'SUBMITTED')
}

/** The review states of an observation by day, from its own day on; each with the review that brought it. */
export function reviewStatesOf(
  knowledge: Knowledge,
  observation: IndexedFact<Observation>,
): readonly ReviewStep[] {
  const reported: ReviewStep = {
    from: observation.day,
    state: observation.fact.state,
    review: null,
  }
  const indexed = knowledge.index.topics.reviews.get(observation.fact.id)
  if (indexed === undefined) return [reported]
  const reviews = standingFacts(knowledge, indexed)
  const days = [observation.day]
  for (const { from, until } of reviews) {
    if (from > observation.day) days.push(from)
    if (until < NEVER && until > observation.day) days.push(until)
  }
  return [...new Set(days)]
    .sort((a, b) => a - b)
    .map((from) => {
      const review = latestAt(reviews, from)
      return review === null
        ? { ...reported, from }
        : { from, state: review.fact.state, review: review.fact.id }
    })
}

/** The state an observation comes to on a day. */
export interface ReviewStep {
  readonly from: DayNumber
  readonly state: ReviewState
  /** Id of the Review; null for the state at recording. */
  readonly review: string | null
}

/** Of facts in the order in which they take effect, the one that counts in the views of a day. */
export function latestAt<F extends Fact>(
  facts: readonly StandingFact<F>[],
  day: DayNumber,
): StandingFact<F> | null {
  for (let at = facts.length - 1; at >= 0; at--) {
    const fact = facts[at]
    if (fact !== undefined && fact.from <= day && day < fact.until) return fact
  }
  return null
}

/** All facts of a list in the views of a day. */
export function factsAt<F extends Fact>(
  facts: readonly StandingFact<F>[],
  day: DayNumber,
): readonly StandingFact<F>[] {
  return facts.filter((fact) => fact.from <= day && day < fact.until)
}

/** The days on which the facts of a list come into view or leave it. */
export function changeDays(facts: readonly StandingFact[]): readonly DayNumber[] {
  const days: DayNumber[] = []
  for (const { from, until } of facts) {
    days.push(from)
    if (until < NEVER) days.push(until)
  }
  return days
}
