import type { ExtensionRequest } from '../fact/fact.ts'
import { checkDate, checkReason, checkText, findFact, isRefusal } from './checks.ts'
import type { DecideExtension, RequestExtension } from './command.ts'
import type { Decision } from './decision.ts'
import { findCommitment } from './find-commitment.ts'
import type { Known } from './known.ts'
import { mayGiveFor } from './may.ts'
import { type Refusal, refuse } from './refusal.ts'
import { baseOf, type Situation } from './situation.ts'

/** Asks for more time, before the due date only; one request at a time. */
export function requestExtension(situation: Situation, command: RequestExtension): Decision {
  const { today, known } = situation
  const refusals: Refusal[] = [
    ...checkReason('reason', command.reason),
    ...checkDate(situation, 'dueOn', command.dueOn),
  ]
  const commitment = findCommitment(situation, 'commitment', command.commitment)
  if ('code' in commitment) return { ok: false, refusals: [commitment, ...refusals] }
  const { dueOn, units } = commitment
  if (!mayGiveFor(situation.context.actor, command.type, units)) {
    refusals.push(refuse('NOT_YOUR_UNIT', 'commitment', { unit: units.join(', ') }))
  }
  if (dueOn === null) {
    refusals.push(refuse('NO_DUE_DATE', 'commitment', { commitment: command.commitment }))
  } else {
    if (today >= dueOn) refusals.push(refuse('DUE_DATE_PASSED', 'commitment', { dueOn, today }))
    if (command.dueOn <= dueOn) {
      refusals.push(refuse('NOT_LATER', 'dueOn', { dueOn: command.dueOn, current: dueOn }))
    }
  }
  const open = openRequest(known, command.commitment)
  if (open !== null) {
    refusals.push(refuse('ALREADY_REQUESTED', 'commitment', { request: open.id }))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  return {
    ok: true,
    facts: [
      {
        type: 'EXTENSION_REQUEST',
        ...baseOf(situation, today),
        commitment: command.commitment,
        dueOn: command.dueOn,
        reason: command.reason,
      },
    ],
  }
}

/** Grants or refuses a request; once granted the new date applies from today on. */
export function decideExtension(situation: Situation, command: DecideExtension): Decision {
  const request = findFact(situation, 'request', command.request, 'EXTENSION_REQUEST')
  if (isRefusal(request)) return { ok: false, refusals: [request] }
  const check = command.approved ? checkText : checkReason
  const refusals = [...check('reason', command.reason)]
  if (isDecided(situation.known, request)) {
    refusals.push(refuse('ALREADY_DECIDED', 'request', { request: request.id }))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  return {
    ok: true,
    facts: [
      {
        type: 'EXTENSION_DECISION',
        ...baseOf(situation, situation.today),
        request: request.id,
        approved: command.approved,
        ...(command.reason === undefined ? {} : { reason: command.reason }),
      },
    ],
  }
}

function isDecided(known: Known, request: ExtensionRequest): boolean {
  return known.about(`decision of ${request.id}`).length > 0
}

function openRequest(known: Known, commitment: string): ExtensionRequest | null {
  for (const fact of known.about(`request of ${commitment}`)) {
    if (fact.type !== 'EXTENSION_REQUEST' || known.supersededBy(fact.id) !== undefined) continue
    if (!isDecided(known, fact)) return fact
  }
  return null
}
