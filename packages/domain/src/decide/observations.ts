import type { Observation } from '../fact/fact.ts'
import {
  checkBatch,
  checkPastDate,
  checkReason,
  checkText,
  findFact,
  isRefusal,
  NONE,
} from './checks.ts'
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
  const seen: Seen = new Map()
  const values: string[] = []
  inputs.forEach((input, at) => {
    const checked = checkObservation(situation, command.type, input)
    values.push(checked.value)
    const found = [...checked.refusals, ...checkStanding(situation, input)]
    const first = firstLike(seen, input, at)
    if (first !== at) found.push(refuse('DUPLICATE_IN_BATCH', '', { first }))
    // Thousands are in order: only of those that are not is the path put together.
    if (found.length > 0) refusals.push(...found.map((it) => within(`observations.${at}`, it)))
  })
  if (refusals.length > 0) return { ok: false, refusals }
  return {
    ok: true,
    facts: inputs.map((input, at) => observationOf(situation, input, values[at] ?? input.value)),
  }
}

/** The places of reports in a batch by the code of their subject, and by all else that a report may be there once of. */
type Seen = Map<string, Map<string, number>>

/** The place of the first report in a batch of the same subject, reporter and day; its own where it is that. */
function firstLike(
  seen: Seen,
  { of, reporter, effectiveOn }: ObservationInput,
  at: number,
): number {
  const ofCode = seen.get(of.code) ?? new Map<string, number>()
  if (ofCode.size === 0) seen.set(of.code, ofCode)
  // With the length no two of them run into one.
  const key = `${of.kind} ${reporter.length} ${reporter}${effectiveOn}`
  const first = ofCode.get(key) ?? at
  if (first === at) ofCode.set(key, at)
  return first
}

function within(path: string, refusal: Refusal): Refusal {
  return { ...refusal, path: refusal.path === '' ? path : `${path}.${refusal.path}` }
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
  const checked = checkObservation(situation, command.type, input)
  const refusals = [...checked.refusals, ...checkReason('reason', command.reason)]
  if (input.effectiveOn !== old.effectiveOn) {
    refusals.push(...checkPastDate(situation, 'observation', old.effectiveOn))
    refusals.push(...checkStanding(situation, input))
  }
  if (refusals.length > 0) return { ok: false, refusals }
  const fact = observationOf(situation, input, checked.value)
  return { ok: true, facts: [{ ...fact, supersedes: old.id }] }
}

function observationOf(situation: Situation, input: ObservationInput, value: string): Observation {
  const { of, effectiveOn, reporter, state = 'SUBMITTED', note, evidence, synthetic } = input
  const { id, recordedAt, recordedBy } = baseOf(situation, effectiveOn)
  // Written out: put together from parts each of thousands takes several times the memory.
  const fact: Writable<Observation> = {
    type: 'OBSERVATION',
    id,
    effectiveOn,
    recordedAt,
    recordedBy,
    of,
    value,
    reporter,
    state,
  }
  if (note !== undefined) fact.note = note
  if (evidence !== undefined) fact.evidence = evidence
  if (synthetic !== undefined) fact.synthetic = synthetic
  return fact
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

interface CheckedObservation {
  /** In the unit its subject is kept in; as it was given where there is a refusal. */
  readonly value: string
  /** Their paths are those of the input. */
  readonly refusals: readonly Refusal[]
}

function checkObservation(
  situation: Situation,
  command: 'REPORT_OBSERVATIONS' | 'CORRECT_OBSERVATION',
  input: ObservationInput,
): CheckedObservation {
  const { known, context } = situation
  const refusals: Refusal[] = []
  let { value } = input
  const subject = known.definition(input.of.kind, input.of.code)
  if (subject === undefined) {
    refusals.push(refuse('UNKNOWN_CODE', 'of.code', input.of))
  } else if ('accumulation' in subject && isComputed(subject.accumulation)) {
    const { code, accumulation } = subject
    refusals.push(refuse('NOT_OBSERVABLE', 'of.code', { code, accumulation }))
  } else {
    const converted = convertReported(known, input)
    if (typeof converted === 'string') value = converted
    else refusals.push(...converted)
  }
  if (known.definition('UNIT', input.reporter) === undefined) {
    refusals.push(refuse('UNKNOWN_CODE', 'reporter', { kind: 'UNIT', code: input.reporter }))
  } else if (!mayGiveFor(context.actor, command, [input.reporter])) {
    refusals.push(refuse('NOT_YOUR_UNIT', 'reporter', { unit: input.reporter }))
  }
  if (input.state === 'APPROVED' && !mayReview(context.actor)) {
    refusals.push(refuse('NOT_ALLOWED', 'state', { roles: 'REVIEWER, ADMIN' }))
  }
  refusals.push(
    ...checkPastDate(situation, 'effectiveOn', input.effectiveOn),
    ...checkText('note', input.note),
    ...checkText('evidence', input.evidence),
  )
  return { value, refusals }
}

function isComputed(accumulation: string): boolean {
  return accumulation === 'RATIO' || accumulation === 'DERIVED'
}

/** One reporter says one value for one day; another value is a correction of it. */
function checkStanding({ known }: Situation, input: ObservationInput): readonly Refusal[] {
  for (const fact of known.observedOn(input.of, input.effectiveOn)) {
    if (fact.reporter === input.reporter && known.supersededBy(fact.id) === undefined) {
      return [refuse('DUPLICATE', '', { fact: fact.id })]
    }
  }
  return NONE
}
