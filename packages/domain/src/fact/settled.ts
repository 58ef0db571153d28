import type { Instant } from '../calendar/date.ts'
import { countWhile } from './count-while.ts'
import { type IndexedFact, isInOrder } from './fact-index.ts'
import {
  isKnown,
  type Knowledge,
  type StandingFact,
  standingFacts,
  supersedersOf,
} from './standing.ts'
import { REVIEWED, type Topic, typeOf } from './topics.ts'

/** What decides, beside a topic's own facts, which of them stand once all is known. */
export interface Circumstances {
  readonly superseders: object | undefined
  /** Null where the topic's facts are not reviewed. */
  readonly reviews: object | null
  readonly includeSubmitted: boolean
}

/** Whether nothing that decides about a topic's facts was recorded after the instant asked for. */
export function isSettled({ index, knownAt }: Knowledge, topic: Topic): boolean {
  if (knownAt === null) return true
  const topics: readonly Topic[] = isReviewed(topic) ? [...REVIEWED, 'reviews'] : [topic]
  return topics.every((each) => (index.lastRecorded.get(each) ?? '') <= knownAt)
}

function isReviewed(topic: Topic): boolean {
  return REVIEWED.includes(topic)
}

/** What decides about a topic's facts now. */
export function circumstancesOf(
  { index, includeSubmitted }: Knowledge,
  topic: Topic,
): Circumstances {
  const reviewed = isReviewed(topic)
  return {
    superseders: index.superseders.get(typeOf(topic)),
    reviews: reviewed ? index.topics.reviews : null,
    includeSubmitted: reviewed && includeSubmitted,
  }
}

/** Whether two tell the same. */
export function areSame(a: Circumstances, b: Circumstances): boolean {
  return (
    a.superseders === b.superseders &&
    a.reviews === b.reviews &&
    a.includeSubmitted === b.includeSubmitted
  )
}

/** What the facts of one list come to once all are known, and from when on that is so. */
export interface SettledList {
  readonly in: Circumstances
  readonly facts: readonly IndexedFact[]
  readonly standing: readonly StandingFact[]
  /** When the last fact was recorded that decides about it. */
  readonly from: Instant
  /** Each of its facts stands for good, and none was recorded before the one that it follows. */
  readonly inOrder: boolean
}

const settledLists = new WeakMap<readonly IndexedFact[], SettledList>()

/** What a list of a topic comes to once all is known, made once for as long as nothing about it is added. */
export function settledIn(
  knowledge: Knowledge,
  topic: Topic,
  facts: readonly IndexedFact[],
): SettledList {
  return settledList(knowledge, circumstancesOf(knowledge, topic), facts)
}

/** The same in circumstances that are at hand. */
export function settledList(
  knowledge: Knowledge,
  now: Circumstances,
  facts: readonly IndexedFact[],
): SettledList {
  const known = settledLists.get(facts)
  if (known !== undefined && areSame(known.in, now)) return known
  // Written out: the knowledge may be a ledger, and a copy of that would make what it has not been asked for yet.
  const { index, includeSubmitted } = knowledge
  const all: Knowledge = { index, knownAt: null, knownCount: null, includeSubmitted }
  const standing = standingFacts(all, facts)
  const inOrder = standing === facts && isInOrder(facts)
  const from = inOrder ? (facts.at(-1)?.fact.recordedAt ?? '') : lastAbout(all, facts)
  const settled: SettledList = { in: now, facts, standing, from, inOrder }
  settledLists.set(facts, settled)
  return settled
}

/** How many facts of a list in the order of recording are known. */
export function numberKnown(knowledge: Knowledge, facts: readonly IndexedFact[]): number {
  return countWhile(facts.length, (at) => {
    const fact = facts[at]
    return fact !== undefined && isKnown(knowledge, fact)
  })
}

/** When the last fact was recorded of a list, of what corrects or reviews its facts, and of what does so to those. */
function lastAbout(knowledge: Knowledge, facts: readonly IndexedFact[]): Instant {
  let last = ''
  const open = [...facts]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.fact.recordedAt > last) last = each.fact.recordedAt
    open.push(...supersedersOf(knowledge, each))
    open.push(...(knowledge.index.topics.reviews.get(each.fact.id) ?? []))
  }
  return last
}
