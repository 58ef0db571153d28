import type { DayNumber } from '../calendar/day-number.ts'
import type { Epoch, State } from '../commitment/track.ts'
import type { IndicatorTerms } from '../indicator/indicator-terms.ts'
import { isIndicatorTerms, targetChanges } from '../indicator/indicator-terms.ts'
import { textIn } from '../indicator/whole-number.ts'
import type { Ledger } from '../view/ledger.ts'
import type { Reason } from './assessment.ts'
import type { Evaluation } from './evaluation.ts'
import { textOfGap, textOfShare } from './figure-texts.ts'
import type { Judged } from './judge.ts'
import { dateText, knownParams, makeReason } from './make-reason.ts'
import type { ReasonCode } from './reason.ts'

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
    if (leftOut !== null) reasons.push(makeReason('NOT_COUNTED', { ...leftOut }, []))
    reasons.push(...targetReasons(ledger, evaluation, terms, target))
    const { pace, progress } = figures
    if (pace !== 'UNKNOWN') {
      const params = {
        achieved: textOfShare(figures.achieved),
        expected: textOfShare(figures.expected),
        gapPoints: textOfGap(figures, terms.ceiling),
      }
      reasons.push(makeReason(pace, knownParams(params), epoch.evidence(day)))
    }
    if (terms.ceiling && progress !== null) {
      const params = { consumed: textOfShare(progress), target, unit }
      reasons.push(makeReason('CONSUMED', knownParams(params), epoch.evidence(day)))
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
      makeReason(
        'RESCHEDULED',
        knownParams(params),
        changes.map((change) => change.fact),
      ),
    )
  }
  if (ledger.includeSubmitted) reasons.push(makeReason('SUBMITTED_INCLUDED', {}, []))
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
  return makeReason(actualCode(definition, facts.length), knownParams(params), facts)
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
    ? makeReason(
        'TARGET_RELATIVE',
        knownParams({ ...stated, factor: targetFactor, baseline }),
        facts,
      )
    : makeReason('TARGET', knownParams(stated), facts)
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
    return [makeReason(code, knownParams(params), [before.fact, change.fact])]
  })
  return [first, ...changed]
}
