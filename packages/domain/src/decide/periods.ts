import type { PeriodLock } from '../fact/fact.ts'
import { checkDate, checkReason } from './checks.ts'
import type { ClosePeriod, ReopenPeriod } from './command.ts'
import type { Decision } from './decision.ts'
import { type Refusal, refuse } from './refusal.ts'
import { baseOf, type Situation } from './situation.ts'

/** Ends reporting for the days up to a date that is not ahead. */
export function closePeriod(situation: Situation, command: ClosePeriod): Decision {
  const { through, reason } = command
  const { today } = situation
  const refusals = checkPeriod(situation, command)
  if (through > today) refusals.push(refuse('DATE_IN_FUTURE', 'through', { date: through, today }))
  const closed = situation.known.closedThrough(through)
  if (closed !== null) {
    refusals.push(refuse('PERIOD_CLOSED', 'through', { date: through, through: closed }))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, facts: [lock(situation, through, false, reason)] }
}

/** Opens the days up to a date again, by a logged and reasoned act. */
export function reopenPeriod(situation: Situation, command: ReopenPeriod): Decision {
  const { through, reason } = command
  const refusals = checkPeriod(situation, command)
  if (situation.known.closedThrough(through) === null) {
    refusals.push(refuse('PERIOD_OPEN', 'through', { through }))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, facts: [lock(situation, through, true, reason)] }
}

function checkPeriod(situation: Situation, command: ClosePeriod | ReopenPeriod): Refusal[] {
  return [
    ...checkDate(situation, 'through', command.through),
    ...checkReason('reason', command.reason),
  ]
}

function lock(situation: Situation, through: string, open: boolean, reason: string): PeriodLock {
  return { type: 'PERIOD_LOCK', ...baseOf(situation, situation.today), through, open, reason }
}
