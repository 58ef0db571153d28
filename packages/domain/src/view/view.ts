import type { Instant, IsoDate } from '../calendar/date.ts'

/** What was true on a date, as known at an instant (视图). */
export interface ViewAt {
  readonly asOf: IsoDate
  readonly knownAt: Instant
  /** Also judge SUBMITTED observations; a view that does so says it. */
  readonly includeSubmitted?: boolean
}
