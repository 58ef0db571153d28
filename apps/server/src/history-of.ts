import { setImmediate } from 'node:timers/promises'
import {
  type HistoryPoint,
  type Interval,
  type PlanFacts,
  type PlanView,
  rollUp,
  spansOf,
  viewOf,
} from '@duban/domain'
import { refuse } from './errors/refuse.ts'
import { ruleEngine } from './rule-engine.ts'
import { limitVariables } from './settings/read-settings.ts'

/**
 * What a plan came to at the end of each interval up to the view’s date: the same as the domain’s `history`. The plan
 * is judged anew for each, so other requests are let in between, and it is given up after so many milliseconds.
 */
export async function historyOf(
  facts: PlanFacts,
  { at, header }: PlanView,
  interval: Interval,
  timeMs: number,
): Promise<HistoryPoint[]> {
  const { start, end } = header.period
  const until = performance.now() + timeMs
  const points: HistoryPoint[] = []
  const isOver = at.asOf >= end
  for (const { end: on } of spansOf({ start, end: isOver ? end : at.asOf }, interval)) {
    const view = viewOf(facts, { ...at, asOf: on }, ruleEngine)
    if (view) {
      const ids = view.commitments.map(({ id }) => id)
      points.push({ on, rollUp: rollUp(view, ids) })
    }
    if (performance.now() > until) {
      const params = { limit: timeMs, setting: limitVariables.timeMs }
      throw refuse('TIME_LIMIT', params)
    }
    await setImmediate()
  }
  return points
}
