import type { Instant, IsoDate } from '../calendar/date.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type { Definition, DefinitionKind } from '../plan/definition.ts'
import type { Light } from '../policy/policy.ts'
import type { ProjectStage } from '../project/project.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { ResponsibilityRole } from '../unit/unit.ts'

/** What every fact carries. Facts are only ever added; a correction is a new fact that supersedes an old one. */
export interface FactBase {
  readonly id: string
  /** The date it is true for. */
  readonly effectiveOn: IsoDate
  /** When it was learnt. */
  readonly recordedAt: Instant
  /** Who recorded it: the subject of a token, or the name of a command. */
  readonly recordedBy: string
  /** Id of the fact of the same type that it corrects. */
  readonly supersedes?: string
  readonly note?: string
  /** True where the fact is simulated. */
  readonly synthetic?: boolean
}

/** A part of the plan is defined anew, or removed. */
export interface DefinitionFact extends FactBase {
  readonly type: 'DEFINITION'
  readonly change:
    | { readonly set: Definition }
    | { readonly remove: { readonly kind: DefinitionKind; readonly code: string } }
}

/** DRAFT 草稿, SUBMITTED 已报, APPROVED 已审, RETURNED 退回. */
export type ReviewState = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'RETURNED'

/** A reported value of an indicator, or of a project's investment done this year (进展 / 观测). */
export interface Observation extends FactBase {
  readonly type: 'OBSERVATION'
  readonly of: { readonly kind: 'INDICATOR' | 'PROJECT'; readonly code: string }
  /** In the indicator's unit, or in the project's investment unit. */
  readonly value: Decimal
  /** Code of the Unit that reports. */
  readonly reporter: string
  /** State at recording; later states are Reviews. */
  readonly state: ReviewState
  /** Where the evidence is: a text or a link. */
  readonly evidence?: string
}

/** An observation is submitted, approved or returned (复核). */
export interface Review extends FactBase {
  readonly type: 'REVIEW'
  /** Id of the Observation. */
  readonly observation: string
  readonly state: Exclude<ReviewState, 'DRAFT'>
  /** Required when returned. */
  readonly reason?: string
}

/** An event of a subject happened on `effectiveOn`, or (happened: false) no longer holds from then on. */
export interface MilestoneRecord extends FactBase {
  readonly type: 'MILESTONE_RECORD'
  readonly subject: SubjectRef
  /** Code of the EventType; for a milestone that is its own event: subject MILESTONE, event `met`. */
  readonly event: string
  readonly happened: boolean
}

/** A project enters a stage on `effectiveOn`. */
export interface StageChange extends FactBase {
  readonly type: 'STAGE_CHANGE'
  readonly project: string
  readonly stage: ProjectStage
}

/** A dated, reasoned change of a target (调整), in force from `effectiveOn`; the original is kept. */
export interface Amendment extends FactBase {
  readonly type: 'AMENDMENT'
  /** Code of the Indicator. */
  readonly indicator: string
  readonly field: 'target' | 'targetUpper' | 'baseline'
  readonly value: Decimal
  readonly reason: string
  /** Code of the Document that orders it. */
  readonly document?: string
}

/** More time is asked for; `effectiveOn` is the day of asking. */
export interface ExtensionRequest extends FactBase {
  readonly type: 'EXTENSION_REQUEST'
  /** Id of the Commitment. */
  readonly commitment: string
  readonly dueOn: IsoDate
  readonly reason: string
}

/** An extension is decided; once approved the new date applies from `effectiveOn` on. */
export interface ExtensionDecision extends FactBase {
  readonly type: 'EXTENSION_DECISION'
  /** Id of the ExtensionRequest. */
  readonly request: string
  readonly approved: boolean
  readonly reason?: string
}

/** A commitment is excused from `effectiveOn` on; only an approved waiver counts, and a later one can end it. */
export interface Waiver extends FactBase {
  readonly type: 'WAIVER'
  readonly commitment: string
  readonly approved: boolean
  readonly reason: string
}

/** A Unit takes or leaves a part in a commitment. */
export interface Assignment extends FactBase {
  readonly type: 'ASSIGNMENT'
  readonly commitment: string
  readonly unit: string
  readonly role: ResponsibilityRole
  readonly assigned: boolean
}

/** A human's judgement beside the computed light; it never replaces it. */
export interface Judgement extends FactBase {
  readonly type: 'JUDGEMENT'
  readonly commitment: string
  readonly light: Light
  readonly reason: string
}

/** Reporting for the days up to `through` is closed, or (open: true) opened again with a reason. */
export interface PeriodLock extends FactBase {
  readonly type: 'PERIOD_LOCK'
  readonly through: IsoDate
  readonly open: boolean
  readonly reason: string
}

/** Everything that can be recorded of a plan. */
export type Fact =
  | DefinitionFact
  | Observation
  | Review
  | MilestoneRecord
  | StageChange
  | Amendment
  | ExtensionRequest
  | ExtensionDecision
  | Waiver
  | Assignment
  | Judgement
  | PeriodLock

/** The types of all facts. */
export type FactType = Fact['type']

/** Everything known of one plan, in the order it was recorded. The input of every question. */
export interface PlanFacts {
  readonly code: string
  /** Number of commits so far. */
  readonly revision: number
  readonly facts: readonly Fact[]
}
