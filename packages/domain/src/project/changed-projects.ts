import type { IndexedFact } from '../fact/fact-index.ts'
import { differingKeys } from '../fact/map-over.ts'
import { areSame, type Circumstances, circumstancesOf } from '../fact/settled.ts'
import { subjectKey } from '../milestone/event-steps.ts'
import type { Ledger } from '../view/ledger.ts'

/** What the projects of a plan are made from; see recordedOfProject. */
export interface ProjectSources {
  /** Another one where anything is defined anew. */
  readonly definitions: object
  readonly recorded: readonly Recorded[]
}

/** The facts of a topic by key, and what decides which of them stand. */
interface Recorded {
  readonly circumstances: Circumstances
  readonly facts: ReadonlyMap<string, readonly IndexedFact[]>
}

/** The topics of the facts that are recorded of projects, those by code first. */
const TOPICS = ['projectObservations', 'stages', 'records'] as const

/** What a ledger that knows everything makes its projects from. */
export function projectSources(ledger: Ledger): ProjectSources {
  const { topics } = ledger.index
  return {
    definitions: ledger.keptOfDefinitions,
    recorded: TOPICS.map((topic) => ({
      circumstances: circumstancesOf(ledger, topic),
      facts: topics[topic],
    })),
  }
}

/** Codes of the projects that are made from other facts than before; null where that may be all of them. */
export function changedProjects(
  before: ProjectSources,
  now: ProjectSources,
): ReadonlySet<string> | null {
  if (before.definitions !== now.definitions) return null
  const changed = new Set<string>()
  for (const [at, topic] of TOPICS.entries()) {
    const old = before.recorded[at]
    const { circumstances, facts } = now.recorded[at] ?? {}
    if (old === undefined || circumstances === undefined || facts === undefined) return null
    if (!areSame(old.circumstances, circumstances)) return null
    for (const key of differingKeys(old.facts, facts)) {
      if (topic !== 'records') changed.add(key)
      else if (key.startsWith(OF_PROJECT)) changed.add(key.slice(OF_PROJECT.length))
    }
  }
  return changed
}

const OF_PROJECT = /* @__PURE__ */ subjectKey({ kind: 'PROJECT', code: '' })
