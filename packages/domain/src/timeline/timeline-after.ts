import type { IsoDate } from '../calendar/date.ts'
import { type DayNumber, dayNumber } from '../calendar/day-number.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { Track } from '../commitment/track.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { horizonOf } from '../obligation/horizon.ts'
import { headerSteps } from '../plan/definition-steps.ts'
import type { Ledger } from '../view/ledger.ts'
import { firstDayOf, LATENESS_DAYS } from './asked-days.ts'
import { newRuns, type Runs, segmentsOf } from './segments-of.ts'
import type { Segment } from './timeline.ts'
import { prepare, type TimelineOptions } from './timeline-of.ts'

/**
 * The timeline of a commitment after facts were added, from the one before them: as timelineOf gives it. None of the
 * facts may be a definition, nor be true for a day before `from`: the views of earlier days do not hold them, so what
 * was the case on those days still is.
 */
export function timelineAfter(
  facts: PlanFacts,
  commitment: CommitmentId,
  before: readonly Segment[],
  from: IsoDate,
  options: Pick<TimelineOptions, 'policy' | 'engine'> = {},
): readonly Segment[] {
  const { ledger, policies } = prepare(facts, options)
  const track = ledger.tracks.get(commitment)
  if (track === undefined) return []
  const day = dayNumber(from)
  const stands = day !== null && day <= lastAsked(ledger, track, before)
  return stands
    ? segmentsOf(
        ledger,
        track,
        policies,
        Math.max(day, firstDayOf(track)),
        runsUntil(before, from, day),
      )
    : segmentsOf(ledger, track, policies)
}

/**
 * Up to when every day has been asked about that time alone may change. After that the last answer stands for the days
 * to come, until a later fact has them asked about.
 */
function lastAsked(ledger: Ledger, track: Track, [first]: readonly Segment[]): DayNumber {
  return askedUntil(ledger, Math.min(firstDayOf(track), (first && dayNumber(first.from)) ?? 0))
}

/** The same of a commitment that has been in view from a day on. */
export function askedUntil(ledger: Ledger, start: DayNumber): DayNumber {
  return Math.min(start + LATENESS_DAYS, horizonOf(headerSteps(ledger), start))
}

/** The runs of the days before a day. */
function runsUntil(segments: readonly Segment[], date: IsoDate, day: DayNumber): Runs {
  // Dates are in order as texts are.
  const kept = segments.filter(({ from }) => from < date)
  const last = kept.at(-1)
  if (last === undefined || (dayNumber(last.to) ?? 0) < day - 1) return newRuns(kept)
  return newRuns(kept.slice(0, -1), { ...last, from: dayNumber(last.from) ?? day })
}
