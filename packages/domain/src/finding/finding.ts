import type { FindingCode } from './finding-code.ts'

/** What a lint or a reconciliation noticed in the data itself (问题). */
export interface Finding {
  readonly code: FindingCode
  readonly severity: 'NOTE' | 'WARNING' | 'ERROR'
  readonly params: Readonly<Record<string, string | number>>
  /** What it is about: commitment ids, `<KIND>/<code>` of other parts, or fact ids. */
  readonly facts: readonly string[]
}
