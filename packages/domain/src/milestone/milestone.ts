import type { IsoDate } from '../calendar/date.ts'
import type { CommitmentDefinition } from '../commitment/definition.ts'
import type { SubjectKind, SubjectRef } from '../commitment/subject.ts'
import type { Text } from '../text/text.ts'

/**
 * Something that can happen to a subject and be dated, for example "urban design finished" of a plate.
 * The stages of a project (`prepared`, `cleared`, `started`, `completed`, `in-use`) are built-in events of PROJECT.
 */
export interface EventType {
  readonly code: string
  readonly subject: SubjectKind
  readonly title: Text
}

/** A dated event of a project, plate, task or plan (节点). */
export interface Milestone extends CommitmentDefinition {
  /** What it is an event of; the plan unless given. */
  readonly subject?: SubjectRef
  /** Code of an EventType or of a built-in project event; a milestone without one is its own event. */
  readonly event?: string
  readonly dueOn?: IsoDate
}
