import type { CommitmentTimeline } from '../contract/segment-row.ts'
import { noDueDate } from '../schema/segment.ts'
import { leadsOf } from '../segments/leads-of.ts'

/** The rows of the segment table that keep one commitment's timeline: of each segment one for every unit in the lead. */
export function segmentRowsOf(planId: string, { commitment, segments }: CommitmentTimeline) {
  return segments.flatMap((segment) =>
    leadsOf(segment).map((unit, lead) => ({
      planId,
      commitment,
      fromDay: segment.from,
      lead,
      toDay: segment.to,
      status: segment.status,
      light: segment.light,
      kind: segment.kind,
      code: segment.code,
      title: segment.title.zh,
      dueOn: segment.dueOn ?? noDueDate,
      task: segment.task,
      plate: segment.plate,
      project: segment.project,
      theme: segment.theme,
      rule: segment.rule,
      severity: segment.severity,
      modality: segment.modality,
      unit,
      responsible: segment.responsible,
      reasons: segment.reasons,
    })),
  )
}
