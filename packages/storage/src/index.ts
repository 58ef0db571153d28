export type {
  BreakdownField,
  BreakdownGroup,
  BreakdownQuery,
} from './contract/breakdown.ts'
export type {
  AuditEntry,
  CommitNotice,
  CommitOutcome,
  Decide,
  Decided,
  DecidedCommit,
  DocumentText,
  FactSource,
  Idempotency,
  PlanCommit,
  RecordedAudit,
  RecordedCommit,
  UpdateOptions,
  UpdateOutcome,
} from './contract/commit.ts'
export type {
  Derive,
  DeriveChange,
  DerivedChange,
  DerivedRows,
  MeasuredRow,
  MeasuredRows,
  ProjectRow,
  ProjectRows,
  RowsSince,
  UnitColumns,
} from './contract/derived-rows.ts'
export type { Comparable, Condition, Edge, OrderBy, Page, PageArguments } from './contract/page.ts'
export type { PlanField, PlanQuery, PlanRow } from './contract/plan-row.ts'
export type {
  CommitmentField,
  CommitmentOrderField,
  CommitmentQuery,
  CommitmentTimeline,
  FoundCommitment,
  SegmentRow,
} from './contract/segment-row.ts'
export type { Dialect, Storage, StorageOptions } from './contract/storage.ts'
export type { WebhookDue, WebhookPlaces, WebhookSettled } from './contract/webhook.ts'
export { StorageFailure, type StorageFailureCode } from './failure.ts'
export { openStorage } from './open.ts'
