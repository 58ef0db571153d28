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
  const rows: RunRow[] = []
  let runsTo: IsoDate | null = null
  // From the end, where the last day of a run is met first.
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    const segment = segments[at]
    if (segment === undefined) continue
    const before = segments[at - 1]
    runsTo ??= segment.to
    const goesOn = before !== undefined && isListedAlike(before, segment)
    rows.push({ segment, runsTo: goesOn ? null : runsTo })
    if (!goesOn) runsTo = null
  }
  return rows.reverse()
}

function isListedAlike(a: SegmentRow, b: SegmentRow): boolean {
  return a.dueOn === b.dueOn && listedFields.every((field) => a[field] === b[field])
}
