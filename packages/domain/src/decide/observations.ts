import type { IsoDate } from '../calendar/date.ts'
import type { Observation } from '../fact/fact.ts'
import { checkBatch, checkPastDate, checkReason, checkText, findFact, isRefusal } from './checks.ts'
import type { CorrectObservation, ObservationInput, ReportObservations } from './command.ts'
import type { Decision } from './decision.ts'
import { mayGiveFor, mayReview } from './may.ts'
import { type Refusal, refuse } from './refusal.ts'
import { convertReported } from './reported-value.ts'
import { baseOf, type Situation } from './situation.ts'

/** Reports values: all of them, or none and every problem of each. */
export function reportObservations(situation: Situation, command: ReportObservations): Decision {
  const inputs = command.observations
  const refusals = checkBatch(situation, 'observations', inputs.length)
  if (refusals.length > 0) return { ok: false, refusals }
  const firstOfKey = new Map<string, number>()
  inputs.forEach((input, at) => {
    const path = `observations.${at}`
    refusals.push(...checkObservation(situation, command.type, path, input))
    refusals.push(...checkStanding(situation, path, input))
    const key = JSON.stringify([input.of.kind, input.of.code, input.reporter, input.effectiveOn])
    const first = firstOfKey.get(key)
    if (first === undefined) firstOfKey.set(key, at)
    else refusals.push(refuse('DUPLICATE_IN_BATCH', path, { first }))
  })
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, facts: inputs.map((input) => observationOf(situation, input)) }
}

/** Puts a new value in the place of a reported one; the old one is kept and still answers for the past. */
export function correctObservation(situation: Situation, command: CorrectObservation): Decision {
  const old = findFact(situation, 'observation', command.observation, 'OBSERVATION')
  if (isRefusal(old)) return { ok: false, refusals: [old] }
  const input: ObservationInput = {
    of: old.of,
    reporter: old.reporter,
    value: command.value,
    effectiveOn: command.effectiveOn ?? old.effectiveOn,
    note: command.reason,
    ...(command.unit === undefined ? {} : { unit: command.unit }),
    ...(command.state === undefined ? {} : { state: command.state }),
    ...(command.evidence === undefined ? {} : { evidence: command.evidence }),
    ...(old.synthetic === undefined ? {} : { synthetic: old.synthetic }),
  }
  const refusals = [
    ...checkObservation(situation, command.type, '', input),
    ...checkReason('reason', command.reason),
  ]
  if (input.effectiveOn !== old.effectiveOn) {
    refusals.push(...checkPastDate(situation, 'observation', old.effectiveOn))
    refusals.push(...checkStanding(situation, '', input))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, facts: [{ ...observationOf(situation, input), supersedes: old.id }] }
}

function observationOf(situation: Situation, input: ObservationInput): Observation {
  return {
    type: 'OBSERVATION',
    ...baseOf(situation, input.effectiveOn, input.note),
    of: input.of,
    value: valueInUnit(situation, input),
    reporter: input.reporter,
    state: input.state ?? 'SUBMITTED',
    ...(input.evidence === undefined ? {} : { evidence: input.evidence }),
    ...(input.synthetic === undefined ? {} : { synthetic: input.synthetic }),
  }
}

function valueInUnit(situation: Situation, input: ObservationInput): string {
  const value = convertReported(situation.known, input)
  // Checked before: a problem with the value was refused.
  if (typeof value !== 'string') return input.value
  return value
}

function checkObservation(
  situation: Situation,
  command: 'REPORT_OBSERVATIONS' | 'CORRECT_OBSERVATION',
  path: string,
  input: ObservationInput,
): Refusal[] {
  const { known, context } = situation
  const at = (field: string) => (path === '' ? field : `${path}.${field}`)
  const refusals: Refusal[] = []
  const subject = known.definition(input.of.kind, input.of.code)
  if (subject === undefined) {
    refusals.push(refuse('UNKNOWN_CODE', at('of.code'), input.of))
  } else if ('accumulation' in subject && isComputed(subject.accumulation)) {
    const { code, accumulation } = subject
    refusals.push(refuse('NOT_OBSERVABLE', at('of.code'), { code, accumulation }))
  } else {
    const value = convertReported(known, input)
    if (typeof value !== 'string')
      refusals.push(...value.map((it) => ({ ...it, path: at(it.path) })))
  }
  if (known.definition('UNIT', input.reporter) === undefined) {
    refusals.push(refuse('UNKNOWN_CODE', at('reporter'), { kind: 'UNIT', code: input.reporter }))
  } else if (!mayGiveFor(context.actor, command, [input.reporter])) {
    refusals.push(refuse('NOT_YOUR_UNIT', at('reporter'), { unit: input.reporter }))
  }
  if (input.state === 'APPROVED' && !mayReview(context.actor)) {
    refusals.push(refuse('NOT_ALLOWED', at('state'), { roles: 'REVIEWER, ADMIN' }))
  }
  refusals.push(
    ...checkPastDate(situation, at('effectiveOn'), input.effectiveOn),
    ...checkText(at('note'), input.note),
    ...checkText(at('evidence'), input.evidence),
  )
  return refusals
}

function isComputed(accumulation: string): boolean {
  return accumulation === 'RATIO' || accumulation === 'DERIVED'
}

/** One reporter says one value for one day; another value is a correction of it. */
function checkStanding(situation: Situation, path: string, input: ObservationInput): Refusal[] {
  const standing = standingObservation(situation, input.of, input.reporter, input.effectiveOn)
  return standing === null ? [] : [refuse('DUPLICATE', path, { fact: standing.id })]
}

function standingObservation(
  { known }: Situation,
  of: Observation['of'],
  reporter: string,
  effectiveOn: IsoDate,
): Observation | null {
  for (const fact of known.about(`observation of ${of.kind}/${of.code}`)) {
    if (
      fact.type === 'OBSERVATION' &&
      fact.effectiveOn === effectiveOn &&
      fact.reporter === reporter &&
      known.supersededBy(fact.id) === undefined
    ) {
      return fact
    }
  }
  return null
}
