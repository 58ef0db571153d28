import type { FactIndex } from '../fact/fact-index.ts'
import { differingKeys } from '../fact/map-over.ts'
import { areSame, type Circumstances, circumstancesOf } from '../fact/settled.ts'
import { subjectKey } from '../milestone/event-steps.ts'
import type { Ledger } from '../view/ledger.ts'

/** What the projects of a plan are made from; see recordedOfProject. */
export interface ProjectSources {
  /** Another one where anything is defined anew. */
  readonly definitions: object
  readonly topics: FactIndex['topics']
  /** By which the facts recorded of projects stand. */
  readonly circumstances: readonly Circumstances[]
}

/** The topics of the facts that are recorded of projects. */
const TOPICS = ['projectObservations', 'stages', 'records'] as const

/** What a ledger that knows everything makes its projects from. */
export function projectSources(ledger: Ledger): ProjectSources {
  const { keptOfDefinitions: definitions, index } = ledger
  const circumstances = TOPICS.map((topic) => circumstancesOf(ledger, topic))
  return { definitions, topics: index.topics, circumstances }
}

/** Codes of the projects that are made from other facts than before; null where that may be all of them. */
export function changedProjects(
  before: ProjectSources,
  now: ProjectSources,
): ReadonlySet<string> | null {
  const stand = now.circumstances.every((each, at) =>
    areSame(each, before.circumstances[at] ?? each),
  )
  if (before.definitions !== now.definitions || !stand) return null
  const changed = new Set<string>()
  for (const topic of TOPICS) {
    for (const key of differingKeys<string, unknown>(before.topics[topic], now.topics[topic])) {
      // Of another subject than a project it is no code, or that of one that is made anew for nothing.
      changed.add(topic === 'records' ? key.slice(OF_PROJECT.length) : key)
    }
  }
  return changed
}

const OF_PROJECT = /* @__PURE__ */ subjectKey({ kind: 'PROJECT', code: '' })
