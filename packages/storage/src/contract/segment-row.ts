import type {
  CommitmentId,
  CommitmentKind,
  IsoDate,
  Light,
  Modality,
  Responsibility,
  Segment,
  Severity,
  Status,
  Text,
} from '@duban/domain'
import type { Condition, OrderBy, PageArguments } from './page.ts'

/**
 * A Segment with what lists filter, order and count by, as it stands on the segment's days. Whoever computes it
 * splits a segment where the due date or the units change. The last segment of a timeline ends on 9999-12-31 where
 * nothing changes any more: lists find a commitment on the days that its segments hold, and on no others.
 */
export interface SegmentRow extends Segment {
  readonly kind: CommitmentKind
  readonly code: string
  readonly title: Text
  readonly dueOn: IsoDate | null
  readonly task: string | null
  readonly plate: string | null
  readonly project: string | null
  readonly theme: string | null
  /** Code of the Rule of an Obligation. */
  readonly rule: string | null
  readonly severity: Severity | null
  readonly modality: Modality | null
  readonly responsible: readonly Responsibility[]
}

/** The whole timeline of one commitment; without segments the commitment is taken out of the lists. */
export interface CommitmentTimeline {
  readonly commitment: CommitmentId
  readonly segments: readonly SegmentRow[]
}

/** A commitment as a list across plans finds it on a day. */
export interface FoundCommitment {
  readonly plan: string
  readonly commitment: CommitmentId
  readonly kind: CommitmentKind
  readonly code: string
  readonly status: Status
  readonly light: Light
  readonly from: IsoDate
  readonly to: IsoDate
  readonly dueOn: IsoDate | null
}

/** `unit` is any unit in the lead (lists are ordered by the first), `anyUnit` one in any role; `district`, `year` and `synthetic` are the plan's, `projectKind` and `projectStage` the project's on the day. */
export type CommitmentField =
  | 'plan'
  | 'district'
  | 'year'
  | 'synthetic'
  | 'commitment'
  | 'code'
  | 'title'
  | 'kind'
  | 'status'
  | 'light'
  | 'task'
  | 'plate'
  | 'project'
  | 'projectKind'
  | 'projectStage'
  | 'theme'
  | 'rule'
  | 'severity'
  | 'modality'
  | 'unit'
  | 'anyUnit'
  | 'dueOn'

export type CommitmentOrderField = Exclude<
  CommitmentField,
  'anyUnit' | 'synthetic' | 'title' | 'projectKind' | 'projectStage'
>

/** A page of commitments of many plans on one day, by due date unless told; ties go by plan and commitment id. */
export interface CommitmentQuery {
  readonly asOf: IsoDate
  readonly where?: Condition<CommitmentField>
  readonly orderBy?: readonly OrderBy<CommitmentOrderField>[]
  readonly page: PageArguments
}
