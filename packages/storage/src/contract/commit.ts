import type { Fact, Instant, PlanFacts } from '@duban/domain'
import type { DeriveChange, DerivedChange } from './derived-rows.ts'

/** Who did what, when and why. */
export interface AuditEntry {
  readonly at: Instant
  readonly actor: string
  /** Name of the command, for example `reportObservations`. */
  readonly command: string
  readonly reason: string | null
  /** What it touched, in the command's own terms; kept as JSON. */
  readonly summary: Readonly<Record<string, unknown>>
}

/** An AuditEntry with its place in the plan's history. */
export interface RecordedAudit extends AuditEntry {
  readonly plan: string
  readonly revision: number
  readonly factCount: number
}

/** A commit with its place among the plan's facts: it added those up to `factsThrough`, `factCount` of them. */
export interface RecordedCommit extends RecordedAudit {
  readonly factsThrough: number
}

/** What makes a repeat of a request harmless: it gets the first answer. */
export interface Idempotency {
  readonly key: string
  /** A digest of the request: the same key with another one is refused. */
  readonly fingerprint: string
  /** The answer to give again; kept as JSON. */
  readonly answer: Readonly<Record<string, unknown>>
}

/** The verified text of a Document. */
export interface DocumentText {
  readonly sha256: string
  readonly text: string
}

/** Facts in order, read once as they are written: an array, or a source too long to be one, that knows its length. */
export interface FactSource extends Iterable<Fact> {
  readonly length: number
}

/**
 * One plan's change, decided beforehand: it is applied whole, as one transaction, or not at all. Its derived rows are of
 * the commitments and projects that it touches, computed over the facts with these added.
 */
export interface PlanCommit extends DerivedChange {
  readonly plan: string
  /** Revision of the facts it was decided on; 0 makes a new plan, whose facts must define it. */
  readonly baseRevision: number
  readonly facts: FactSource
  /** The facts with these added, where the caller has them: what it computed on them serves the next readers too. */
  readonly after?: PlanFacts
  readonly audit: AuditEntry
  /** Document texts attached by it. */
  readonly texts?: readonly DocumentText[]
  readonly idempotency?: Idempotency
}

/** COMMITTED; REPEATED with the first answer; or not applied: CONFLICT tells the current revision, KEY_REUSED. */
export type CommitOutcome =
  | { readonly outcome: 'COMMITTED'; readonly revision: number }
  | {
      readonly outcome: 'REPEATED'
      readonly revision: number
      readonly answer: Idempotency['answer']
    }
  | { readonly outcome: 'CONFLICT'; readonly revision: number }
  | { readonly outcome: 'KEY_REUSED'; readonly revision: number }

/** A commit to the facts that it was decided on. */
export type DecidedCommit = PlainCommit | FollowedCommit

/** One that stands by itself, with the rows that it changes. */
interface PlainCommit extends Omit<PlanCommit, 'plan' | 'baseRevision'> {
  readonly derive?: undefined
}

/** One that others which wait for the same plan can follow in its transaction: rows are derived once for all of them. */
export interface FollowedCommit
  extends Omit<PlanCommit, 'plan' | 'baseRevision' | keyof DerivedChange> {
  readonly after: PlanFacts
  /** Derives the rows when they are to be written. */
  readonly derive: DeriveChange
}

/** What a decision over the current facts comes to: a commit, or anything else to hand back unsaved. */
export type Decided<Refusal> = { readonly commit: DecidedCommit } | { readonly refusal: Refusal }

/** Decides over the current facts; null where there is no such plan. Called again when another writer was first. */
export type Decide<Refusal> = (facts: PlanFacts | null) => Decided<Refusal>

export type UpdateOutcome<Refusal> =
  | CommitOutcome
  | { readonly outcome: 'REFUSED'; readonly refusal: Refusal }

/** Guards of an update that hold before anything is decided. */
export interface UpdateOptions {
  /** The revision the caller saw; another one is a CONFLICT. */
  readonly expectedRevision?: number
  /** Looked up first, so that a repeat is answered without deciding anew. */
  readonly idempotency?: Pick<Idempotency, 'key' | 'fingerprint'>
}

/** A commit as others hear of it. */
export interface CommitNotice {
  readonly plan: string
  readonly revision: number
}
