import { monthEnd } from '../month-end.ts'
import type { CommitmentFilterInput } from './commitment-filter.ts'
import type { DimensionName } from './dimension.ts'

/** The value of one dimension in a row; null gathers what has none. */
export interface DimensionKey {
  readonly dimension: DimensionName
  readonly value: string | null
}

/** The filter that finds the commitments of a row again: what was asked for, and the row’s own values. */
export function filterOfRow(
  asked: CommitmentFilterInput | null | undefined,
  keys: readonly DimensionKey[],
): CommitmentFilterInput {
  const own = keys.map(filterOfKey)
  return { and: asked ? [asked, ...own] : own }
}

function filterOfKey({ dimension, value }: DimensionKey): CommitmentFilterInput {
  switch (dimension) {
    case 'PLAN':
      return { plan: { eq: value } }
    case 'DISTRICT':
      return { district: { eq: value } }
    case 'YEAR':
      return { year: { eq: Number(value) } }
    case 'TASK':
      return { task: { eq: value } }
    case 'PLATE':
      return { plate: { eq: value } }
    case 'THEME':
      return { theme: { eq: value } }
    case 'UNIT':
      return { unit: { eq: value } }
    case 'PROJECT':
      return { project: { eq: value } }
    case 'PROJECT_STAGE':
      return { projectStage: { eq: value } }
    case 'PROJECT_KIND':
      return { projectKind: { eq: value } }
    case 'KIND':
      return { kind: { eq: value } }
    case 'STATUS':
      return { status: { eq: value } }
    case 'LIGHT':
      return { light: { eq: value } }
    case 'MODALITY':
      return { modality: { eq: value } }
    case 'SEVERITY':
      return { severity: { eq: value } }
    case 'RULE':
      return { rule: { eq: value } }
    case 'DUE_MONTH':
      return value === null
        ? { dueOn: { eq: null } }
        : { dueOn: { gte: `${value}-01`, lte: monthEnd(value) } }
  }
}
