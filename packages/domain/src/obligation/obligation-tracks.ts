import type { DayNumber } from '../calendar/day-number.ts'
import type { Track } from '../commitment/track.ts'
import type { Ledger } from '../view/ledger.ts'
import type { RuleIssues } from '../view/plan-view.ts'

/** The tracks of all obligations that are in some view, by id; none without an engine. */
export function obligationTracks(_ledger: Ledger): ReadonlyMap<string, Track> {
  return new Map()
}

/** The rules in the views of a day that do not compile. */
export function ruleIssuesAt(_ledger: Ledger, _day: DayNumber): readonly RuleIssues[] {
  return []
}
