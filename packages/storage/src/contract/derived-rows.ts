import type {
  CommitmentId,
  Decimal,
  Fact,
  IsoDate,
  PlanFacts,
  ProjectKind,
  ProjectStage,
} from '@duban/domain'
import type { CommitmentTimeline } from './segment-row.ts'

/** A unit of measure; of a plan's own one also what it measures and its factor, which nobody else knows. */
export interface UnitColumns {
  readonly unit: string | null
  readonly dimension: string | null
  readonly factor: Decimal | null
}

/** What is measured of a commitment from one day to another, inclusive; see `Measured` of the domain. */
export interface MeasuredRow extends UnitColumns {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly target: Decimal | null
  readonly actual: Decimal | null
  readonly achieved: Decimal | null
  readonly weight: Decimal | null
  readonly daysLate: number | null
  readonly points: Decimal | null
}

/** What a project is from one day to another, inclusive; see `ProjectState` of the domain. */
export interface ProjectRow extends UnitColumns {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly kind: ProjectKind | null
  readonly stage: ProjectStage | null
  readonly total: Decimal | null
  readonly thisYear: Decimal | null
  readonly done: Decimal | null
}

/** Rows that begin on a day or later, in the place of those that did; of all days where it is null. */
export interface RowsSince<Row> {
  readonly since: IsoDate | null
  readonly rows: readonly Row[]
}

/** What is measured of one commitment. */
export interface MeasuredRows extends RowsSince<MeasuredRow> {
  readonly commitment: CommitmentId
}

/** What one project is. */
export interface ProjectRows extends RowsSince<ProjectRow> {
  readonly project: string
}

/**
 * What is derived from a plan's facts and kept in tables; of commitments and projects that are not named nothing. Members
 * may be derived when they are first read: PostgreSQL is sent the timelines before the others are read.
 */
export interface DerivedRows {
  readonly timelines: readonly CommitmentTimeline[]
  readonly measured?: readonly MeasuredRows[]
  readonly projects?: readonly ProjectRows[]
}

/** What facts that were added to a plan make of its rows: those that they touch anew. */
export interface DerivedChange extends Partial<DerivedRows> {
  /** These are of the whole plan: what is not in them goes. */
  readonly replaceTimelines?: boolean
}

/** Derives what facts added to a plan change; `after` holds them, `before` does not. */
export type DeriveChange = (
  after: PlanFacts,
  added: readonly Fact[],
  before: PlanFacts,
) => DerivedChange

/** Derives a plan's rows from its facts, in a fixed order: the same facts give the same rows. */
export type Derive = (facts: PlanFacts) => DerivedRows
