import type { Ledger } from '../view/ledger.ts'
import type { Indicator } from './indicator.ts'
import type { ComputedSeries } from './indicator-track.ts'

/** How the values of a RATIO or DERIVED indicator come about; undefined for one that is reported. */
export function computedSeries(_ledger: Ledger, _indicator: Indicator): ComputedSeries | undefined {
  return undefined
}
