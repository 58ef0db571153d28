import type { DayNumber } from '../calendar/day-number.ts'
import type { CommitmentKind } from '../commitment/commitment.ts'
import type { Terms } from '../commitment/terms.ts'
import { termsAt } from '../commitment/terms.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { minus, plus, quotientOf, type Whole } from '../indicator/whole.ts'
import { type KeepKey, keptIn, type Ledger } from '../view/ledger.ts'
import { judgeOn } from './judge.ts'

/** Sum, in units of PEER_UNIT, and number of the known `achieved` of all commitments that are peers. */
interface PeerSum {
  readonly sum: Whole
  readonly count: number
}

/** Shares are added in whole ten-billionths: the mean of the others does not depend on the order of adding. */
const PEER_UNIT = 1e10

function inPeerUnits(share: number): Whole {
  const units = Math.round(share * PEER_UNIT)
  if (Number.isSafeInteger(units)) return units
  return BigInt(Number.isFinite(units) ? units : Math.sign(share) * Number.MAX_VALUE)
}

const KEPT: KeepKey<Map<DayNumber, ReadonlyMap<string, PeerSum>>> = { name: 'peers' }

/** Days kept at a time: a timeline asks day after day. */
const DAYS_KEPT = 1500

/** What makes commitments peers: kind, and of indicators unit and comparator. */
export function peerKey(kind: CommitmentKind, terms: Terms): string {
  if (!isIndicatorTerms(terms)) return kind
  const { unit, comparator } = terms.definition
  return `${kind} ${comparator} ${unit}`
}

/** The mean `achieved` of the other peers in the views of a day for which it is known, and how many they are. */
export function peersOn(
  ledger: Ledger,
  key: string,
  own: number | null,
  day: DayNumber,
): { readonly average: number | null; readonly count: number } {
  const days = keptIn(ledger, KEPT, () => new Map())
  let sums = days.get(day)
  if (sums === undefined) {
    if (days.size >= DAYS_KEPT) days.clear()
    sums = peerSums(ledger, day)
    days.set(day, sums)
  }
  const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 }
  const others = own === null ? count : count - 1
  if (others <= 0) return NO_PEERS
  const sumOfOthers = own === null ? sum : minus(sum, inPeerUnits(own))
  return { average: quotientOf(sumOfOthers, PEER_UNIT * others), count: others }
}

/** Of a commitment whose policy does not ask. */
export const NO_PEERS = { average: null, count: 0 } as const

function peerSums(ledger: Ledger, day: DayNumber): ReadonlyMap<string, PeerSum> {
  const sums = new Map<string, PeerSum>()
  for (const id of ledger.tracks.ids()) {
    if (!id.startsWith('indicator/')) continue
    const track = ledger.tracks.get(id)
    const terms = track === undefined ? undefined : termsAt(track.terms, day)
    const judged = track === undefined ? undefined : judgeOn(track, day)
    const achieved = judged?.figures?.achieved ?? null
    if (track === undefined || terms === undefined || achieved === null) continue
    const share = quotientOf(achieved.n, achieved.d)
    if (share === null) continue
    const key = peerKey(track.kind, terms)
    const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 }
    sums.set(key, { sum: plus(sum, inPeerUnits(share)), count: count + 1 })
  }
  return sums
}
