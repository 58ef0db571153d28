import type { CommitmentTimeline } from '../contract/segment-row.ts'
import { noDueDate } from '../schema/segment.ts'

/** The rows of the segment table that keep one commitment's timeline. */
export function segmentRowsOf(planId: string, { commitment, segments }: CommitmentTimeline) {
  return segments.map((segment) => ({
    planId,
    commitment,
    fromDay: segment.from,
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
    unit: segment.responsible.find(({ role }) => role === 'LEAD')?.unit ?? null,
    responsible: segment.responsible,
    reasons: segment.reasons,
  }))
}
