import type { Assessment } from '../assessment/assessment.ts'
import type { IsoDate } from '../calendar/date.ts'
import type {
  Commitment,
  CommitmentId,
  IndicatorInView,
  MilestoneInView,
  Obligation,
} from '../commitment/commitment.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type {
  Amendment,
  Assignment,
  ExtensionDecision,
  ExtensionRequest,
  Fact,
  Judgement,
  Observation,
  PeriodLock,
  PlanFacts,
  Review,
  ReviewState,
  Waiver,
} from '../fact/fact.ts'
import type { AmendedField } from '../indicator/target-changes.ts'
import type { Plan, PlanHeader } from '../plan/plan.ts'
import type { Policy } from '../policy/policy.ts'
import type { PolicyInForce } from '../policy/policy-at.ts'
import type { Project, ProjectStage } from '../project/project.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { CelIssue } from '../rule/engine.ts'
import type { Task } from '../task/task.ts'
import type { Ledger } from './ledger.ts'
import type { ViewAt } from './view.ts'

/**
 * A plan as it was on a date, as known at an instant. Everything is computed when first asked for, and once; nothing
 * waits. Lists are in the plan's order.
 */
export interface PlanView {
  readonly at: ViewAt
  readonly facts: PlanFacts
  /** False where no rule engine was handed in: then there are no obligations. */
  readonly rulesApplied: boolean
  readonly header: PlanHeader
  readonly plan: Plan
  readonly policy: PolicyInForce
  /** Rules in view that do not compile, and so oblige nobody. */
  readonly ruleIssues: readonly RuleIssues[]
  /** Indicators, then milestones, then obligations. */
  readonly commitments: readonly Commitment[]
  readonly indicators: readonly IndicatorInView[]
  readonly milestones: readonly MilestoneInView[]
  readonly obligations: readonly Obligation[]
  commitment(id: CommitmentId): Commitment | undefined
  /** Of the task itself; `withSubtasks` adds those of the tasks below it. */
  byTask(code: string, withSubtasks?: boolean): readonly Commitment[]
  byPlate(code: string): readonly Commitment[]
  byProject(code: string): readonly Commitment[]
  byTheme(code: string): readonly Commitment[]
  /** Commitments in which a unit has a part. */
  byUnit(code: string): readonly Commitment[]
  byRule(code: string): readonly Obligation[]
  task(code: string): Task | undefined
  subtasks(code: string): readonly Task[]
  project(code: string): Project | undefined
  projectsOfTask(code: string): readonly Project[]
  projectsOfPlate(code: string): readonly Project[]
  /** The plan's own policies and the shipped ones. */
  readonly policies: readonly Policy[]
  /** Under the plan's policy; see assess. */
  assessment(id: CommitmentId): Assessment | undefined
  /** In the order in which they take effect; those superseded and those not approved are among them and say so. */
  observations(of: Observation['of']): readonly ObservationInView[]
  observation(id: string): ObservationInView | undefined
  stage(project: string): StageInView | undefined
  /** What has been invested in a project this year, in its own unit; null where nobody has told. */
  investmentDone(project: string): Decimal | null
  /** Events of a subject that have happened. */
  events(subject: SubjectRef): readonly EventInView[]
  targetHistory(indicator: string): readonly TargetInView[]
  amendments(indicator?: string): readonly Amendment[]
  extensions(commitment?: CommitmentId): readonly ExtensionInView[]
  waivers(commitment: CommitmentId): readonly Waiver[]
  assignments(commitment: CommitmentId): readonly Assignment[]
  /** The latest of a human, beside the computed light. */
  judgement(commitment: CommitmentId): Judgement | undefined
  /** All facts in view about a commitment, in the order of recording. */
  audit(commitment: CommitmentId): readonly Fact[]
  readonly locks: readonly PeriodLock[]
  /** The last day closed for reporting; null where none is. */
  readonly closedThrough: IsoDate | null
  /** Where the view computes from; not for use outside the domain. */
  readonly ledger: Ledger
}

/** A rule that does not compile, and why. */
export interface RuleIssues {
  readonly rule: string
  readonly issues: readonly CelIssue[]
}

/** An Observation as a view shows it. */
export interface ObservationInView {
  readonly fact: Observation
  readonly reviewState: ReviewState
  /** The review that brought it to its state. */
  readonly review: Review | null
  /** Id of the observation that takes its place in the view. */
  readonly supersededBy: string | null
  /** Whether the view counts it: judged, and not superseded. */
  readonly counts: boolean
}

/** The stage a project stands in, and since when; null for the one it had when the plan was adopted. */
export interface StageInView {
  readonly stage: ProjectStage
  readonly since: IsoDate | null
  /** Id of the fact that says so. */
  readonly fact: string
}

/** An event that has happened. */
export interface EventInView {
  readonly event: string
  readonly on: IsoDate
  readonly fact: string
}

/** One value a target, its upper bound or a baseline has had. */
export interface TargetInView {
  readonly field: AmendedField
  readonly value: Decimal | null
  readonly from: IsoDate
  readonly reason: string | null
  readonly document: string | null
  /** Id of the definition or the amendment. */
  readonly fact: string
  readonly amendment: Amendment | null
}

/** More time that was asked for, and what was decided. */
export interface ExtensionInView {
  readonly request: ExtensionRequest
  readonly decision: ExtensionDecision | null
}
