import { type DayNumber, dateOfDay } from '../calendar/day-number.ts'
import type { Epoch, State } from '../commitment/track.ts'
import { stateAt } from '../commitment/track.ts'
import { type Figures, gapShare } from '../indicator/figures.ts'
import type { IndicatorTerms } from '../indicator/indicator-terms.ts'
import { isIndicatorTerms, targetChanges } from '../indicator/indicator-terms.ts'
import type { Share } from '../indicator/span-progress.ts'
import { decimalOfRatio } from '../indicator/whole.ts'
import { textIn } from '../indicator/whole-number.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { BEFORE_ALL } from '../view/epochs.ts'
import type { Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import type { Reason } from './assessment.ts'
import type { Evaluation } from './evaluation.ts'
import type { Judged } from './judge.ts'
import type { ReasonCode } from './reason.ts'

/** Decimal places of shares and of percentage points. */
export const SHARE_PLACES = 10
export const POINT_PLACES = 8

/** A share as text, rounded at SHARE_PLACES. */
export function textOfShare(share: Share | null): string | null {
  return share === null ? null : decimalOfRatio(share.n, share.d, SHARE_PLACES)
}

/** The gap as text, rounded at POINT_PLACES. */
export function textOfGap(
  { progress, expected, gapPoints }: Figures,
  ceiling: boolean,
): string | null {
  if (progress === null || expected === null || gapPoints === null) return null
  const gap = gapShare(progress, expected, ceiling)
  return decimalOfRatio(gap.n, gap.d, POINT_PLACES)
}

type Params = Reason['params']

function reason(code: ReasonCode, params: Params, facts: readonly string[]): Reason {
  return { code, params, facts }
}

/** Parameters without those that are not known. */
function known(params: Readonly<Record<string, string | number | null | undefined>>): Params {
  const entries = Object.entries(params).filter(
    (entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}

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
    return reason(code, known(params), facts)
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

function dateText(day: DayNumber | null): string | null {
  return day === null ? null : dateOfDay(day)
}

function dueText({ terms }: Evaluation): string | null {
  return dateText(terms.dueDay)
}

/** Where the figures of a commitment come from: its value, its target, its pace and its due date. */
export function figureReasons(ledger: Ledger, judged: Judged): readonly Reason[] {
  const { evaluation, figures } = judged
  const { terms, state, epoch, day, track } = evaluation
  const reasons: Reason[] = []
  if (isIndicatorTerms(terms) && figures !== null) {
    const { unit } = terms.definition
    const target = textIn(terms.target, 1, track.scale)
    if (state.n !== null) reasons.push(actualReason(epoch, state, terms, day, track.scale))
    const leftOut = epoch.leftOut(day)
    if (leftOut !== null) reasons.push(reason('NOT_COUNTED', { ...leftOut }, []))
    reasons.push(...targetReasons(ledger, evaluation, terms, target))
    const { pace, progress } = figures
    if (pace !== 'UNKNOWN') {
      const params = {
        achieved: textOfShare(figures.achieved),
        expected: textOfShare(figures.expected),
        gapPoints: textOfGap(figures, terms.ceiling),
      }
      reasons.push(reason(pace, known(params), epoch.evidence(day)))
    }
    if (terms.ceiling && progress !== null) {
      const params = { consumed: textOfShare(progress), target, unit }
      reasons.push(reason('CONSUMED', known(params), epoch.evidence(day)))
    }
  }
  if (terms.timesRescheduled > 0) {
    const changes = terms.dueChanges
    const params = {
      from: changes[0]?.dueOn,
      to: changes.at(-1)?.dueOn,
      times: terms.timesRescheduled,
    }
    reasons.push(
      reason(
        'RESCHEDULED',
        known(params),
        changes.map((change) => change.fact),
      ),
    )
  }
  if (ledger.includeSubmitted) reasons.push(reason('SUBMITTED_INCLUDED', {}, []))
  return reasons
}

function actualReason(
  epoch: Epoch,
  state: State,
  { definition }: IndicatorTerms,
  day: DayNumber,
  scale: number,
): Reason {
  const facts = epoch.evidence(day)
  const params = {
    actual: textIn(state.n, state.over, scale),
    unit: definition.unit,
    count: facts.length,
  }
  return reason(actualCode(definition, facts.length), known(params), facts)
}

function actualCode(
  { accumulation, derivation }: IndicatorTerms['definition'],
  count: number,
): ReasonCode {
  switch (accumulation) {
    case 'PERIODIC':
      return 'ACTUAL_SUM'
    case 'RATIO':
      return 'ACTUAL_RATIO'
    case 'DERIVED':
      return derivation?.aggregate === 'SUM' ? 'ACTUAL_PROJECTS_SUM' : 'ACTUAL_COUNT'
    case 'CUMULATIVE':
    case 'LEVEL':
      return count > 1 ? 'ACTUAL_ADDED' : 'ACTUAL_LATEST'
  }
}

function targetReasons(
  ledger: Ledger,
  { day }: Evaluation,
  terms: IndicatorTerms,
  target: string | null,
): readonly Reason[] {
  const { definition } = terms
  const changes = targetChanges(ledger, definition.code, day).filter(
    (each) => each.field !== 'baseline',
  )
  const { comparator, unit, targetUpper, targetFactor, baseline } = definition
  const facts = changes.length > 0 ? changes.map((each) => each.fact).slice(-1) : []
  const relative = targetFactor !== undefined
  const stated = { target, upper: targetUpper, comparator, unit }
  const first = relative
    ? reason('TARGET_RELATIVE', known({ ...stated, factor: targetFactor, baseline }), facts)
    : reason('TARGET', known(stated), facts)
  const changed = changes.flatMap((change, at): Reason[] => {
    const before = changes[at - 1]
    if (before === undefined || before.field !== change.field) return []
    const code = change.amendment === null ? 'TARGET_REDEFINED' : 'TARGET_AMENDED'
    const params = {
      from: before.value,
      to: change.value,
      on: dateText(change.from),
      reason: change.amendment?.reason,
      document: change.amendment?.document,
    }
    return [reason(code, known(params), [before.fact, change.fact])]
  })
  return [first, ...changed]
}
