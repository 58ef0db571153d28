import { findCommitments } from '../breakdown/breakdown.ts'
import type { CommitmentFilter } from '../breakdown/commitment-filter.ts'
import type { IsoDate } from '../calendar/date.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { type RollUp, rollUpOf } from '../rollup/roll-up.ts'
import type { RuleEngine } from '../rule/engine.ts'
import type { ViewAt } from '../view/view.ts'
import { viewOf } from '../view/view-of.ts'
import { type Interval, spansOf } from './interval.ts'

/** What a plan came to on one day. */
export interface HistoryPoint {
  readonly on: IsoDate
  readonly rollUp: RollUp
}

/** What is told: everything up to `asOf`, as known at `knownAt`, of the commitments that pass. */
export interface HistoryOptions extends ViewAt {
  readonly filter?: CommitmentFilter
}

/** What a plan came to at the end of each interval from its first day to `asOf`, that day included. */
export function history(
  facts: PlanFacts,
  interval: Interval,
  { filter = {}, ...at }: HistoryOptions,
  engine?: RuleEngine,
): readonly HistoryPoint[] {
  const { asOf } = at
  const period = viewOf(facts, at, engine)?.header.period
  if (period === undefined) return []
  const isOver = asOf >= period.end
  const end = isOver ? period.end : asOf
  return spansOf({ start: period.start, end }, interval).flatMap(({ end: on }) => {
    const view = viewOf(facts, { ...at, asOf: on }, engine)
    return view === undefined ? [] : [{ on, rollUp: rollUpOf(findCommitments(view, filter)) }]
  })
}
