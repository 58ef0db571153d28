import type { Finding } from './finding.ts'

/** Every code with the names of its parameters; the texts are in the message catalogue. */
export const findingParams = {
  CHECKPOINTS_MISSING: ['commitment'],
  COVERAGE: ['commitment', 'named', 'listed'],
  CUMULATIVE_FALLS: ['indicator', 'reporter', 'from', 'fromOn', 'to', 'toOn'],
  DANGLING_REFERENCE: ['path', 'kind', 'code'],
  DUE_OUTSIDE_PERIOD: ['commitment', 'dueOn', 'start', 'end'],
  DUPLICATE_COMMITMENT: ['commitment', 'same'],
  NO_BASELINE: ['commitment'],
  NO_DUE_DATE: ['commitment'],
  NO_LOCATOR: ['part'],
  NO_RESPONSIBLE_UNIT: ['commitment'],
  NO_TARGET: ['commitment'],
  OUTLIER: ['indicator', 'reporter', 'value', 'on', 'low', 'high'],
  PARTS_DO_NOT_ADD_UP: ['indicator', 'reported', 'sum', 'on'],
  RATE_DOES_NOT_FOLLOW: ['indicator', 'reported', 'computed', 'on'],
  RATIO_WITHOUT_PARTS: ['commitment'],
  REPORTED_AFTER_CLOSE: ['subject', 'on', 'through'],
} as const satisfies Record<string, readonly string[]>

/** What a lint or a reconciliation can notice. */
export type FindingCode = keyof typeof findingParams

/** Makes a Finding; the compiler wants every parameter of its code. */
export function found<C extends FindingCode>(
  code: C,
  severity: Finding['severity'],
  params: Readonly<Record<(typeof findingParams)[C][number], string | number>>,
  facts: readonly string[],
): Finding {
  return { code, severity, params, facts }
}
