import { daysBetween } from '../calendar/day-arithmetic.ts'
import type { Observation } from '../fact/fact.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { compareExact, numberOf, parseExact } from '../quantity/exact.ts'
import type { Finding } from './finding.ts'
import { found } from './finding-code.ts'
import { outliersOf } from './robust.ts'

/** What one reporter's values of an indicator, in the order of their days, say against each other. */
export function reconcileSeries(
  indicator: Indicator,
  observations: readonly Observation[],
): readonly Finding[] {
  return [...findFalls(indicator, observations), ...findOutliers(indicator, observations)]
}

/** A running total does not fall. */
function findFalls(indicator: Indicator, observations: readonly Observation[]): Finding[] {
  if (indicator.accumulation !== 'CUMULATIVE') return []
  return observations.flatMap((later, at) => {
    const earlier = observations[at - 1]
    const from = earlier === undefined ? null : parseExact(earlier.value)
    const to = parseExact(later.value)
    if (earlier === undefined || from === null || to === null || compareExact(to, from) >= 0) {
      return []
    }
    const params = {
      indicator: `indicator/${indicator.code}`,
      reporter: later.reporter,
      from: earlier.value,
      fromOn: earlier.effectiveOn,
      to: later.value,
      toOn: later.effectiveOn,
    }
    return [found('CUMULATIVE_FALLS', 'WARNING', params, [earlier.id, later.id])]
  })
}

/** A running total is judged by its daily growth, anything else by its values. */
function findOutliers(indicator: Indicator, observations: readonly Observation[]): Finding[] {
  const points = observations.flatMap(
    (observation, at): { readonly observation: Observation; readonly x: number }[] => {
      const value = parseExact(observation.value)
      if (value === null) return []
      if (indicator.accumulation !== 'CUMULATIVE') return [{ observation, x: numberOf(value) }]
      const before = observations[at - 1]
      const earlier = before === undefined ? null : parseExact(before.value)
      if (before === undefined || earlier === null) return []
      const days = daysBetween(before.effectiveOn, observation.effectiveOn)
      if (days === null || days <= 0) return []
      return [{ observation, x: (numberOf(value) - numberOf(earlier)) / days }]
    },
  )
  const { low, high, places } = outliersOf(points.map(({ x }) => x))
  return places.flatMap((place) => {
    const point = points[place]
    // After a spike in a running total the way back is far out too: it is the same finding.
    const before = points[place - 1]
    const isWayBack =
      indicator.accumulation === 'CUMULATIVE' &&
      places.includes(place - 1) &&
      before !== undefined &&
      point !== undefined &&
      Math.sign(before.x) !== Math.sign(point.x)
    if (point === undefined || isWayBack) return []
    const params = {
      indicator: `indicator/${indicator.code}`,
      reporter: point.observation.reporter,
      value: point.observation.value,
      on: point.observation.effectiveOn,
      low: rounded(low),
      high: rounded(high),
    }
    return [found('OUTLIER', 'WARNING', params, [point.observation.id])]
  })
}

/** Bounds are for reading, not for reckoning. */
function rounded(bound: number): string {
  return String(Number(bound.toPrecision(6)))
}
