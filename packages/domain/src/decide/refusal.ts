/**
 * Every code with the names of its parameters; the texts are in the message catalogue. Those of CEL carry the
 * parameters of the CelIssue beside them.
 */
export const refusalParams = {
  ALREADY_DECIDED: ['request'],
  ALREADY_HAPPENED: ['event', 'on'],
  ALREADY_REQUESTED: ['request'],
  BATCH_EMPTY: [],
  BATCH_TOO_LARGE: ['limit', 'size'],
  BOUNDS_CROSSED: ['lower', 'upper'],
  CEL_COST: ['line', 'column'],
  CEL_SYNTAX: ['line', 'column'],
  CEL_TYPE: ['line', 'column'],
  CEL_UNKNOWN_FIELD: ['line', 'column'],
  CLOCK_BEHIND: ['now', 'last'],
  CONFLICT: ['expected', 'current'],
  CYCLE: ['kind', 'code'],
  DATE_IN_FUTURE: ['date', 'today'],
  DATE_TOO_EARLY: ['date', 'earliest'],
  DATE_TOO_LATE: ['date', 'latest'],
  DUE_DATE_PASSED: ['dueOn', 'today'],
  DUPLICATE: ['fact'],
  DUPLICATE_CODE: ['kind', 'code'],
  DUPLICATE_ID: ['id'],
  DUPLICATE_IN_BATCH: ['first'],
  FACTS_NEED_A_NEW_PLAN: ['count'],
  FIELD_NOT_APPLICABLE: ['field', 'code'],
  INVALID_DATE: ['value'],
  INVALID_DECIMAL: ['value'],
  INVALID_INSTANT: ['value'],
  INVALID_PERIOD: ['start', 'end'],
  INVALID_TIME_ZONE: ['value'],
  NEGATIVE: ['value'],
  NOT_ALLOWED: ['roles'],
  NOT_HAPPENED: ['event'],
  NOT_LATER: ['dueOn', 'current'],
  NOT_OBSERVABLE: ['code', 'accumulation'],
  NOT_YOUR_UNIT: ['unit'],
  NO_CHANGE: ['current'],
  NO_DUE_DATE: ['commitment'],
  NO_PLAN: ['code'],
  NO_RULE_ENGINE: [],
  OTHER_PLAN: ['expected', 'actual'],
  OTHER_SUBJECT: ['fact'],
  OTHER_TYPE: ['id', 'expected', 'actual'],
  OUT_OF_ORDER: ['recordedAt', 'previous'],
  PERIOD_CLOSED: ['date', 'through'],
  PERIOD_OPEN: ['through'],
  POLICY_VERSION_EXISTS: ['code', 'version'],
  REASON_REQUIRED: [],
  SUPERSEDED: ['fact', 'by'],
  TEXT_TOO_LONG: ['limit', 'length'],
  UNITS_DO_NOT_CONVERT: ['from', 'to'],
  UNKNOWN_CODE: ['kind', 'code'],
  UNKNOWN_COMMITMENT: ['id'],
  UNKNOWN_EVENT: ['event', 'kind'],
  UNKNOWN_FACT: ['id'],
  WRONG_STATE: ['from', 'to'],
} as const satisfies Record<string, readonly string[]>

/** Why a command is refused. */
export type RefusalCode = keyof typeof refusalParams

/** An expected failure of a command: no prose, which the message catalogue gives. */
export interface Refusal {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
  /** Path of the input field, for example `observations.3.value`; empty where it is the whole command. */
  readonly path: string
}

/** Makes a Refusal; the compiler wants every parameter of its code. */
export function refuse<C extends RefusalCode>(
  code: C,
  path: string,
  params: Readonly<Record<(typeof refusalParams)[C][number], string | number>>,
): Refusal {
  return { code, params, path }
}
