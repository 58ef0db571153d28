import type { Observation, Review, ReviewState } from '../fact/fact.ts'
import { checkBatch, checkPastDate, checkReason, checkText, findFact, isRefusal } from './checks.ts'
import type { ReviewObservations } from './command.ts'
import type { Decision } from './decision.ts'
import type { Known } from './known.ts'
import { hasRole, mayReview } from './may.ts'
import { type Refusal, refuse } from './refusal.ts'
import { baseOf, type Situation } from './situation.ts'

const next: Readonly<Record<ReviewState, readonly ReviewState[]>> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['APPROVED', 'RETURNED'],
  RETURNED: ['SUBMITTED'],
  APPROVED: ['RETURNED'],
}

/** The state an observation has come to by its reviews. */
function reviewStateOf(known: Known, observation: Observation): ReviewState {
  for (const fact of [...known.about(`review of ${observation.id}`)].reverse()) {
    if (fact.type === 'REVIEW' && known.supersededBy(fact.id) === undefined) return fact.state
  }
  return observation.state
}

/** Submits, approves or returns reports: all of them, or none and every problem of each. */
export function reviewObservations(situation: Situation, command: ReviewObservations): Decision {
  const refusals = checkBatch(situation, 'reviews', command.reviews.length)
  if (refusals.length > 0) return { ok: false, refusals }
  const firstOfObservation = new Map<string, number>()
  const reviews: (() => Review)[] = []
  command.reviews.forEach((input, at) => {
    const path = `reviews.${at}`
    const first = firstOfObservation.get(input.observation)
    if (first !== undefined) refusals.push(refuse('DUPLICATE_IN_BATCH', path, { first }))
    firstOfObservation.set(input.observation, first ?? at)
    const observation = findFact(situation, `${path}.observation`, input.observation, 'OBSERVATION')
    if (isRefusal(observation)) {
      refusals.push(observation)
      return
    }
    refusals.push(...checkReview(situation, path, observation, input.state, input.reason))
    // It is true for the day the value is true for, so that a look back at that day finds it approved.
    reviews.push(() => ({
      type: 'REVIEW',
      ...baseOf(situation, observation.effectiveOn),
      observation: observation.id,
      state: input.state,
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    }))
  })
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, facts: reviews.map((make) => make()) }
}

function checkReview(
  situation: Situation,
  path: string,
  observation: Observation,
  to: Review['state'],
  reason: string | undefined,
): Refusal[] {
  const { actor } = situation.context
  const refusals: Refusal[] = []
  if (to !== 'SUBMITTED' && !mayReview(actor)) {
    refusals.push(refuse('NOT_ALLOWED', `${path}.state`, { roles: 'REVIEWER, ADMIN' }))
  } else if (
    !hasRole(actor, ['REVIEWER', 'ADMIN']) &&
    !actor.units.includes(observation.reporter)
  ) {
    refusals.push(refuse('NOT_YOUR_UNIT', `${path}.observation`, { unit: observation.reporter }))
  }
  const from = reviewStateOf(situation.known, observation)
  if (!next[from].includes(to)) refusals.push(refuse('WRONG_STATE', `${path}.state`, { from, to }))
  refusals.push(
    ...checkPastDate(situation, `${path}.observation`, observation.effectiveOn),
    ...(to === 'RETURNED' ? checkReason : checkText)(`${path}.reason`, reason),
  )
  return refusals
}
