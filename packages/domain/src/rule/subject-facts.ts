import type { IsoDate } from '../calendar/date.ts'
import type { Direction } from '../indicator/indicator.ts'
import type { ProjectKind, ProjectStage } from '../project/project.ts'

/** When each event happened, by eventField; an event that has not happened is absent. */
export type EventDates = Readonly<Record<string, IsoDate>>

/** What every subject tells a rule beside its own fields. Absent is "not known". */
export type SubjectFactsBase = {
  readonly code: string
  /** The view's date, read as `asOf`. */
  readonly asOf: IsoDate
}

/** `project` in a rule: amounts are in `investment.unit`. */
export type ProjectFacts = SubjectFactsBase & {
  readonly kind?: ProjectKind
  readonly stage?: ProjectStage
  readonly plate?: string
  readonly task?: string
  readonly investment?: {
    readonly unit?: string
    readonly total?: number
    readonly thisYear?: number
    readonly done?: number
  }
  readonly events: EventDates
}

/** How many projects and commitments a plate, a task or the plan has in view. */
export type SubjectCounts = {
  readonly projects: number
  readonly newStarts: number
  readonly started: number
  readonly completed: number
  readonly inUse: number
  readonly indicators: number
  readonly milestones: number
}

/** `plate`, `task` or `plan` in a rule. */
export type GroupFacts = SubjectFactsBase & {
  readonly events: EventDates
  readonly counts: SubjectCounts
}

/** `indicator` in a rule: quantities in its own unit, shares from 0 to 1. */
export type IndicatorFacts = SubjectFactsBase & {
  readonly unit: string
  readonly direction: Direction
  readonly task?: string
  readonly plate?: string
  readonly actual?: number
  readonly target?: number
  readonly achieved?: number
  readonly expected?: number
  readonly gapPoints?: number
  readonly monthsBehind: number
  readonly lastYear: { readonly actual?: number; readonly changePercent?: number }
  readonly peers: { readonly average?: number; readonly count: number }
}
