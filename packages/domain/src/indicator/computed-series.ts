import type { Ledger } from '../view/ledger.ts'
import { derivedSeries } from './derived-series.ts'
import type { Indicator } from './indicator.ts'
import type { ComputedSeries } from './indicator-track.ts'
import { ratioSeries } from './ratio-series.ts'

/**
 * How the values of a RATIO or DERIVED indicator come about; undefined for one that is reported. `code` is what it is
 * defined under, whatever its definition says of itself.
 */
export function computedSeries(
  ledger: Ledger,
  code: string,
  indicator: Indicator,
): ComputedSeries | undefined {
  if (indicator.accumulation === 'RATIO') return ratioSeries(ledger, code, indicator)
  return indicator.accumulation === 'DERIVED' ? derivedSeries(ledger, indicator) : undefined
}
