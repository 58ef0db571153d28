import type { Instant } from '../calendar/date.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { type FactIndex, indexOf, knownCount } from '../fact/fact-index.ts'
import type { RuleEngine } from '../rule/engine.ts'
import { type Ledger, newLedger } from './ledger.ts'
import { tracksIn } from './tracks.ts'

/** What is known when, and what judges. */
export interface LedgerOptions {
  readonly knownAt?: Instant
  readonly includeSubmitted?: boolean
  readonly engine?: RuleEngine | undefined
}

/** Ledgers kept for one index; a server asks for "now" nearly always. */
const LEDGERS_KEPT = 3

const ledgersByIndex = new WeakMap<FactIndex, Ledger[]>()

/** The ledger of a plan's facts as known at an instant; without one, of all facts. Made once for the same question. */
export function ledgerOf(facts: PlanFacts, options: LedgerOptions = {}): Ledger {
  const index = indexOf(facts)
  const { engine, includeSubmitted = false } = options
  const knownAt =
    options.knownAt === undefined || options.knownAt >= index.lastRecordedAt
      ? null
      : options.knownAt
  let ledgers = ledgersByIndex.get(index)
  if (ledgers === undefined) {
    ledgers = []
    ledgersByIndex.set(index, ledgers)
  }
  const at = ledgers.findIndex(
    (each) =>
      each.knownAt === knownAt &&
      each.includeSubmitted === includeSubmitted &&
      each.engine === engine,
  )
  const [found] = at < 0 ? [] : ledgers.splice(at, 1)
  const ledger =
    found ??
    newLedger(
      { index, knownAt, knownCount: knownCount(index, knownAt), includeSubmitted },
      engine,
      knownAt === null ? null : ledgerOf(facts, { engine, includeSubmitted }),
      tracksIn,
    )
  // The one asked for last goes last.
  ledgers.push(ledger)
  if (ledgers.length > LEDGERS_KEPT) ledgers.shift()
  return ledger
}
