import type { DayNumber } from '../calendar/day-number.ts'
import type { CommitmentKind } from '../commitment/commitment.ts'
import type { Track } from '../commitment/track.ts'
import { type IndexedFact, NEVER } from '../fact/fact-index.ts'
import {
  areSame,
  type Circumstances,
  circumstancesOf,
  isSettled,
  numberKnown,
  type SettledList,
  settledIn,
} from '../fact/settled.ts'
import { type Knowledge, type StandingFact, standingFacts } from '../fact/standing.ts'
import type { Topic, TopicFacts } from '../fact/topics.ts'
import type { RuleEngine } from '../rule/engine.ts'
import { madeOnce } from './lazy.ts'

/**
 * All that is known of a plan at one instant, ready to be asked for any day: views at different dates and the
 * timelines share it. Everything in it is computed when first asked for, and once.
 */
export interface Ledger extends Knowledge {
  readonly engine: RuleEngine | undefined
  /** The one that knows everything else there is, where it knows the same definitions; otherwise null. */
  readonly settled: Ledger | null
  readonly tracks: Tracks
  /** What of the index's lists of facts stands, as far as that has been asked for. */
  readonly standing: Map<readonly IndexedFact[], readonly StandingFact[]>
  /** What some fact that is not known yet makes other: nothing made of it outlives the ledger. */
  readonly unsettled: Set<unknown>
  /** What is made of that; see madeFrom. */
  readonly own: Map<object, WeakMap<object, unknown>>
  /** What other parts of the domain keep here, each under its own key object. */
  readonly kept: Map<object, unknown>
  /** The same of what the plan's definitions alone say, shared by all ledgers that know the same of them. */
  readonly keptOfDefinitions: Map<object, unknown>
}

/** A track, and what it is made from beside definitions. */
export interface MadeTrack {
  readonly track: Track | undefined
  /** The lists of facts that its terms are made from; null where it also looks at other tracks. */
  readonly promised: readonly unknown[] | null
  /** The lists that its epochs are made from. */
  readonly recorded: readonly SettledList[]
  /** The last day on which what it is made from begins to be defined, where it can be a part of that of all facts. */
  readonly since: DayNumber
}

/** A track of a ledger, by its commitment's id and by a number of its own: small ones, so that arrays hold them. */
export interface PlacedTrack extends MadeTrack {
  readonly id: string
  readonly place: number
}

/** Of what is in no view, whatever comes to be known. */
export const NO_TRACK: MadeTrack = { track: undefined, promised: [], recorded: [], since: NEVER }

/** The kinds of commitments, in their order. */
export const KINDS: readonly CommitmentKind[] = ['INDICATOR', 'MILESTONE', 'OBLIGATION']

/** The commitments that are in some view, as far as they are known. */
export interface Tracks {
  get(id: string): Track | undefined
  made(id: string): PlacedTrack
  /** Those of all commitments of a kind that there might be, in the order of recording. */
  ofKind(kind: CommitmentKind): readonly PlacedTrack[]
  /** Ids of the commitments that are in some view, in the order of kinds and of recording. */
  ids(): readonly string[]
}

/** A ledger in which nothing is computed yet; `all` is the one that knows everything, null of itself. */
export function newLedger(
  knowledge: Knowledge,
  engine: RuleEngine | undefined,
  all: Ledger | null,
  tracksIn: (ledger: Ledger) => Tracks,
): Ledger {
  const { index, knownAt, knownCount, includeSubmitted } = knowledge
  const defined = isSettled(knowledge, 'definitions')
  // Written out: there is one for every commit.
  const ledger: Ledger = {
    index,
    knownAt,
    knownCount,
    includeSubmitted,
    engine,
    settled: defined ? all : null,
    get tracks() {
      tracks ??= tracksIn(ledger)
      return tracks
    },
    standing: new Map(),
    unsettled: new Set(),
    own: new Map(),
    kept: new Map(),
    keptOfDefinitions: defined ? sharedOf(knowledge, engine) : new Map(),
  }
  let tracks: Tracks | undefined
  return ledger
}

const NONE: readonly StandingFact<never>[] = []

/** The known facts of a topic under a key that stand in some view, in the order in which they take effect. */
export function factsAbout<T extends Topic>(
  ledger: Ledger,
  topic: T,
  key: string,
): readonly StandingFact<TopicFacts[T]>[] {
  const indexed = ledger.index.topics[topic].get(key)
  if (indexed === undefined) return NONE
  const kept = ledger.standing.get(indexed)
  // What stands of a list is of its topic's type.
  if (kept !== undefined) return kept as readonly StandingFact<TopicFacts[T]>[]
  const facts = knownFacts(ledger, topic, indexed)
  ledger.standing.set(indexed, facts)
  return facts as readonly StandingFact<TopicFacts[T]>[]
}

/** What the facts of a topic under a key come to once all are known; none where there are none. */
export function settledAbout(ledger: Ledger, topic: Topic, key: string): readonly SettledList[] {
  const indexed = ledger.index.topics[topic].get(key)
  return indexed === undefined ? [] : [settledIn(ledger, topic, indexed)]
}

function knownFacts(
  ledger: Ledger,
  topic: Topic,
  indexed: readonly IndexedFact[],
): readonly StandingFact[] {
  const { knownAt } = ledger
  const settled = settledIn(ledger, topic, indexed)
  if (knownAt === null || settled.from <= knownAt) return settled.standing
  const facts = settled.inOrder
    ? indexed.slice(0, numberKnown(ledger, indexed))
    : standingFacts(ledger, indexed)
  ledger.unsettled.add(facts)
  return facts
}

interface Shared extends Circumstances {
  readonly engine: RuleEngine | undefined
  readonly plan: string
  readonly kept: Map<object, unknown>
}

/** What is told apart of the same definitions at a time: engines, names of one plan, corrections. */
const SHARED_KEPT = 3

const sharedByDefinitions = new WeakMap<object, readonly Shared[]>()

/** What is kept of the definitions of a plan, all of them being known. */
function sharedOf(knowledge: Knowledge, engine: RuleEngine | undefined): Map<object, unknown> {
  const { source, topics } = knowledge.index
  const now = circumstancesOf(knowledge, 'definitions')
  const all = sharedByDefinitions.get(topics.definitions) ?? []
  const known = all.find(
    (each) => each.engine === engine && each.plan === source.code && areSame(each, now),
  )
  if (known !== undefined) return known.kept
  const shared: Shared = { ...now, engine, plan: source.code, kept: new Map() }
  sharedByDefinitions.set(topics.definitions, [shared, ...all].slice(0, SHARED_KEPT))
  return shared.kept
}

/** A value of a ledger that is computed once, kept under a key object of the module that computes it. */
export function keptIn<T>(ledger: Ledger, key: KeepKey<T>, compute: () => T): T {
  return keptUnder(ledger.kept, key, compute)
}

/** The same of what follows from the definitions and the engine alone; it must not hold the ledger it is made from. */
export function keptOfDefinitions<T>(ledger: Ledger, key: KeepKey<T>, compute: () => T): T {
  return keptUnder(ledger.keptOfDefinitions, key, () => {
    const value = compute()
    if (!isSettled(ledger, 'definitions')) ledger.unsettled.add(value)
    return value
  })
}

/** The same of one of several things that go by names. */
export function keptByName<T>(
  ledger: Ledger,
  key: KeepKey<Map<string, T>>,
  name: string,
  compute: () => T,
): T {
  const kept = keptOfDefinitions(ledger, key, () => new Map<string, T>())
  let value = kept.get(name)
  if (value === undefined) {
    value = compute()
    kept.set(name, value)
    if (ledger.unsettled.has(kept)) ledger.unsettled.add(value)
  }
  return value
}

function keptUnder<T>(values: Map<object, unknown>, key: KeepKey<T>, compute: () => T): T {
  // Only this function writes values, and a key is typed by what is kept under it.
  return madeOnce(values, key, compute) as T
}

/** The key of one kept value; see keptIn. */
export interface KeepKey<T> {
  readonly name: string
  /** Ties the key to its type; never called. */
  readonly holds?: () => T
}
