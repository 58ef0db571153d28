import type { IsoDate } from '../calendar/date.ts'
import { dayNumber } from '../calendar/day-number.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { PlanFacts } from '../fact/fact.ts'
import type { RuleEngine } from '../rule/engine.ts'
import { ledgerOf } from '../view/ledger-of.ts'
import { firstDayOf } from './asked-days.ts'
import { type Measured, measuredBy } from './measured-by.ts'
import { measuredDays } from './measured-days.ts'
import { type StepsSince, stepsSince } from './steps-since.ts'
import { askedUntil } from './timeline-after.ts'
import { ownPolicies } from './timeline-of.ts'

/**
 * What is measured of a commitment from day to day, all that is known being known: of an indicator over all days in
 * view, of others where there is anything to tell. The step that holds a day equals what its view says; points, where
 * the policy looks at lateness, until LATENESS_DAYS after the last change. With `changed`, the first day whose views
 * may be other than before, only the steps from there on where the earlier ones stand.
 */
export function measuredSteps(
  facts: PlanFacts,
  id: CommitmentId,
  engine?: RuleEngine,
  changed?: IsoDate,
): StepsSince<Measured> {
  const ledger = ledgerOf(facts, { engine })
  const track = ledger.tracks.get(id)
  if (track === undefined) return { since: null, steps: [] }
  const policies = ownPolicies(ledger)
  const day = changed === undefined ? null : dayNumber(changed)
  const stands = day !== null && day <= askedUntil(ledger, firstDayOf(track))
  return stepsSince(
    measuredDays(ledger, track, policies),
    stands ? day : null,
    measuredBy(ledger, track, policies),
    isSame,
  )
}

function isSame(a: Measured, b: Measured): boolean {
  if (a === b) return true
  return (
    a.unit === b.unit &&
    a.target === b.target &&
    a.actual === b.actual &&
    a.achieved === b.achieved &&
    a.weight === b.weight &&
    a.daysLate === b.daysLate &&
    a.points === b.points
  )
}
