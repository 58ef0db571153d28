import { stateAt } from '../commitment/track.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { textIn } from '../indicator/whole-number.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { BEFORE_ALL } from '../view/epochs.ts'
import type { Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import type { Reason } from './assessment.ts'
import type { Evaluation } from './evaluation.ts'
import type { Judged } from './judge.ts'
import { dateText, knownParams, makeReason } from './make-reason.ts'
import type { ReasonCode } from './reason.ts'

/** Why the status is what it is: the codes of a timeline's segments. */
export function statusCodes({ evaluation }: Judged): readonly ReasonCode[] {
  const { status, terms, state, breachedOn } = evaluation
  const codes: ReasonCode[] = [status]
  if (status === 'WAIVED' || status === 'MET' || status === 'MET_LATE') return codes
  if (breachedOn !== null) codes.push('BREACHED')
  else if (state.trouble !== null) codes.push(state.trouble.code)
  else if (isIndicatorTerms(terms) && state.n === null) codes.push('NO_DATA')
  else if (hasFallenBack(evaluation)) codes.push('FELL_BACK')
  else if (state.holds === false) codes.push(isIndicatorTerms(terms) ? 'SHORT' : 'NOT_YET')
  else if (state.holds === true && terms.dueDay !== null) codes.push('JUDGED_AT_DUE')
  if (terms.dueDay === null) codes.push('NO_DUE_DATE')
  return codes
}

function hasFallenBack({ epoch, state, terms }: Evaluation): boolean {
  if (state.holds !== false) return false
  const since = epoch.since(state)
  if (since === BEFORE_ALL) return false
  if (isIndicatorTerms(terms) && terms.fulfilment !== 'REACH') return false
  return stateAt(epoch, since - 1).holds === true
}

/** The reasons of a status, with parameters and facts. */
export function statusReasons(ledger: Ledger, judged: Judged): readonly Reason[] {
  const { evaluation } = judged
  return statusCodes(judged).map((code) => {
    const { params, facts } = detailsOf(ledger, evaluation, code)
    return makeReason(code, knownParams(params), facts)
  })
}

interface Details {
  readonly params: Readonly<Record<string, string | number | null>>
  readonly facts: readonly string[]
}

function detailsOf(ledger: Ledger, evaluation: Evaluation, code: ReasonCode): Details {
  const details = DETAILS[code]
  if (details !== undefined) return details(ledger, evaluation)
  const { state, epoch, day } = evaluation
  return { params: state.trouble?.params ?? {}, facts: epoch.evidence(day) }
}

const DETAILS: Partial<Record<ReasonCode, (ledger: Ledger, evaluation: Evaluation) => Details>> = {
  WAIVED: (_, { terms: { waiver } }) => ({
    params: { on: waiver?.fact.effectiveOn ?? null, reason: waiver?.fact.reason ?? null },
    facts: factsOf(waiver?.fact.id),
  }),
  MET: metDetails,
  MET_LATE: metDetails,
  OVERDUE: (_, evaluation) => ({
    params: { due: dueText(evaluation), days: evaluation.daysLate, months: evaluation.monthsLate },
    facts: dueFacts(evaluation),
  }),
  DUE_SOON: waitingDetails,
  PENDING: waitingDetails,
  BREACHED: (_, { epoch, track, breachedOn, day }) => {
    const on = breachedOn ?? day
    const breach = stateAt(epoch, on)
    const actual = textIn(breach.n, breach.over, track.scale)
    return { params: { on: dateText(on), actual }, facts: epoch.evidence(on) }
  },
  FELL_BACK: (_, { state, epoch }) => ({
    params: { on: dateText(epoch.since(state)) },
    facts: epoch.evidence(epoch.since(state)),
  }),
  SHORT: judgedDetails,
  JUDGED_AT_DUE: judgedDetails,
  UNKNOWN: () => ({ params: {}, facts: [] }),
  NO_DUE_DATE: (_, evaluation) => ({ params: {}, facts: dueFacts(evaluation) }),
}

function metDetails(ledger: Ledger, evaluation: Evaluation): Details {
  const { metOn, daysLate, day, epoch } = evaluation
  const facts = epoch.evidence(metOn ?? day)
  return {
    params: { on: dateText(metOn), due: dueText(evaluation), days: daysLate },
    facts: facts.length > 0 ? facts : definedBy(ledger, evaluation),
  }
}

function waitingDetails(_: Ledger, evaluation: Evaluation): Details {
  return {
    params: { due: dueText(evaluation), days: evaluation.daysToDue },
    facts: dueFacts(evaluation),
  }
}

function judgedDetails(_: Ledger, evaluation: Evaluation): Details {
  return { params: { due: dueText(evaluation) }, facts: evaluation.epoch.evidence(evaluation.day) }
}

function dueFacts({ terms }: Evaluation): readonly string[] {
  return factsOf(terms.dueChanges.at(-1)?.fact)
}

function definedBy(ledger: Ledger, { track, terms, day }: Evaluation): readonly string[] {
  if (track.kind === 'OBLIGATION') return []
  const steps = definitionSteps(ledger, track.kind, terms.definition.code)
  return factsOf(steps[stepIndex(steps, day)]?.fact?.fact.id)
}

function factsOf(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id]
}

function dueText({ terms }: Evaluation): string | null {
  return dateText(terms.dueDay)
}
