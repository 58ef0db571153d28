import type { IsoDate } from '@duban/domain'
import type { SegmentRow } from '../contract/segment-row.ts'
import { listedFields } from '../schema/listed-fields.ts'

/** A segment, and where it begins a run of segments that lists know by the same fields, the last day of that run. */
export interface RunRow {
  readonly segment: SegmentRow
  readonly runsTo: IsoDate | null
}

/** The segments of a timeline, each with the run that it begins. */
export function runsOf(segments: readonly SegmentRow[]): readonly RunRow[] {
  return runsFrom(segments, 0).rows
}

/** The segments from a place on, with the runs that they begin, and the last day of the run of the one before them. */
export interface RunsFrom {
  readonly rows: readonly RunRow[]
  /** Null where there is none before them. */
  readonly before: IsoDate | null
}

export function runsFrom(segments: readonly SegmentRow[], start: number): RunsFrom {
  const rows: RunRow[] = []
  let runsTo: IsoDate | null = null
  // From the end, where the last day of a run is met first.
  for (let at = segments.length - 1; at >= start; at -= 1) {
    const segment = segments[at]
    if (segment === undefined) continue
    runsTo ??= segment.to
    const goesOn = isOfRunBefore(segments, at)
    rows.push({ segment, runsTo: goesOn ? null : runsTo })
    if (!goesOn) runsTo = null
  }
  return { rows: rows.reverse(), before: runsTo ?? segments[start - 1]?.to ?? null }
}

/** Where the run begins that the segment at a place belongs to. */
export function startOfRun(segments: readonly SegmentRow[], at: number): number {
  let start = at
  while (isOfRunBefore(segments, start)) start -= 1
  return start
}

function isOfRunBefore(segments: readonly SegmentRow[], at: number): boolean {
  const before = segments[at - 1]
  const segment = segments[at]
  return before !== undefined && segment !== undefined && isListedAlike(before, segment)
}

function isListedAlike(a: SegmentRow, b: SegmentRow): boolean {
  return a.dueOn === b.dueOn && listedFields.every((field) => a[field] === b[field])
}
