import type { IssueParams, Path, PlanFileIssueCode } from '../issue/issue.ts'

/** Something wrong with a file, at an offset in UTF-16 units. */
export interface Fault {
  readonly offset: number
  readonly path?: Path
  readonly code: PlanFileIssueCode
  readonly params: IssueParams
  /** Offset of the first one, where this is a second one of what may be there once. */
  readonly first?: number
  /** Names that would have been right: the nearest to `params.found` is suggested. */
  readonly among?: Iterable<string>
}
