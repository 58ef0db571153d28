import type { Instant, IsoDate } from '../calendar/date.ts'
import type { DefinitionFact, Fact, FactType, Observation, PlanFacts } from '../fact/fact.ts'
import { factAt, factsFrom } from '../fact/fact-list.ts'
import type { Definition, DefinitionKind, DefinitionValues } from '../plan/definition.ts'
import { newObserved } from './observed.ts'

type FactOf<T extends FactType> = Extract<Fact, { readonly type: T }>

/** Observations are far more than all others: they are only asked for by subject and day. */
type OtherType = Exclude<FactType, 'OBSERVATION'>

/** The facts of a plan, indexed for the questions that deciding asks. Everything recorded counts, whatever its date. */
export interface Known {
  readonly size: number
  /** When the last fact was recorded; null without any. */
  readonly lastRecordedAt: Instant | null
  fact(id: string): Fact | undefined
  /** Id of the fact that supersedes this one. */
  supersededBy(id: string): string | undefined
  ofType<T extends OtherType>(type: T): readonly FactOf<T>[]
  /** Records, stage changes and what is asked of others, by what they are about; see `aboutOf`. */
  about(key: string): readonly Fact[]
  /** Observations of an indicator or a project that are true for a day, superseded ones among them. */
  observedOn(of: Observation['of'], day: IsoDate): readonly Observation[]
  definition<K extends DefinitionKind>(kind: K, code: string): DefinitionValues[K] | undefined
  definitions<K extends DefinitionKind>(kind: K): readonly DefinitionValues[K][]
  /** The fact that last set or removed a part. */
  definedBy(kind: DefinitionKind, code: string): DefinitionFact | undefined
  /** The latest date closed for reporting that covers a day; null where it is open. */
  closedThrough(day: IsoDate): IsoDate | null
}

/** What a fact is about, as a key; null for a fact that needs no such index. */
function aboutOf(fact: Fact): string | null {
  switch (fact.type) {
    case 'MILESTONE_RECORD':
      return `${fact.event} of ${fact.subject.kind}/${fact.subject.code}`
    case 'STAGE_CHANGE':
      return `stage of ${fact.project}`
    case 'REVIEW':
      return `review of ${fact.observation}`
    case 'EXTENSION_REQUEST':
      return `request of ${fact.commitment}`
    case 'EXTENSION_DECISION':
      return `decision of ${fact.request}`
    case 'OBSERVATION':
    case 'DEFINITION':
    case 'AMENDMENT':
    case 'WAIVER':
    case 'ASSIGNMENT':
    case 'JUDGEMENT':
    case 'PERIOD_LOCK':
      return null
  }
}

/** The index of a plan's facts. Facts are only ever added, so the index of a shorter list grows into that of a longer. */
export function knownOf(facts: PlanFacts): Known {
  const first = factAt(facts, 0)
  if (first === undefined) return newIndex().known
  let index = indexByFirstFact.get(first)
  if (index === undefined || !index.isPrefixOf(facts)) {
    index = newIndex()
    indexByFirstFact.set(first, index)
  }
  index.growTo(facts)
  return index.known
}

const indexByFirstFact = new WeakMap<Fact, GrowingIndex>()

interface GrowingIndex {
  readonly known: Known
  isPrefixOf(facts: PlanFacts): boolean
  growTo(facts: PlanFacts): void
}

function newIndex(): GrowingIndex {
  const recorded: Fact[] = []
  const supersededBy = new Map<string, string>()
  const byType = new Map<FactType, Fact[]>()
  const byAbout = new Map<string, Fact[]>()
  const observed = newObserved()
  const definedBy = new Map<DefinitionKind, Map<string, DefinitionFact>>()

  function add(fact: Fact): void {
    recorded.push(fact)
    if (fact.supersedes !== undefined) supersededBy.set(fact.supersedes, fact.id)
    if (fact.type === 'OBSERVATION') {
      observed.add(fact)
      return
    }
    push(byType, fact.type, fact)
    const about = aboutOf(fact)
    if (about !== null) push(byAbout, about, fact)
    if (fact.type === 'DEFINITION') define(definedBy, fact)
  }

  function definition<K extends DefinitionKind>(
    kind: K,
    code: string,
  ): DefinitionValues[K] | undefined {
    return definedValue(kind, definedBy.get(kind)?.get(code))
  }

  const known: Known = {
    get size() {
      return recorded.length
    },
    get lastRecordedAt() {
      return recorded.at(-1)?.recordedAt ?? null
    },
    fact: factsById(recorded),
    supersededBy: (id) => supersededBy.get(id),
    // The map holds under each type only facts of that type.
    ofType: <T extends OtherType>(type: T) =>
      (byType.get(type) ?? []) as readonly unknown[] as readonly FactOf<T>[],
    about: (key) => byAbout.get(key) ?? [],
    observedOn: (of, day) => observed.on(of, day),
    definition,
    definitions: (kind) => {
      const facts = [...(definedBy.get(kind)?.values() ?? [])].sort(
        (a, b) => orderOf(a) - orderOf(b),
      )
      return facts.flatMap((fact) => definedValue(kind, fact) ?? [])
    },
    definedBy: (kind, code) => definedBy.get(kind)?.get(code),
    closedThrough: (day) => closedThrough(known.ofType('PERIOD_LOCK'), day),
  }
  return {
    known,
    isPrefixOf: (facts) => {
      const { length } = recorded
      return length === 0 || factAt(facts, length - 1) === recorded[length - 1]
    },
    growTo: (facts) => {
      for (const fact of factsFrom(facts, recorded.length)) add(fact)
    },
  }
}

/** Looks facts of a list up by id; they are put in order when one is first asked for, for most commands ask for none. */
function factsById(recorded: readonly Fact[]): (id: string) => Fact | undefined {
  const facts = new Map<string, Fact>()
  let upTo = 0
  return (id) => {
    for (; upTo < recorded.length; upTo++) {
      const fact = recorded[upTo]
      if (fact !== undefined) facts.set(fact.id, fact)
    }
    return facts.get(id)
  }
}

function push<Key, F extends Fact>(lists: Map<Key, F[]>, key: Key, fact: F): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [fact])
  else list.push(fact)
}

/** The part a definition fact is about. */
function partOf(fact: DefinitionFact): {
  readonly kind: DefinitionKind
  readonly code: string
} {
  return 'set' in fact.change ? fact.change.set : fact.change.remove
}

/** Among definitions of one part the one effective latest stands, and of those the one recorded last. */
function define(
  definedBy: Map<DefinitionKind, Map<string, DefinitionFact>>,
  fact: DefinitionFact,
): void {
  const { kind, code } = partOf(fact)
  let ofKind = definedBy.get(kind)
  if (ofKind === undefined) {
    ofKind = new Map()
    definedBy.set(kind, ofKind)
  }
  const standing = ofKind.get(code)
  if (standing === undefined || standing.effectiveOn <= fact.effectiveOn) ofKind.set(code, fact)
}

function definedValue<K extends DefinitionKind>(
  kind: K,
  fact: DefinitionFact | undefined,
): DefinitionValues[K] | undefined {
  if (fact === undefined || !('set' in fact.change)) return undefined
  return isOfKind(fact.change.set, kind) ? fact.change.set.value : undefined
}

function isOfKind<K extends DefinitionKind>(
  definition: Definition,
  kind: K,
): definition is Extract<Definition, { readonly kind: K }> & {
  readonly value: DefinitionValues[K]
} {
  return definition.kind === kind
}

function orderOf(fact: DefinitionFact): number {
  return 'set' in fact.change ? fact.change.set.order : 0
}

function closedThrough(locks: readonly FactOf<'PERIOD_LOCK'>[], day: IsoDate): IsoDate | null {
  for (let at = locks.length - 1; at >= 0; at--) {
    const lock = locks[at]
    if (lock !== undefined && lock.through >= day) return lock.open ? null : lock.through
  }
  return null
}
