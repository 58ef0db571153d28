import type { Instant } from '../calendar/date.ts'
import { type DayNumber, dayNumber, LAST_DAY } from '../calendar/day-number.ts'
import type { DefinitionKind } from '../plan/definition.ts'
import { type Exact, parseExact } from '../quantity/exact.ts'
import { countWhile } from './count-while.ts'
import type { DefinitionFact, ExtensionRequest, Fact, FactType, PlanFacts } from './fact.ts'
import { factAt, factsFrom } from './fact-list.ts'
import { MapOver } from './map-over.ts'
import { keyOf, partOf, TOPICS, type Topic, type TopicFacts, topicOf } from './topics.ts'

/** The day after the last one there is. */
export const NEVER: DayNumber = LAST_DAY + 1

/**
 * A fact with its day, its place in the order of recording, and the views that hold it: those whose asOf lies in `from`
 * to before `until`. As indexed it stands for good, from its own day on; see standingFacts.
 */
export interface IndexedFact<F extends Fact = Fact> {
  readonly fact: F
  readonly day: DayNumber
  readonly place: number
  readonly from: DayNumber
  readonly until: DayNumber
  /** Of an observation, its value; null where that is no decimal. */
  readonly value: Exact | null
}

/** The facts of one topic by key, each list by date, then instant, then place. */
export type FactsByKey<F extends Fact> = ReadonlyMap<string, readonly IndexedFact<F>[]>

/** A plan's facts, made ready to be asked. A fact whose date does not exist is in no view, and so not here. */
export interface FactIndex {
  readonly source: PlanFacts
  /** How many facts it is of. */
  readonly size: number
  readonly topics: { readonly [T in Topic]: FactsByKey<TopicFacts[T]> }
  /** Codes ever defined, by kind, in the order of recording. */
  readonly codes: ReadonlyMap<DefinitionKind, readonly string[]>
  /** The facts that supersede one of their type, by its id. */
  readonly superseders: ReadonlyMap<FactType, ReadonlyMap<string, readonly IndexedFact[]>>
  readonly requestById: ReadonlyMap<string, IndexedFact<ExtensionRequest>>
  /** Whether no fact was recorded before the one that it follows. */
  readonly inOrder: boolean
  /** Whether nothing was corrected or reviewed, nor reported otherwise than approved: all stands for good. */
  readonly allStand: boolean
  /** When the last fact was recorded; '' without facts. */
  readonly lastRecordedAt: Instant
  /** The same of each topic that has any. */
  readonly lastRecorded: ReadonlyMap<Topic, Instant>
  readonly lastDay: DayNumber | null
}

/** How many facts had been recorded by an instant; null where all had, and of facts that are not in that order. */
export function knownCount(
  { source, size, inOrder }: FactIndex,
  knownAt: Instant | null,
): number | null {
  if (knownAt === null || !inOrder) return null
  return countWhile(size, (at) => (factAt(source, at)?.recordedAt ?? '') <= knownAt)
}

/** The order in which facts of one topic take effect: the last one wins. */
export function compareFacts(a: IndexedFact, b: IndexedFact): number {
  if (a.day !== b.day) return a.day - b.day
  const first = a.fact.recordedAt
  const second = b.fact.recordedAt
  return first < second ? -1 : first > second ? 1 : a.place - b.place
}

const indexes = new WeakMap<PlanFacts, FactIndex>()
const recentByFirstFact = new WeakMap<Fact, readonly FactIndex[]>()

/** The index of what facts were appended to, until they have an index themselves. */
const originOf = new WeakMap<PlanFacts, FactIndex>()

/** Says that facts are others with more appended, so that nobody has to compare thousands to see it. */
export function noteOrigin(facts: PlanFacts, origin: PlanFacts): void {
  // The index, or the one that it would grow from: of a long row of commits none holds the lists of those before it.
  const index = indexes.get(origin) ?? originOf.get(origin)
  if (index !== undefined) originOf.set(facts, index)
}

/** Indexes of one plan that a longer list may grow from: the newest commits, and what-ifs on them. */
const RECENT = 4

/**
 * The index of a plan's facts, made once. Facts are only ever added: a list that continues an indexed one, with the
 * same fact objects, has its index grown from that one's, in time that depends on what was added.
 */
export function indexOf(facts: PlanFacts): FactIndex {
  const known = indexes.get(facts)
  if (known !== undefined) return known
  const first = factAt(facts, 0)
  const recent = (first === undefined ? undefined : recentByFirstFact.get(first)) ?? []
  const base =
    originOf.get(facts) ?? recent.find((index) => continues(facts.facts, index.source.facts))
  const index = growIndex(base, facts)
  indexes.set(facts, index)
  originOf.delete(facts)
  if (first !== undefined) {
    const longestFirst = [...recent].sort((a, b) => b.size - a.size)
    recentByFirstFact.set(first, [index, ...longestFirst].slice(0, RECENT))
  }
  return index
}

function continues(longer: readonly Fact[], shorter: readonly Fact[]): boolean {
  const size = shorter.length
  if (longer.length < size || longer[size - 1] !== shorter[size - 1]) return false
  for (let at = 0; at < size; at++) if (longer[at] !== shorter[at]) return false
  return true
}

type Lists = { [T in Topic]: Growing<string, IndexedFact[]> }

type Growing<K, V> = Map<K, V> | MapOver<K, V>

/** A map that grows from another; that one stays as it is. */
function grown<K, V>(before: ReadonlyMap<K, V> | undefined): Growing<K, V> {
  return before === undefined ? new Map() : new MapOver(before)
}

/** A map that grows from another where any fact touches it; what none does is shared, for most commits are small. */
function ownIf<K, V>(isTouched: boolean, before: ReadonlyMap<K, V> | undefined): Growing<K, V> {
  // What no fact touches is not written to.
  return isTouched || before === undefined ? grown(before) : (before as Growing<K, V>)
}

/** Lists whose facts did not come in the order in which they were recorded, or not in that of their days. */
const mixed = new WeakSet<readonly IndexedFact[]>()

/** Whether no fact of a list of an index was recorded before the one that it follows. */
export function isInOrder(facts: readonly IndexedFact[]): boolean {
  return (
    !mixed.has(facts) ||
    facts.every(({ fact }, at) => (facts[at - 1]?.fact.recordedAt ?? '') <= fact.recordedAt)
  )
}

function growIndex(before: FactIndex | undefined, source: PlanFacts): FactIndex {
  const start = before?.size ?? 0
  const added = factsFrom(source, start)
  if (before !== undefined && added.length === 0) return { ...before, source }
  const touched = new Set(added.map(topicOf))
  const lists = copyLists(before, touched)
  const codes = ownIf(touched.has('definitions'), before?.codes)
  const ownCodes = new Map<DefinitionKind, string[]>()
  const corrections = new Map<FactType, Growing<string, readonly IndexedFact[]>>()
  const lastRecorded = new Map(before?.lastRecorded)
  const requestById = ownIf(touched.has('requests'), before?.requestById)
  const owned = new Set<IndexedFact[]>()
  let lastRecordedAt = before?.lastRecordedAt ?? ''
  let inOrder = before?.inOrder ?? true
  let allStand = before?.allStand ?? true
  let lastDay = before?.lastDay ?? null
  for (let at = 0; at < added.length; at++) {
    const fact = added[at]
    if (fact === undefined) continue
    // What is in no view counts among those that are known as well.
    if (fact.recordedAt < lastRecordedAt) inOrder = false
    else lastRecordedAt = fact.recordedAt
    const day = dayNumber(fact.effectiveOn)
    if (day === null) continue
    const value = fact.type === 'OBSERVATION' ? parseExact(fact.value) : null
    const indexed: IndexedFact = { fact, day, place: start + at, from: day, until: NEVER, value }
    const topic = topicOf(fact)
    const map = lists[topic]
    const key = keyOf(fact)
    let list = map.get(key) ?? []
    if (list.length === 0 && fact.type === 'DEFINITION') noteCode(codes, ownCodes, fact)
    if (!owned.has(list)) {
      const copy = [...list]
      if (mixed.has(list)) mixed.add(copy)
      list = copy
      map.set(key, list)
      owned.add(list)
    }
    const last = list.at(-1)
    if (last !== undefined && (day < last.day || fact.recordedAt < last.fact.recordedAt)) {
      mixed.add(list)
    }
    list.push(indexed)
    if (!standsAlone(fact)) allStand = false
    if (fact.supersedes !== undefined) {
      const ofType = corrections.get(fact.type) ?? grown(before?.superseders.get(fact.type))
      ofType.set(fact.supersedes, [...(ofType.get(fact.supersedes) ?? []), indexed])
      corrections.set(fact.type, ofType)
    }
    if (fact.recordedAt > (lastRecorded.get(topic) ?? '')) lastRecorded.set(topic, fact.recordedAt)
    if (fact.type === 'EXTENSION_REQUEST') requestById.set(fact.id, { ...indexed, fact })
    if (lastDay === null || day > lastDay) lastDay = day
  }
  for (const list of owned) if (mixed.has(list)) list.sort(compareFacts)
  return {
    source,
    size: start + added.length,
    // topicOf gives each fact the topic of its type, so each list holds that type only.
    topics: lists as unknown as FactIndex['topics'],
    codes,
    superseders: new Map([...(before?.superseders ?? []), ...corrections]),
    requestById,
    inOrder,
    allStand,
    lastRecordedAt,
    lastRecorded,
    lastDay,
  }
}

/** Whether a fact stands as it was recorded and takes no other one's place. */
function standsAlone(fact: Fact): boolean {
  if (fact.supersedes !== undefined || fact.type === 'REVIEW') return false
  return fact.type !== 'OBSERVATION' || fact.state === 'APPROVED'
}

function copyLists(before: FactIndex | undefined, touched: ReadonlySet<Topic>): Lists {
  const copied = TOPICS.map((topic) => {
    // Seen without its type of fact, so that one loop copies all; lists are copied again before they change.
    const old = before?.topics[topic] as ReadonlyMap<string, readonly IndexedFact[]> | undefined
    return [topic, ownIf(touched.has(topic), old)]
  })
  // Object.fromEntries forgets which keys it was given; they are all the topics.
  return Object.fromEntries(copied) as Lists
}

function noteCode(
  codes: Growing<DefinitionKind, readonly string[]>,
  added: Map<DefinitionKind, string[]>,
  fact: DefinitionFact,
): void {
  const { kind, code } = partOf(fact)
  const own = added.get(kind) ?? [...(codes.get(kind) ?? [])]
  own.push(code)
  added.set(kind, own)
  codes.set(kind, own)
}
