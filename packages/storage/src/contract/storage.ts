import type { PlanFacts } from '@duban/domain'
import type { BreakdownGroup, BreakdownQuery } from './breakdown.ts'
import type {
  CommitNotice,
  CommitOutcome,
  Decide,
  DocumentText,
  PlanCommit,
  RecordedAudit,
  RecordedCommit,
  UpdateOptions,
  UpdateOutcome,
} from './commit.ts'
import type { Derive } from './derived-rows.ts'
import type { Page, PageArguments } from './page.ts'
import type { PlanQuery, PlanRow } from './plan-row.ts'
import type { CommitmentQuery, FoundCommitment } from './segment-row.ts'
import type { WebhookPlaces } from './webhook.ts'

export type Dialect = 'sqlite' | 'postgres'

/** Where the facts are kept and how. */
export interface StorageOptions {
  /** `postgres://...`, or `file:...` for one SQLite file; `duban.db` under `dataDir` without it. */
  readonly url?: string
  readonly dataDir?: string
  /** A streaming replica of the PostgreSQL that `url` names: facts and lists are read there as far as it has come. */
  readonly replicaUrl?: string
  /**
   * Upper bound of the cache of PlanFacts, in bytes; 256 MiB unless given. For every 4096 of them one segment that was
   * written may be kept besides, a few hundred bytes each.
   */
  readonly cacheBytes?: number
  /** How long a write waits for another process's, in milliseconds; 5000 unless given. */
  readonly busyTimeout?: number
  /** Connections to PostgreSQL; 10 unless given. */
  readonly poolSize?: number
  /** Told of every statement of a query or commit as it is sent, with its parameters. */
  readonly onStatement?: (sql: string, params: readonly unknown[]) => void
}

/** Facts and what is derived from them. Every method rejects with a StorageFailure and with nothing else. */
export interface Storage {
  readonly dialect: Dialect

  /** All facts of a plan, or null; one statement when cached, two otherwise. Same revision, same object. */
  loadPlan(code: string): Promise<PlanFacts | null>
  /** The same for many, in the order asked for, in the same number of statements. */
  loadPlans(codes: readonly string[]): Promise<readonly (PlanFacts | null)[]>
  /** Current revisions; plans that are not there are left out. One statement. */
  revisions(codes: readonly string[]): Promise<ReadonlyMap<string, number>>
  findPlans(query: PlanQuery): Promise<Page<PlanRow>>
  countPlans(where?: PlanQuery['where']): Promise<number>

  /** Applies one plan's change whole, if the plan is still at its base revision. */
  commit(change: PlanCommit): Promise<CommitOutcome>
  /** Loads, decides and commits, and again when another writer was first. */
  update<Refusal>(
    plan: string,
    decide: Decide<Refusal>,
    options?: UpdateOptions,
  ): Promise<UpdateOutcome<Refusal>>
  /** The plan's commits, newest first. */
  auditOf(plan: string, page: PageArguments): Promise<Page<RecordedAudit>>
  countAudit(plan: string): Promise<number>
  /** The plan's commits after a revision, oldest first, at most so many; two statements. */
  commitsSince(plan: string, revision: number, limit: number): Promise<readonly RecordedCommit[]>

  findCommitments(query: CommitmentQuery): Promise<Page<FoundCommitment>>
  countCommitments(query: Pick<CommitmentQuery, 'asOf' | 'where'>): Promise<number>
  breakdown(query: BreakdownQuery): Promise<readonly BreakdownGroup[]>
  /**
   * Derives the rows of the plans named anew, of all without names, or of those whose rows an earlier version wrote that
   * derived less; answers how many plans it did.
   */
  rebuild(derive: Derive, plans?: readonly string[] | 'OUTDATED'): Promise<number>

  /** Document texts attached to a plan, by SHA-256. */
  textsOf(plan: string): Promise<readonly DocumentText[]>
  textOf(plan: string, sha256: string): Promise<string | null>

  /** How far webhooks have been told of commits. */
  readonly webhooks: WebhookPlaces

  /** Tells of every commit, other processes' included, each once; answers how to stop. */
  listen(listener: (notice: CommitNotice) => void): Promise<() => Promise<void>>
  /** Writes a consistent copy while others write (SQLite; PostgreSQL has pg_dump). */
  backup(file: string): Promise<void>
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}
