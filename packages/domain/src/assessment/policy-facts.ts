import { monthOfDay } from '../calendar/day-arithmetic.ts'
import type { DayNumber } from '../calendar/day-number.ts'
import type { Track } from '../commitment/track.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { lastYearActual } from '../indicator/last-year.ts'
import type { Share } from '../indicator/span-progress.ts'
import { quotientOf } from '../indicator/whole.ts'
import { numberIn } from '../indicator/whole-number.ts'
import type { PolicyNeeds } from '../policy/policy-needs.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { numberOf, parseExact } from '../quantity/exact.ts'
import type { PolicyFacts } from '../rule/engine.ts'
import type { Ledger } from '../view/ledger.ts'
import { type Judged, judgeOn } from './judge.ts'
import { NO_PEERS, peerKey, peersOn } from './peers.ts'

/** What is to be looked up beyond the commitment itself; what is not asked for is given as not known. */
export type PolicyLookups = Pick<PolicyNeeds, 'peers' | 'lastYear' | 'monthsBehind'>

/** Everything a policy may ask for. */
export const ALL_LOOKUPS: PolicyLookups = { peers: true, lastYear: true, monthsBehind: true }

/** What a policy's conditions see of a commitment on a day. */
export function policyFactsOf(
  ledger: Ledger,
  judged: Judged,
  lookups: PolicyLookups = ALL_LOOKUPS,
): PolicyFacts {
  const { evaluation, figures } = judged
  const { track, terms, state, day } = evaluation
  const achieved = figures === null ? null : numberOfShare(figures.achieved)
  const actual = numberIn(state.n, state.over, track.scale)
  const { definition } = terms
  return {
    kind: track.kind,
    status: evaluation.status,
    modality: definition.modality ?? null,
    achieved,
    expected: figures === null ? null : numberOfShare(figures.expected),
    gapPoints: figures === null ? null : figures.gapPoints,
    actual,
    target: isIndicatorTerms(terms) ? numberIn(terms.target, 1, track.scale) : null,
    daysLate: evaluation.daysLate ?? 0,
    monthsLate: evaluation.monthsLate,
    daysToDue: evaluation.daysToDue,
    timesRescheduled: terms.timesRescheduled,
    weight: definition.weight === undefined ? 1 : weightOf(definition.weight),
    monthsBehind: lookups.monthsBehind ? monthsBehind(track, day) : 0,
    peers: lookups.peers ? peersOn(ledger, peerKey(track.kind, terms), achieved, day) : NO_PEERS,
    lastYear: lookups.lastYear ? lastYearOf(ledger, judged, actual) : NO_LAST_YEAR,
  }
}

const NO_LAST_YEAR = { actual: null, changePercent: null } as const

function numberOfShare(share: Share | null): number | null {
  return share === null ? null : quotientOf(share.n, share.d)
}

/** A weight as a double; 1 where the text is no decimal. */
export function weightOf(weight: Decimal): number {
  const exact = parseExact(weight)
  return exact === null ? 1 : numberOf(exact)
}

/** Consecutive month ends up to a day at which the commitment stood behind its pace or overdue. */
export function monthsBehind(track: Track, day: DayNumber): number {
  let months = 0
  const { first, last } = monthOfDay(day)
  let monthEnd = last === day ? day : first - 1
  for (;;) {
    const judged = judgeOn(track, monthEnd)
    if (judged === undefined) return months
    const behind = judged.evaluation.status === 'OVERDUE' || judged.figures?.pace === 'BEHIND'
    if (!behind) return months
    months++
    monthEnd = monthOfDay(monthEnd).first - 1
  }
}

function lastYearOf(
  ledger: Ledger,
  { evaluation }: Judged,
  actual: number | null,
): PolicyFacts['lastYear'] {
  const { terms } = evaluation
  if (!isIndicatorTerms(terms)) return NO_LAST_YEAR
  const before = lastYearActual(ledger, evaluation, terms)
  if (before === null) return NO_LAST_YEAR
  const change = actual === null ? null : ((actual - before) / Math.abs(before)) * 100
  return {
    actual: before,
    changePercent: change !== null && Number.isFinite(change) ? change : null,
  }
}
