import { checkForceDate, checkPastDate, checkReason } from './checks.ts'
import type { AssignUnit, Judge, WaiveCommitment } from './command.ts'
import type { Decision } from './decision.ts'
import { findCommitment } from './find-commitment.ts'
import { latestOn } from './latest.ts'
import { type Refusal, refuse } from './refusal.ts'
import { baseOf, type Situation } from './situation.ts'

/** Excuses a commitment from a day on, or ends that. */
export function waiveCommitment(situation: Situation, command: WaiveCommitment): Decision {
  const { known } = situation
  const { commitment, reason, approved = true } = command
  const effectiveOn = command.effectiveOn ?? situation.today
  const refusals: Refusal[] = [
    ...checkCommitment(situation, commitment),
    ...checkReason('reason', reason),
    ...checkForceDate(situation, 'effectiveOn', effectiveOn),
  ]
  const standing = latestOn(
    known,
    known.ofType('WAIVER'),
    effectiveOn,
    (it) => it.commitment === commitment,
  )
  if ((standing?.approved ?? false) === approved) {
    refusals.push(refuse('NO_CHANGE', 'approved', { current: String(approved) }))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  const base = baseOf(situation, effectiveOn)
  return { ok: true, facts: [{ type: 'WAIVER', ...base, commitment, approved, reason }] }
}

/** Gives a unit a part in a commitment, or takes it away. */
export function assignUnit(situation: Situation, command: AssignUnit): Decision {
  const { known } = situation
  const { commitment, unit, role, assigned = true } = command
  const effectiveOn = command.effectiveOn ?? situation.today
  const found = findCommitment(situation, 'commitment', commitment)
  const refusals: Refusal[] = [
    ...('code' in found ? [found] : []),
    ...checkForceDate(situation, 'effectiveOn', effectiveOn),
  ]
  if (known.definition('UNIT', unit) === undefined) {
    refusals.push(refuse('UNKNOWN_CODE', 'unit', { kind: 'UNIT', code: unit }))
  }
  const standing = latestOn(
    known,
    known.ofType('ASSIGNMENT'),
    effectiveOn,
    (it) => it.commitment === commitment && it.unit === unit && it.role === role,
  )
  const byDefinition =
    !('code' in found) && found.defined.some((it) => it.unit === unit && it.role === role)
  if ((standing?.assigned ?? byDefinition) === assigned) {
    refusals.push(refuse('NO_CHANGE', 'assigned', { current: String(assigned) }))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  const base = baseOf(situation, effectiveOn)
  return { ok: true, facts: [{ type: 'ASSIGNMENT', ...base, commitment, unit, role, assigned }] }
}

/** Records what a person thinks of a commitment on a day. */
export function judge(situation: Situation, command: Judge): Decision {
  const { commitment, light, reason } = command
  const on = command.on ?? situation.today
  const refusals: Refusal[] = [
    ...checkCommitment(situation, commitment),
    ...checkReason('reason', reason),
    ...checkPastDate(situation, 'on', on),
  ]
  if (refusals.length > 0) return { ok: false, refusals }
  const base = baseOf(situation, on)
  return { ok: true, facts: [{ type: 'JUDGEMENT', ...base, commitment, light, reason }] }
}

function checkCommitment(situation: Situation, id: string): Refusal[] {
  const found = findCommitment(situation, 'commitment', id)
  return 'code' in found ? [found] : []
}
