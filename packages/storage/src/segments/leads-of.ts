import type { SegmentRow } from '../contract/segment-row.ts'

/** The units in the lead of a segment, each once; one null where there is none. */
export function leadsOf({
  responsible,
}: Pick<SegmentRow, 'responsible'>): readonly (string | null)[] {
  const leads = new Set<string>()
  for (const { role, unit } of responsible) if (role === 'LEAD') leads.add(unit)
  return leads.size === 0 ? NO_LEAD : [...leads]
}

const NO_LEAD: readonly null[] = [null]
