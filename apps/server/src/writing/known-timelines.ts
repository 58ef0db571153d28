import type { CommitmentId, CommitmentStep, PlanFacts, Segment } from '@duban/domain'
import type { SegmentRow } from '@duban/storage'
import type { ListedStep } from './timeline-rows.ts'

/** A commitment's timeline as it was computed last, with the rows it came to. */
export interface KnownTimeline {
  readonly segments: readonly Segment[]
  /** The commitment as it is shown, of which the steps are made. */
  readonly shown: readonly CommitmentStep[]
  readonly steps: readonly ListedStep[]
  readonly rows: readonly SegmentRow[]
}

export type KnownTimelines = Map<CommitmentId, KnownTimeline>

const known = new WeakMap<PlanFacts, KnownTimelines>()

/**
 * The timelines that were computed up to these facts and are what they were, to be taken further by those of a commit on
 * them. It is handed out once: where the commit does not come about, the next one begins anew.
 */
export function takeTimelines(facts: PlanFacts | undefined): KnownTimelines {
  const timelines = facts === undefined ? undefined : known.get(facts)
  if (facts !== undefined) known.delete(facts)
  return timelines ?? new Map()
}

/** Keeps what is known of the timelines of facts for as long as they are in memory. */
export function keepTimelines(facts: PlanFacts, timelines: KnownTimelines): void {
  known.set(facts, timelines)
}
