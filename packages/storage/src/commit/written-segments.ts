import { type CommitmentId, type IsoDate, sameValue } from '@duban/domain'
import type { DerivedChange } from '../contract/derived-rows.ts'
import type { CommitmentTimeline, SegmentRow } from '../contract/segment-row.ts'
import { leadsOf } from '../segments/leads-of.ts'
import { type RunRow, runsFrom, runsOf, startOfRun } from './runs.ts'

/** The timelines in the table, as far as they are known: what is not is undefined. */
export type Standing = (commitment: CommitmentId) => readonly SegmentRow[] | undefined

/**
 * Timelines that this process has written, so that the next commit writes only what differs. They are known for a
 * revision of their plan: once another process has committed, nothing of that plan is known any more.
 */
export interface WrittenSegments {
  standing(plan: string, revision: number): Standing
  /** Keeps what commits on a base revision have written up to a last one; `all` where it was the whole plan. */
  keep(
    plan: string,
    revisions: { readonly base: number; readonly last: number },
    timelines: readonly CommitmentTimeline[],
    all: boolean,
  ): void
  /** Knows nothing any more. */
  forget(): void
}

/** The timelines in the table once these are written as well. */
export function standingWith(
  { timelines = [], replaceTimelines = false }: DerivedChange,
  standing: Standing,
): Standing {
  const fresh = new Map(timelines.map(({ commitment, segments }) => [commitment, segments]))
  return (commitment) =>
    fresh.get(commitment) ?? (replaceTimelines ? undefined : standing(commitment))
}

interface Written {
  readonly revision: number
  readonly timelines: Map<CommitmentId, readonly SegmentRow[]>
  readonly rows: number
}

/** Keeps at most so many rows; the plan written longest ago goes first. */
export function writtenSegments(mostRows: number): WrittenSegments {
  // A Map iterates in the order of insertion, so its first key is the plan written longest ago.
  const plans = new Map<string, Written>()
  let total = 0
  const drop = (plan: string) => {
    total -= plans.get(plan)?.rows ?? 0
    plans.delete(plan)
  }
  return {
    standing: (plan, revision) => {
      const written = plans.get(plan)
      return (commitment) =>
        written?.revision === revision ? written.timelines.get(commitment) : undefined
    },
    keep: (plan, { base, last }, timelines, all) => {
      const before = plans.get(plan)
      // A later commit has been heard of before this one: what it left is known.
      if (before !== undefined && before.revision > base) return
      drop(plan)
      const goesOn = before?.revision === base && !all
      const known = goesOn ? before.timelines : new Map<CommitmentId, readonly SegmentRow[]>()
      let rows = goesOn ? before.rows : 0
      for (const { commitment, segments } of timelines) {
        rows += segments.length - (known.get(commitment)?.length ?? 0)
        known.set(commitment, segments)
      }
      if (rows > mostRows) return
      plans.set(plan, { revision: last, timelines: known, rows })
      total += rows
      for (const oldest of plans.keys()) {
        if (total <= mostRows) break
        drop(oldest)
      }
    },
    forget: () => {
      plans.clear()
      total = 0
    },
  }
}

/** Which of a commitment's rows: its day, and the place of its unit among those in the lead. */
export interface SegmentKey {
  readonly fromDay: IsoDate
  readonly lead: number
}

/** The rows of a segment. */
export function keysOf(segment: SegmentRow): readonly SegmentKey[] {
  return leadsOf(segment).map((_, lead) => ({ fromDay: segment.from, lead }))
}

/** What is to be written of a timeline: its rows that differ, and those that are to go; null where that is not known. */
export interface TimelineChange {
  readonly timeline: CommitmentTimeline
  readonly differing: readonly RunRow[]
  readonly gone: readonly SegmentKey[] | null
}

/** What differs between a timeline and the one in the table; all of it where that is not known. */
export function changeOf(
  timeline: CommitmentTimeline,
  standing: readonly SegmentRow[] | undefined,
): TimelineChange {
  const { segments } = timeline
  if (standing === undefined) return { timeline, differing: runsOf(segments), gone: null }
  // Those that stay are mostly handed out again, and of them nothing but where the last run ends can be other.
  const same = countSame(segments, standing)
  const now = runsFrom(segments, same)
  const stood = runsFrom(standing, same)
  const differing: RunRow[] = []
  const gone: SegmentKey[] = []
  if (now.before !== stood.before) {
    const segment = segments[startOfRun(segments, same - 1)]
    if (segment !== undefined) differing.push({ segment, runsTo: now.before })
  }
  let at = 0
  // Both are in the order of days, and mostly the same.
  for (const row of now.rows) {
    const { segment, runsTo } = row
    let before = stood.rows[at]
    for (; before !== undefined && before.segment.from < segment.from; before = stood.rows[++at]) {
      gone.push(...keysOf(before.segment))
    }
    if (before?.segment.from !== segment.from) {
      differing.push(row)
      continue
    }
    at += 1
    const isSame = isSameRow(before.segment, segment)
    if (!isSame || before.runsTo !== runsTo) differing.push(row)
    if (!isSame) gone.push(...keysOf(before.segment).slice(leadsOf(segment).length))
  }
  for (const { segment } of stood.rows.slice(at)) gone.push(...keysOf(segment))
  return { timeline, differing, gone }
}

/** How many segments two timelines begin with that are the same objects. */
function countSame(a: readonly SegmentRow[], b: readonly SegmentRow[]): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

function isSameRow(a: SegmentRow, b: SegmentRow): boolean {
  // Whoever computes timelines may hand out the rows again that stay.
  if (a === b) return true
  for (const name of names) {
    if (a[name] !== b[name] && !sameValue(a[name], b[name])) return false
  }
  return true
}

/** Every member of a row. */
const names = namesOf<keyof SegmentRow>({
  from: true,
  to: true,
  status: true,
  light: true,
  reasons: true,
  kind: true,
  code: true,
  title: true,
  dueOn: true,
  task: true,
  plate: true,
  project: true,
  theme: true,
  rule: true,
  severity: true,
  modality: true,
  responsible: true,
})

function namesOf<Key extends string>(all: Readonly<Record<Key, true>>): readonly Key[] {
  // The type lets no other key in.
  return Object.keys(all) as Key[]
}
