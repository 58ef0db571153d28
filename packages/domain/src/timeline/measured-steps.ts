import { textOfShare } from '../assessment/figure-texts.ts'
import { type Judged, judgeOn } from '../assessment/judge.ts'
import type { IsoDate } from '../calendar/date.ts'
import { type DayNumber, dayNumber } from '../calendar/day-number.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { Terms } from '../commitment/terms.ts'
import type { State, Track } from '../commitment/track.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { clampedShare } from '../indicator/figures.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { textIn } from '../indicator/whole-number.ts'
import { definitionAt } from '../plan/definition-steps.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { compareExact, ONE, printExact } from '../quantity/exact.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import { weightOf } from '../rollup/roll-up.ts'
import type { RuleEngine } from '../rule/engine.ts'
import { scoreIn } from '../score/score.ts'
import type { Ledger } from '../view/ledger.ts'
import { ledgerOf } from '../view/ledger-of.ts'
import { measuredDays } from './measured-days.ts'
import { firstDayOf, type PolicySchedule } from './segments-of.ts'
import { type StepsSince, stepsSince } from './steps-since.ts'
import { askedUntil } from './timeline-after.ts'
import { ownPolicies } from './timeline-of.ts'

/** What breakdowns measure of a commitment, as it stays over some days. */
export interface Measured {
  /** Of an indicator; null where the plan has no such unit, and of other commitments. */
  readonly unit: MeasureUnit | null
  readonly target: Decimal | null
  readonly actual: Decimal | null
  /** Held within 0 to 1. */
  readonly achieved: Decimal | null
  /** Null where it is 1. */
  readonly weight: Decimal | null
  /** Of what was met late: what is overdue is later every day, as its due date and its status tell. */
  readonly daysLate: number | null
  /** By the plan's policy; null where it gives none. */
  readonly points: Decimal | null
}

/**
 * What is measured of a commitment from day to day, all that is known being known: of an indicator over all days in
 * view, of others where there is anything to tell. The step that holds a day equals what its view says; points, where
 * the policy looks at lateness, until LATENESS_DAYS after the last change. With `changed`, the first day whose views
 * may be other than before, only the steps from there on
 * where the earlier ones stand.
 */
export function measuredSteps(
  facts: PlanFacts,
  id: CommitmentId,
  engine?: RuleEngine,
  changed?: IsoDate,
): StepsSince<Measured> {
  const ledger = ledgerOf(facts, { engine })
  const track = ledger.tracks.get(id)
  if (track === undefined) return { since: null, steps: [] }
  const policies = ownPolicies(ledger)
  const day = changed === undefined ? null : dayNumber(changed)
  const stands = day !== null && day <= askedUntil(ledger, firstDayOf(track))
  return stepsSince(
    measuredDays(ledger, track, policies),
    stands ? day : null,
    measuredBy(ledger, track, policies),
    isSame,
  )
}

/** What is measured on days; what the terms and the value alone tell is found once while they stay. */
function measuredBy(
  ledger: Ledger,
  track: Track,
  policies: PolicySchedule,
): (day: DayNumber) => Measured | null {
  let told: Told | undefined
  return (day) => {
    const judged = judgeOn(track, day)
    if (judged === undefined) return null
    const { terms, status, daysLate, state } = judged.evaluation
    const unit = isIndicatorTerms(terms) ? unitOn(ledger, terms.definition.unit, day) : null
    if (told?.terms !== terms || told.n !== state.n || told.over !== state.over) {
      const { n, over } = state
      told = { terms, n, over, figures: figuresIn(track, judged), weight: weightIn(terms) }
    }
    const { figures, weight } = told
    const { points } = scoreIn(ledger, judged, policies.at(day).compiled)
    const measured = {
      unit,
      ...figures,
      weight,
      daysLate: status === 'MET_LATE' ? daysLate : null,
      points: points === '0' ? null : points,
    }
    return track.kind === 'INDICATOR' || isSomething(measured) ? measured : null
  }
}

interface Told extends Pick<State, 'n' | 'over'> {
  readonly terms: Terms
  readonly figures: Figures
  readonly weight: Decimal | null
}

type Figures = Pick<Measured, 'target' | 'actual' | 'achieved'>

const NO_FIGURES: Figures = { target: null, actual: null, achieved: null }

function figuresIn({ scale }: Track, { evaluation, figures }: Judged): Figures {
  const { terms, state } = evaluation
  if (!isIndicatorTerms(terms)) return NO_FIGURES
  const achieved = figures?.achieved ?? null
  return {
    target: textIn(terms.target, 1, scale),
    actual: textIn(state.n, state.over, scale),
    achieved: achieved === null ? null : textOfShare(clampedShare(achieved)),
  }
}

function weightIn({ definition }: Terms): Decimal | null {
  const weight = weightOf(definition.weight)
  return compareExact(weight, ONE) === 0 ? null : printExact(weight)
}

function isSomething({ weight, daysLate, points }: Measured): boolean {
  return weight !== null || daysLate !== null || points !== null
}

/** The unit of measure of a code in the views of a day: the plan's own, or a shipped one. */
export function unitOn(ledger: Ledger, code: string, day: DayNumber): MeasureUnit | null {
  return definitionAt(ledger, 'MEASURE_UNIT', code, day) ?? findMeasureUnit(code)
}

function isSame(a: Measured, b: Measured): boolean {
  return (
    a.unit === b.unit &&
    a.target === b.target &&
    a.actual === b.actual &&
    a.achieved === b.achieved &&
    a.weight === b.weight &&
    a.daysLate === b.daysLate &&
    a.points === b.points
  )
}
