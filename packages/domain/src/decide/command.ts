import type { IsoDate } from '../calendar/date.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type { Amendment, Fact, Observation, Review, ReviewState } from '../fact/fact.ts'
import type { Plan } from '../plan/plan.ts'
import type { Light, Policy } from '../policy/policy.ts'
import type { ProjectStage } from '../project/project.ts'
import type { Rule } from '../rule/rule.ts'
import type { ResponsibilityRole } from '../unit/unit.ts'

/**
 * The plan as it is to be: definitions that differ become facts, none when it is equal to what is known.
 * They hold from `effectiveOn`, the plan's first day unless given.
 */
export interface ImportPlan {
  readonly type: 'IMPORT_PLAN'
  readonly plan: Plan
  readonly effectiveOn?: IsoDate
  /** The facts of an export, taken as they are; only into a plan that has none yet. */
  readonly facts?: readonly Fact[]
  readonly note?: string
}

/** One value to report. */
export interface ObservationInput {
  readonly of: Observation['of']
  /** Decimal as text, in `unit`. */
  readonly value: string
  /** Code of the MeasureUnit the value is given in; the indicator's own unless given. */
  readonly unit?: string
  readonly effectiveOn: IsoDate
  /** Code of the Unit that reports. */
  readonly reporter: string
  /** SUBMITTED unless given. APPROVED only by those who may review. */
  readonly state?: Exclude<ReviewState, 'RETURNED'>
  readonly evidence?: string
  readonly note?: string
  readonly synthetic?: boolean
}

/** Values to report: all of them are taken, or none. */
export interface ReportObservations {
  readonly type: 'REPORT_OBSERVATIONS'
  readonly observations: readonly ObservationInput[]
}

/** A new value in place of a reported one, which is kept. */
export interface CorrectObservation {
  readonly type: 'CORRECT_OBSERVATION'
  /** Id of the Observation. */
  readonly observation: string
  readonly value: string
  readonly unit?: string
  /** The date it is true for; that of the corrected one unless given. */
  readonly effectiveOn?: IsoDate
  readonly state?: Exclude<ReviewState, 'RETURNED'>
  /** Why. */
  readonly reason: string
  readonly evidence?: string
}

/** Reports to submit, approve or return: all of them, or none. */
export interface ReviewObservations {
  readonly type: 'REVIEW_OBSERVATIONS'
  readonly reviews: readonly {
    readonly observation: string
    readonly state: Review['state']
    readonly reason?: string
  }[]
}

/** An event happened on a date, or (happened: false) no longer holds from that date on. */
export interface RecordMilestone {
  readonly type: 'RECORD_MILESTONE'
  /** A Milestone's code, or a subject and the event that happened to it. */
  readonly of:
    | { readonly milestone: string }
    | { readonly subject: SubjectRef; readonly event: string }
  readonly on: IsoDate
  readonly happened?: boolean
  /** Id of the record that it corrects. */
  readonly supersedes?: string
  readonly note?: string
}

/** A project enters a stage on a date. */
export interface RecordProjectStage {
  readonly type: 'RECORD_PROJECT_STAGE'
  readonly project: string
  readonly stage: ProjectStage
  readonly on: IsoDate
  /** Id of the change that it corrects. */
  readonly supersedes?: string
  readonly note?: string
}

/** A target, its upper bound or its baseline changes from a date on. */
export interface AmendTarget {
  readonly type: 'AMEND_TARGET'
  readonly indicator: string
  readonly field: Amendment['field']
  readonly value: string
  readonly reason: string
  readonly document?: string
  /** From when it is in force; today unless given. */
  readonly effectiveOn?: IsoDate
}

/** More time is asked for, before the due date. */
export interface RequestExtension {
  readonly type: 'REQUEST_EXTENSION'
  readonly commitment: CommitmentId
  readonly dueOn: IsoDate
  readonly reason: string
}

/** A request for more time is granted or refused. */
export interface DecideExtension {
  readonly type: 'DECIDE_EXTENSION'
  /** Id of the ExtensionRequest. */
  readonly request: string
  readonly approved: boolean
  /** Required when refused. */
  readonly reason?: string
}

/** A commitment is excused from a date on, or no longer. */
export interface WaiveCommitment {
  readonly type: 'WAIVE_COMMITMENT'
  readonly commitment: CommitmentId
  readonly reason: string
  /** False ends an earlier waiver. */
  readonly approved?: boolean
  /** From when; today unless given. */
  readonly effectiveOn?: IsoDate
}

/** A unit takes a part in a commitment, or leaves it. */
export interface AssignUnit {
  readonly type: 'ASSIGN_UNIT'
  readonly commitment: CommitmentId
  readonly unit: string
  readonly role: ResponsibilityRole
  /** False takes the part away. */
  readonly assigned?: boolean
  readonly effectiveOn?: IsoDate
}

/** A rule is made, or made anew, from a date on. */
export interface SaveRule {
  readonly type: 'SAVE_RULE'
  readonly rule: Rule
  /** From when it is in force; today unless given. */
  readonly effectiveOn?: IsoDate
  readonly note?: string
}

/** A policy is published from a date on. */
export interface SavePolicy {
  readonly type: 'SAVE_POLICY'
  readonly policy: Policy
  readonly effectiveOn?: IsoDate
  readonly note?: string
}

/** Reporting for the days up to `through` ends. */
export interface ClosePeriod {
  readonly type: 'CLOSE_PERIOD'
  readonly through: IsoDate
  readonly reason: string
}

/** Reporting for the days up to `through` is open again. */
export interface ReopenPeriod {
  readonly type: 'REOPEN_PERIOD'
  readonly through: IsoDate
  readonly reason: string
}

/** A human's judgement, recorded beside the computed light. */
export interface Judge {
  readonly type: 'JUDGE'
  readonly commitment: CommitmentId
  readonly light: Light
  readonly reason: string
  /** The day judged; today unless given. */
  readonly on?: IsoDate
}

/** A wish to write, put into plain values. What it leads to is decided by `decide`. */
export type Command =
  | ImportPlan
  | ReportObservations
  | CorrectObservation
  | ReviewObservations
  | RecordMilestone
  | RecordProjectStage
  | AmendTarget
  | RequestExtension
  | DecideExtension
  | WaiveCommitment
  | AssignUnit
  | SaveRule
  | SavePolicy
  | ClosePeriod
  | ReopenPeriod
  | Judge

/** The types of all commands. */
export type CommandType = Command['type']
