export type { Assessment, Pace, PolicyTrace, Reason, Status } from './assessment/assessment.ts'
export type { Instant, IsoDate, Period } from './calendar/date.ts'
export type {
  Commitment,
  CommitmentId,
  CommitmentInView,
  CommitmentKind,
  IndicatorInView,
  MilestoneInView,
  Obligation,
} from './commitment/commitment.ts'
export type { CommitmentDefinition } from './commitment/definition.ts'
export type { Modality } from './commitment/modality.ts'
export type { SubjectKind, SubjectRef } from './commitment/subject.ts'
export type { Document } from './document/document.ts'
export type { Locator } from './document/locator.ts'
export type { Basis, Reading } from './document/reading.ts'
export type {
  Amendment,
  Assignment,
  DefinitionFact,
  ExtensionDecision,
  ExtensionRequest,
  Fact,
  FactBase,
  FactType,
  Judgement,
  MilestoneRecord,
  Observation,
  PeriodLock,
  PlanFacts,
  Review,
  ReviewState,
  StageChange,
  Waiver,
} from './fact/fact.ts'
export type { Finding } from './finding/finding.ts'
export type {
  Accumulation,
  Checkpoint,
  Comparator,
  Derivation,
  Direction,
  Fulfilment,
  Indicator,
  PaceKind,
} from './indicator/indicator.ts'
export type { EventType, Milestone } from './milestone/milestone.ts'
export type { Definition, DefinitionKind, DefinitionValues } from './plan/definition.ts'
export type { District, Plan, PlanHeader, Requirement } from './plan/plan.ts'
export type { Plate, PlateGoal } from './plate/plate.ts'
export type { Light, LightCondition, Policy, ScoreCondition } from './policy/policy.ts'
export type { Project, ProjectInvestment, ProjectKind, ProjectStage } from './project/project.ts'
export type { Decimal } from './quantity/decimal.ts'
export type { MeasureDimension, MeasureUnit } from './quantity/measure-unit.ts'
export type { EscalationStep, Rule, RuleDue, Severity } from './rule/rule.ts'
export type { Action, Mechanism, Task } from './task/task.ts'
export type { Lang, Text } from './text/text.ts'
export { textIn } from './text/text.ts'
export type { Theme } from './theme/theme.ts'
export type { Segment } from './timeline/timeline.ts'
export type { Responsibility, ResponsibilityRole, Unit } from './unit/unit.ts'
export type { ViewAt } from './view/view.ts'
