import type { IsoDate } from '../calendar/date.ts'
import type { FactBase } from '../fact/fact.ts'
import type { Known } from './known.ts'

/**
 * Of the facts that stand and fit, the one effective latest by a day, and of those the one recorded last;
 * `without` is the id of one left out of account.
 */
export function latestOn<F extends FactBase>(
  known: Known,
  facts: readonly F[],
  day: IsoDate,
  fits: (fact: F) => boolean = () => true,
  without?: string,
): F | undefined {
  let latest: F | undefined
  for (const fact of facts) {
    if (fact.effectiveOn > day || fact.id === without || !fits(fact)) continue
    if (known.supersededBy(fact.id) !== undefined) continue
    if (latest === undefined || latest.effectiveOn <= fact.effectiveOn) latest = fact
  }
  return latest
}
