import { lightOf } from '../assessment/assess-track.ts'
import type { Status } from '../assessment/assessment.ts'
import { type Judged, judgeOn } from '../assessment/judge.ts'
import { policyFactsOf } from '../assessment/policy-facts.ts'
import { statusCodes } from '../assessment/status-reasons.ts'
import { type DayNumber, dateOfDay, LAST_DAY } from '../calendar/day-number.ts'
import type { Track } from '../commitment/track.ts'
import { expectedShare, movingDays } from '../indicator/expected-share.ts'
import { gapOf } from '../indicator/figures.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { quotientOf } from '../indicator/whole.ts'
import type { Light } from '../policy/policy.ts'
import type { PolicyInForce } from '../policy/policy-at.ts'
import { type DayNeeds, policyNeeds } from '../policy/policy-needs.ts'
import type { PolicyFacts } from '../rule/engine.ts'
import type { Ledger } from '../view/ledger.ts'
import { askedDays, firstDayOf } from './asked-days.ts'
import type { Segment } from './timeline.ts'

/** Which policy lights on which days. */
export interface PolicySchedule {
  /** Days on which another may come into force. */
  readonly days: readonly DayNumber[]
  at(day: DayNumber): PolicyInForce
  /** What the lights of any of them read. */
  readonly needs: DayNeeds
  /** What the points of any of them read. */
  readonly scoreNeeds: DayNeeds
}

/**
 * The segments of a commitment: every day of every view that holds it, the first day it is in view to 9999-12-31. They
 * follow each other without overlap, with a gap only where the commitment is taken out of the plan, and neighbours
 * differ in status or light. From a later day on they go on from the runs of the days before it.
 */
export function segmentsOf(
  ledger: Ledger,
  track: Track,
  policies: PolicySchedule,
  start: DayNumber = firstDayOf(track),
  runs: Runs = newRuns([]),
): readonly Segment[] {
  const days = askedDays(ledger, track, start, policies)
  days.forEach((day, at) => {
    const judged = judgeOn(track, day)
    if (judged === undefined) {
      runs.end(day)
      return
    }
    const policy = policies.at(day)
    const { light } = lightOf(ledger, judged, policy)
    runs.add(day, judged.evaluation.status, light, judged)
    const next = days[at + 1] ?? LAST_DAY + 1
    if (policyNeeds(policy.compiled).paced) walkPace(ledger, judged, policy, next, runs)
  })
  runs.end(LAST_DAY + 1)
  return runs.segments
}

/** Segments that are being put together. */
export interface Runs {
  readonly segments: Segment[]
  add(day: DayNumber, status: Status, light: Light, judged: Judged): void
  /** Nothing is in view from that day on. */
  end(day: DayNumber): void
}

/** A segment whose last day is not known yet. */
export type Run = Pick<Segment, 'status' | 'light' | 'reasons'> & { readonly from: DayNumber }

/** Runs that go on from these segments, the last of which may be open. */
export function newRuns(segments: Segment[], open?: Run): Runs {
  function end(day: DayNumber): void {
    if (open === undefined) return
    const { status, light, reasons } = open
    const from = dateOfDay(open.from)
    const to = dateOfDay(day - 1)
    if (from !== null && to !== null) segments.push({ from, to, status, light, reasons })
    open = undefined
  }

  return {
    segments,
    end,
    add: (day, status, light, judged) => {
      if (open !== undefined && open.status === status && open.light === light) return
      end(day)
      open = { from: day, status, light, reasons: statusCodes(judged) }
    },
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Day by day while only what is expected moves: the light may follow the gap. */
function walkPace(
  ledger: Ledger,
  judged: Judged,
  { compiled }: PolicyInForce,
  next: DayNumber,
  runs: Runs,
): void {
  const { evaluation, figures } = judged
  const { terms, status, day } = evaluation
  if (figures === null || figures.progress === null || !isIndicatorTerms(terms)) return
  const moving = movingDays(terms)
  if (moving === null) return
  const first = Math.max(day + 1, moving.first)
  const last = Math.min(next - 1, moving.last)
  if (first > last) return
  const facts: Writable<PolicyFacts> = policyFactsOf(ledger, judged, policyNeeds(compiled))
  for (let on = first; on <= last; on++) {
    const expected = expectedShare(terms, on)
    facts.expected = expected === null ? null : quotientOf(expected.n, expected.d)
    facts.gapPoints = expected === null ? null : gapOf(figures.progress, expected, terms.ceiling)
    if (facts.daysToDue !== null && terms.dueDay !== null) facts.daysToDue = terms.dueDay - on
    runs.add(on, status, compiled.lightOf(facts).light, judged)
  }
}
