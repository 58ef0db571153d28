import type { Observation } from '../fact/fact.ts'
import { checkBatch, checkPastDate, checkReason, checkText, findFact, isRefusal } from './checks.ts'
import type { CorrectObservation, ObservationInput, ReportObservations } from './command.ts'
import type { Decision } from './decision.ts'
import { mayGiveFor, mayReview } from './may.ts'
import { newObserved } from './observed.ts'
import { type Refusal, refuse } from './refusal.ts'
import { convertReported } from './reported-value.ts'
import { baseOf, type Situation } from './situation.ts'

/** Reports values: all of them, or none and every problem of each. */
export function reportObservations(situation: Situation, command: ReportObservations): Decision {
  const inputs = command.observations
  const refusals = checkBatch(situation, 'observations', inputs.length)
  if (refusals.length > 0) return { ok: false, refusals }
  const seen = newObserved<ObservationInput>()
  const values: string[] = []
  inputs.forEach((input, at) => {
    const found: Refusal[] = []
    values.push(checkObservation(situation, command.type, input, found))
    checkStanding(situation, input, found)
    const first = seen.on(input.of, input.effectiveOn).find(isBy(input.reporter))
    if (first === undefined) seen.add(input)
    else found.push(refuse('DUPLICATE_IN_BATCH', '', { first: inputs.indexOf(first) }))
    // Thousands are in order: only of those that are not is the path put together.
    for (const each of found) refusals.push(within(`observations.${at}`, each))
  })
  if (refusals.length > 0) return { ok: false, refusals }
  return {
    ok: true,
    facts: inputs.map((input, at) => observationOf(situation, input, values[at] ?? input.value)),
  }
}

function isBy(reporter: string): (each: { readonly reporter: string }) => boolean {
  return (each) => each.reporter === reporter
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
  const refusals: Refusal[] = []
  const value = checkObservation(situation, command.type, input, refusals)
  refusals.push(...checkReason('reason', command.reason))
  if (input.effectiveOn !== old.effectiveOn) {
    refusals.push(...checkPastDate(situation, 'observation', old.effectiveOn))
    checkStanding(situation, input, refusals)
  }
  if (refusals.length > 0) return { ok: false, refusals }
  const fact = observationOf(situation, input, value)
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

/**
 * A reported value in the unit its subject is kept in; as it was given where something is against it, which is added to
 * the refusals. Their paths are those of the input. Collected in one list, for there are thousands to check.
 */
function checkObservation(
  situation: Situation,
  command: 'REPORT_OBSERVATIONS' | 'CORRECT_OBSERVATION',
  input: ObservationInput,
  refusals: Refusal[],
): string {
  const { known, context } = situation
  const { kind, code } = input.of
  let { value } = input
  const indicator = kind === 'INDICATOR' ? known.definition(kind, code) : undefined
  const project = kind === 'PROJECT' ? known.definition(kind, code) : undefined
  if (indicator === undefined && project === undefined) {
    refusals.push(refuse('UNKNOWN_CODE', 'of.code', input.of))
  } else if (indicator !== undefined && isComputed(indicator.accumulation)) {
    const { accumulation } = indicator
    refusals.push(refuse('NOT_OBSERVABLE', 'of.code', { code, accumulation }))
  } else {
    const home = indicator?.unit ?? project?.investment?.unit
    const converted = convertReported(known, input, home)
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
  for (const each of checkPastDate(situation, 'effectiveOn', input.effectiveOn)) refusals.push(each)
  for (const each of checkText('note', input.note)) refusals.push(each)
  for (const each of checkText('evidence', input.evidence)) refusals.push(each)
  return value
}

function isComputed(accumulation: string): boolean {
  return accumulation === 'RATIO' || accumulation === 'DERIVED'
}

/** One reporter says one value for one day; another value is a correction of it. */
function checkStanding(
  { known }: Situation,
  { of, effectiveOn, reporter }: ObservationInput,
  refusals: Refusal[],
): void {
  const standing = known
    .observedOn(of, effectiveOn)
    .find((fact) => fact.reporter === reporter && known.supersededBy(fact.id) === undefined)
  if (standing !== undefined) refusals.push(refuse('DUPLICATE', '', { fact: standing.id }))
}
