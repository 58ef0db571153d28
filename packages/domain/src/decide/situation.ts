import type { Instant, IsoDate } from '../calendar/date.ts'
import type { FactBase, PlanFacts } from '../fact/fact.ts'
import type { PlanHeader } from '../plan/plan.ts'
import type { DecisionContext } from './decision.ts'
import type { Known } from './known.ts'

/** What a command on an existing plan is decided in. */
export interface Situation {
  readonly facts: PlanFacts
  readonly known: Known
  readonly context: DecisionContext
  readonly header: PlanHeader
  /** Today in the plan's time zone. */
  readonly today: IsoDate
  /** What new facts carry: now, or the last fact's instant where the clock is a little behind it. */
  readonly recordedAt: Instant
}

/** What every new fact carries. */
export function baseOf(situation: Situation, effectiveOn: IsoDate, note?: string): FactBase {
  return {
    id: situation.context.newId(),
    effectiveOn,
    recordedAt: situation.recordedAt,
    recordedBy: situation.context.actor.name,
    ...(note === undefined ? {} : { note }),
  }
}
