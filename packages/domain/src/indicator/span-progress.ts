import type { DayNumber } from '../calendar/day-number.ts'
import { timeScaleOfDays } from '../calendar/time-progress.ts'
import { type KeepKey, keptOfDefinitions, type Ledger } from '../view/ledger.ts'
import type { Whole } from './whole.ts'

/** A share as a fraction; `d` is above 0. */
export interface Share {
  readonly n: Whole
  readonly d: Whole
}

/** A share whose parts are small safe integers. */
export interface SmallShare extends Share {
  readonly n: number
  readonly d: number
}

const NONE: SmallShare = { n: 0, d: 1 }
const ALL: SmallShare = { n: 1, d: 1 }

/** The elapsed share of a span for any day: nothing before it, all from its last day on. */
export type SpanProgress = (day: DayNumber) => SmallShare

const SPANS: KeepKey<Map<number, SpanProgress>> = { name: 'spans' }

/** Day numbers are below it in size, so that two make one key. */
const DAYS = 4_000_000

/** The time progress of the span first..last, shared by all that has the same span. */
export function spanProgress(ledger: Ledger, first: DayNumber, last: DayNumber): SpanProgress {
  const spans = keptOfDefinitions(ledger, SPANS, () => new Map())
  const key = first * DAYS + last
  let progress = spans.get(key)
  if (progress === undefined) {
    progress = newProgress(first, last)
    spans.set(key, progress)
  }
  return progress
}

function newProgress(first: DayNumber, last: DayNumber): SpanProgress {
  if (last < first) return (day) => (day < last ? NONE : ALL)
  const scale = timeScaleOfDays(first, last)
  const shares: (SmallShare | undefined)[] = []
  return (day) => {
    if (day < first) return NONE
    if (day >= last) return ALL
    const kept = shares[day - first]
    if (kept !== undefined) return kept
    const share = reduced(scale.elapsedAt(day), scale.whole)
    shares[day - first] = share
    return share
  }
}

/** A fraction in lowest terms: small integers leave room to multiply without leaving the safe ones. */
function reduced(n: number, d: number): SmallShare {
  let a = n
  let b = d
  while (b !== 0) {
    const rest = a % b
    a = b
    b = rest
  }
  return a === 0 ? NONE : { n: n / a, d: d / a }
}
