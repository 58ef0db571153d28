export { assess } from './assessment/assess.ts'
export { plainAssessment } from './assessment/assess-track.ts'
export type { Assessment, Pace, PolicyTrace, Reason, Status } from './assessment/assessment.ts'
export type {
  FigureReasonCode,
  LightReasonCode,
  ReasonCode,
  StatusReasonCode,
} from './assessment/reason.ts'
export { breakdown, breakdownAcross, findCommitments } from './breakdown/breakdown.ts'
export type { CommitmentFilter } from './breakdown/commitment-filter.ts'
export { passes } from './breakdown/commitment-filter.ts'
export type { Countable, Dimension, DimensionValue } from './breakdown/dimension.ts'
export type { BreakdownRow } from './breakdown/group.ts'
export type {
  InvestmentPart,
  InvestmentSum,
  Measure,
  MeasureValues,
  QuantityPart,
  QuantitySum,
} from './breakdown/measure.ts'
export { investmentSum, quantitySum } from './breakdown/measure.ts'
export type { Instant, IsoDate, Period } from './calendar/date.ts'
export { isDate, parseDate } from './calendar/date.ts'
export {
  addDays,
  daysBetween,
  daysOfPeriod,
  isInPeriod,
  monthIndex,
  monthIndexOfDay,
  monthOfDay,
  monthsLate,
  monthsLateOfDays,
} from './calendar/day-arithmetic.ts'
export type { DayNumber } from './calendar/day-number.ts'
export { dateOfDay, dayNumber, FIRST_DAY, LAST_DAY } from './calendar/day-number.ts'
export { isInstant, isTimeZone, parseInstant, startOfDayIn, todayIn } from './calendar/instant.ts'
export type { TimeConvention, TimeScale, TimeShare } from './calendar/time-progress.ts'
export {
  TIME_PROGRESS_SCALE,
  timeProgress,
  timeScale,
  timeScaleOfDays,
  timeShare,
} from './calendar/time-progress.ts'
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
export type { Actor, Role } from './decide/actor.ts'
export type {
  AmendTarget,
  AssignUnit,
  ClosePeriod,
  Command,
  CommandType,
  CorrectObservation,
  DecideExtension,
  ImportPlan,
  Judge,
  ObservationInput,
  RecordMilestone,
  RecordProjectStage,
  ReopenPeriod,
  ReportObservations,
  RequestExtension,
  ReviewObservations,
  SavePolicy,
  SaveRule,
  WaiveCommitment,
} from './decide/command.ts'
export type { Decision, DecisionContext } from './decide/decision.ts'
export type { Refusal, RefusalCode } from './decide/refusal.ts'
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
export type { FindingCode } from './finding/finding-code.ts'
export { findings } from './finding/findings.ts'
export { lintPlan } from './finding/lint-plan.ts'
export type { Change, ChangeKind, ChangeSide } from './history/changes-since.ts'
export { changesSince } from './history/changes-since.ts'
export type { HistoryOptions, HistoryPoint } from './history/history.ts'
export { history } from './history/history.ts'
export type { Interval } from './history/interval.ts'
export { spansOf } from './history/interval.ts'
export type { SeriesPoint } from './history/series.ts'
export { series } from './history/series.ts'
export type { Forecast, ForecastInputs } from './indicator/forecast.ts'
export {
  FORECAST_MAX_POINTS,
  FORECAST_MIN_POINTS,
  FORECAST_PLACES,
  forecast,
} from './indicator/forecast.ts'
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
export type { DefinitionChanges } from './plan/changed-definitions.ts'
export { changedDefinitions } from './plan/changed-definitions.ts'
export type { Definition, DefinitionKind, DefinitionValues } from './plan/definition.ts'
export { definitionsOf, headerOf } from './plan/definitions-of.ts'
export type { District, Plan, PlanHeader, Requirement } from './plan/plan.ts'
export { planOf } from './plan/plan-of.ts'
export type { Reference } from './plan/references.ts'
export { codesOf, danglingReferences, referencesOf } from './plan/references.ts'
export { sameValue } from './plan/same-value.ts'
export type { Plate, PlateGoal } from './plate/plate.ts'
export type { Light, LightCondition, Policy, ScoreCondition } from './policy/policy.ts'
export { DEFAULT_POLICY_CODE, SHIPPED_POLICIES } from './policy/shipped-policies.ts'
export { YINCHUAN_2025 } from './policy/yinchuan-2025.ts'
export { COMPILED_YINCHUAN_2025 } from './policy/yinchuan-2025-compiled.ts'
export type { Project, ProjectInvestment, ProjectKind, ProjectStage } from './project/project.ts'
export { hasReached, stageOfEvent } from './project/stage-events.ts'
export type { Decimal } from './quantity/decimal.ts'
export { decimalOf, isDecimal, parseDecimal } from './quantity/decimal.ts'
export type { Rounding } from './quantity/divide-exact.ts'
export { divideExact, exactOfRatio, roundExact } from './quantity/divide-exact.ts'
export type { Exact } from './quantity/exact.ts'
export {
  addExact,
  clampExact,
  compareExact,
  exactOf,
  HUNDRED,
  MAX_INTEGER_DIGITS,
  MAX_SCALE,
  multiplyExact,
  negateExact,
  numberOf,
  ONE,
  parseExact,
  printExact,
  signOf,
  subtractExact,
  sumExact,
  ZERO,
} from './quantity/exact.ts'
export type { NumberFormat } from './quantity/format.ts'
export { formatDecimal, formatQuantity } from './quantity/format.ts'
export type { MeasureDimension, MeasureUnit } from './quantity/measure-unit.ts'
export type { Quantity, RoundTo } from './quantity/quantity.ts'
export { addQuantities, convert } from './quantity/quantity.ts'
export type { QuantityIssue, QuantityResult } from './quantity/quantity-issue.ts'
export { findMeasureUnit, SHIPPED_UNITS } from './quantity/shipped-units.ts'
export type { SumsInUnit } from './quantity/sum-quantities.ts'
export { sumQuantities } from './quantity/sum-quantities.ts'
export type { Reminder, ReminderKind } from './report/reminders.ts'
export type { ReportDue, ReportingCalendar, Timeliness } from './report/timeliness.ts'
export type { Assessed, RollUp, Weighed } from './rollup/roll-up.ts'
export { doneShare, rollUp, rollUpOf, weightedMean, weightOf } from './rollup/roll-up.ts'
export type {
  CelIssue,
  Compiled,
  CompiledPolicy,
  CompiledRule,
  PolicyFacts,
  RuleEngine,
  SubjectFacts,
  Truth,
} from './rule/engine.ts'
export type { EscalationAt } from './rule/escalation.ts'
export { openEscalationSteps } from './rule/escalation.ts'
export { eventField, PROJECT_EVENTS } from './rule/event-field.ts'
export type { EscalationStep, Rule, RuleDue, Severity } from './rule/rule.ts'
export type {
  EventDates,
  GroupFacts,
  IndicatorFacts,
  ProjectFacts,
  SubjectCounts,
  SubjectFactsBase,
} from './rule/subject-facts.ts'
export type { Score, ScoreLine } from './score/score.ts'
export { scoreOf } from './score/score.ts'
export type { ScoreTotal } from './score/scores.ts'
export { scores } from './score/scores.ts'
export type { Action, Mechanism, Task } from './task/task.ts'
export type { Lang, Text } from './text/text.ts'
export { textIn } from './text/text.ts'
export type { Theme } from './theme/theme.ts'
export { LATENESS_DAYS } from './timeline/asked-days.ts'
export type { CommitmentStep } from './timeline/commitment-steps.ts'
export type { Segment } from './timeline/timeline.ts'
export type { TimelineOptions } from './timeline/timeline-of.ts'
export { timelineOf, timelinesOf } from './timeline/timeline-of.ts'
export type { Touched } from './timeline/touched-by.ts'
export type { Responsibility, ResponsibilityRole, Unit } from './unit/unit.ts'
export type {
  EventInView,
  ExtensionInView,
  ObservationInView,
  PlanView,
  RuleIssues,
  StageInView,
  TargetInView,
} from './view/plan-view.ts'
export type { ViewAt } from './view/view.ts'
export { viewOf } from './view/view-of.ts'
export type { Assumption } from './what-if/what-if.ts'
export { hypotheticalFacts, whatIf } from './what-if/what-if.ts'
