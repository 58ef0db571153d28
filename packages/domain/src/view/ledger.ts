import type { Track } from '../commitment/track.ts'
import type { Fact } from '../fact/fact.ts'
import type { IndexedFact } from '../fact/fact-index.ts'
import { type Knowledge, type StandingFact, standingFacts } from '../fact/standing.ts'
import type { Topic, TopicFacts } from '../fact/topics.ts'
import type { RuleEngine } from '../rule/engine.ts'

/**
 * All that is known of a plan at one instant, ready to be asked for any day: views at different dates and the
 * timelines share it. Everything in it is computed when first asked for, and once.
 */
export interface Ledger extends Knowledge {
  readonly engine: RuleEngine | undefined
  readonly tracks: Tracks
  /** Standing facts by topic and key, as far as they have been asked for. */
  readonly standing: { readonly [T in Topic]: Map<string, readonly StandingFact[]> }
  /** What other parts of the domain keep here, each under its own key object. */
  readonly kept: Map<object, unknown>
}

/** The commitments that are in some view, as far as they are known. */
export interface Tracks {
  get(id: string): Track | undefined
  /** In the order of kinds and of recording. */
  ids(): readonly string[]
}

/** A ledger in which nothing is computed yet. */
export function newLedger(
  knowledge: Knowledge,
  engine: RuleEngine | undefined,
  tracksIn: (ledger: Ledger) => Tracks,
): Ledger {
  const standing = Object.keys(knowledge.index.topics).map((topic) => [topic, new Map()])
  const ledger: Ledger = {
    ...knowledge,
    engine,
    get tracks() {
      tracks ??= tracksIn(ledger)
      return tracks
    },
    // Object.fromEntries forgets which keys it was given; they are those of `topics`.
    standing: Object.fromEntries(standing) as Ledger['standing'],
    kept: new Map(),
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
  const byKey = ledger.index.topics[topic]
  if (byKey.size === 0) return NONE
  const indexed = byKey.get(key)
  if (indexed === undefined) return NONE
  const kept = ledger.standing[topic].get(key)
  // Lists are kept by topic, so that the facts of each have the topic's type.
  if (kept !== undefined) return kept as readonly StandingFact<TopicFacts[T]>[]
  const facts =
    ledger.knownAt === null ? settledFacts(ledger, indexed) : standingFacts(ledger, indexed)
  ledger.standing[topic].set(key, facts)
  return facts
}

/** What a list came to when all was known, and by which corrections and reviews. */
interface Settled {
  readonly superseders: object
  readonly reviews: object
  readonly includeSubmitted: boolean
  readonly facts: readonly StandingFact[]
}

const settledByList = new WeakMap<readonly StandingFact[], Settled>()

/** The standing facts when all is known: the same as before where nothing was added, corrected or reviewed. */
function settledFacts<F extends Fact>(
  { index, knownAt, includeSubmitted }: Ledger,
  indexed: readonly IndexedFact<F>[],
): readonly StandingFact<F>[] {
  const { superseders, topics } = index
  const known = settledByList.get(indexed)
  const holds =
    known?.superseders === superseders &&
    known.reviews === topics.reviews &&
    known.includeSubmitted === includeSubmitted
  // The list that it was found for holds facts of this type.
  if (holds) return known.facts as readonly StandingFact<F>[]
  const facts = standingFacts({ index, knownAt, includeSubmitted }, indexed)
  settledByList.set(indexed, { superseders, reviews: topics.reviews, includeSubmitted, facts })
  return facts
}

/** A value of a ledger that is computed once, kept under a key object of the module that computes it. */
export function keptIn<T>(ledger: Ledger, key: KeepKey<T>, compute: () => T): T {
  const kept = ledger.kept.get(key)
  // Only this function writes `kept`, and a key is typed by what is kept under it.
  if (kept !== undefined) return kept as T
  const value = compute()
  ledger.kept.set(key, value)
  return value
}

/** The key of one kept value; see keptIn. */
export interface KeepKey<T> {
  readonly name: string
  /** Ties the key to its type; never called. */
  readonly holds?: () => T
}
