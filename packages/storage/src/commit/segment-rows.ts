import type { CommitmentId } from '@duban/domain'
import { noDueDate } from '../schema/segment.ts'
import { leadsOf } from '../segments/leads-of.ts'
import type { RunRow } from './runs.ts'

/** The rows of the segment table that keep segments of one commitment: of each one for every unit in the lead. */
export function segmentRowsOf(planId: string, commitment: CommitmentId, rows: readonly RunRow[]) {
  return rows.flatMap(({ segment, runsTo }) =>
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
      runsTo: lead === 0 ? runsTo : null,
    })),
  )
}
