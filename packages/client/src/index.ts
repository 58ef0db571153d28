export type { Answer } from './answer.ts'
export type { AskOptions } from './ask.ts'
export { type Client, type ClientOptions, createClient } from './client.ts'
export type { FollowOptions } from './follow.ts'
export {
  BreakdownDocument as breakdown,
  ChangesDocument as changes,
  CommitmentChangedDocument as commitmentChanged,
  CommitmentDocument as commitment,
  CommitmentsPageDocument as commitmentsPage,
  CorrectObservationDocument as correctObservation,
  DecideExtensionDocument as decideExtension,
  FindingsPageDocument as findingsPage,
  IndicatorSeriesDocument as indicatorSeries,
  PlanChangedDocument as planChanged,
  PlanHistoryDocument as planHistory,
  PlanOnTwoDatesDocument as planOnTwoDates,
  PlanOverviewDocument as planOverview,
  PlansDocument as plans,
  ProjectDocument as project,
  ProjectsPageDocument as projectsPage,
  RecordMilestoneDocument as recordMilestone,
  RecordProjectStageDocument as recordProjectStage,
  ReportObservationsDocument as reportObservations,
  RequestExtensionDocument as requestExtension,
  ReviewObservationsDocument as reviewObservations,
  ScoresDocument as scores,
  UnitsDocument as units,
  ViewerDocument as viewer,
  WhatIfDocument as whatIf,
} from './generated/graphql.ts'
export type { DataOf, Operation, VariablesOf } from './operation.ts'
export { type Paged, pagesOf } from './pages.ts'
export { codeOf, type GraphError, isPassing, type Problem } from './problem.ts'
export type { Fetch, Headers, Route } from './request.ts'
export type { Loss, Retry } from './retry.ts'
