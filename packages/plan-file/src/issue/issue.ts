/** What can be wrong with a plan file; the text of each, in both languages, is in the catalogue. */
export type PlanFileIssueCode =
  | 'TOO_LARGE'
  | 'NOT_UTF8'
  | 'TOO_DEEP'
  | 'TOO_MANY_TOKENS'
  | 'LIST_TOO_LONG'
  | 'EMPTY_FILE'
  | 'SYNTAX'
  | 'MANY_DOCUMENTS'
  | 'TAG'
  | 'ALIAS'
  | 'KEY_NOT_TEXT'
  | 'DUPLICATE_KEY'
  | 'UNKNOWN_KEY'
  | 'MISSING_FIELD'
  | 'WRONG_TYPE'
  | 'NOT_ONE_OF'
  | 'ONE_FIELD_OF'
  | 'EMPTY_TEXT'
  | 'CONTROL_CHARACTER'
  | 'BAD_CODE'
  | 'BAD_DATE'
  | 'BAD_INSTANT'
  | 'BAD_TIME_ZONE'
  | 'BAD_DECIMAL'
  | 'EXPONENT'
  | 'DECIMAL_RANGE'
  | 'NEGATIVE'
  | 'NOT_POSITIVE'
  | 'BAD_INTEGER'
  | 'BAD_SHA256'
  | 'DUPLICATE_CODE'
  | 'RESERVED_CODE'
  | 'UNKNOWN_REFERENCE'
  | 'WRONG_SUBJECT'
  | 'WRONG_DIMENSION'
  | 'WRONG_FACT_TYPE'
  | 'CIRCULAR'
  | 'RANGE_ORDER'
  | 'PERIOD_ORDER'
  | 'BEFORE_START'
  | 'DATE_ORDER'
  | 'AFTER_DUE'
  | 'BOUNDS_ORDER'
  | 'FIELD_NEEDED'
  | 'FIELD_NOT_ALLOWED'
  | 'CEL_SYNTAX'
  | 'CEL_UNKNOWN_FIELD'
  | 'CEL_TYPE'
  | 'CEL_COST'
  | 'MORE_ISSUES'

export type IssueParams = Readonly<Record<string, string | number>>

/** One thing wrong with a plan file. Line and column count from 1, columns in UTF-16 units. */
export interface PlanFileIssue {
  readonly fileName: string
  readonly line: number
  readonly column: number
  /** Keys and list places from the top, for example `indicators.3.dueOn`; empty for the file as a whole. */
  readonly path: string
  readonly code: PlanFileIssueCode
  readonly params: IssueParams
}

/** Keys and list places from the top of the file. */
export type Path = readonly (string | number)[]

/** Something wrong with the value, or with the key, at a path. */
export interface Complaint {
  readonly path: Path
  readonly at?: 'KEY' | 'VALUE'
  readonly code: PlanFileIssueCode
  readonly params: IssueParams
  /** Path of the first one, where this is a second one of what may be there once. */
  readonly first?: Path
  /** Names that would have been right: the nearest to `params.found` is suggested. */
  readonly among?: Iterable<string>
  /** Place in the text of the value, in UTF-16 units, where the complaint is about a part of it. */
  readonly within?: number
}
