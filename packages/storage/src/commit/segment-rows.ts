import type { CommitmentTimeline } from '../contract/segment-row.ts'

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
    titleZh: segment.title.zh,
    titleEn: segment.title.en ?? null,
    dueOn: segment.dueOn,
    task: segment.task,
    plate: segment.plate,
    project: segment.project,
    theme: segment.theme,
    rule: segment.rule,
    severity: segment.severity,
    modality: segment.modality,
    weight: segment.weight,
    unit: segment.responsible.find(({ role }) => role === 'LEAD')?.unit ?? null,
    responsible: segment.responsible,
    reasons: segment.reasons,
  }))
}
