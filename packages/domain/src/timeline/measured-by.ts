import type { Evaluation } from '../assessment/evaluation.ts'
import { textOfShare } from '../assessment/figure-texts.ts'
import { type Judged, judgeOn } from '../assessment/judge.ts'
import type { DayNumber } from '../calendar/day-number.ts'
import type { Terms } from '../commitment/terms.ts'
import type { Track } from '../commitment/track.ts'
import { clampedShare } from '../indicator/figures.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { textIn } from '../indicator/whole-number.ts'
import { definitionAt } from '../plan/definition-steps.ts'
import { scoreNeeds } from '../policy/policy-needs.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { compareExact, ONE, printExact } from '../quantity/exact.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import { weightOf } from '../rollup/roll-up.ts'
import type { CompiledPolicy } from '../rule/engine.ts'
import { pointsFinder } from '../score/plain-points.ts'
import type { Ledger } from '../view/ledger.ts'
import type { PolicySchedule } from './segments-of.ts'

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

/** What is measured on days; what stays from one day to the next is found once. */
export function measuredBy(
  ledger: Ledger,
  track: Track,
  policies: PolicySchedule,
): (day: DayNumber) => Measured | null {
  let told: Told | undefined
  const pointsOn = pointsFinder(ledger, track.kind)
  return (day) => {
    const judged = judgeOn(track, day)
    if (judged === undefined) return null
    const { evaluation } = judged
    const { compiled } = policies.at(day)
    const unit = unitIn(ledger, evaluation.terms, day, told)
    const hasSameValue = told !== undefined && isSameValue(told.evaluation, evaluation)
    const hasSameScore = isScoredAlike(told, evaluation, compiled, hasSameValue)
    if (!hasSameScore || !hasSameValue || told?.measured.unit !== unit) {
      const before = told?.measured
      const { target, actual, achieved } =
        hasSameValue && before !== undefined ? before : figuresIn(track, judged)
      const measured = {
        unit,
        target,
        actual,
        achieved,
        weight: weightIn(evaluation.terms),
        daysLate: evaluation.status === 'MET_LATE' ? evaluation.daysLate : null,
        points:
          hasSameScore && before !== undefined
            ? before.points
            : unlessNone(pointsOn(judged, compiled)),
      }
      told = { evaluation, compiled, measured }
    }
    return shownIn(track, told.measured)
  }
}

/** What was told of a day before, and what it rests on. */
interface Told {
  readonly evaluation: Evaluation
  readonly compiled: CompiledPolicy
  readonly measured: Measured
}

function isSameValue(a: Evaluation, b: Evaluation): boolean {
  return a.terms === b.terms && a.state.n === b.state.n && a.state.over === b.state.over
}

/** Whether the points of a day before are those of another one, and how late it was met as well. */
function isScoredAlike(
  told: Told | undefined,
  evaluation: Evaluation,
  compiled: CompiledPolicy,
  hasSameValue: boolean,
): boolean {
  if (told === undefined || told.compiled !== compiled) return false
  const { peers, lastYear, monthsBehind, paced, daily, valued } = scoreNeeds(compiled)
  if (peers || lastYear || monthsBehind || paced || daily || (valued && !hasSameValue)) return false
  const { terms, status, monthsLate, daysLate } = told.evaluation
  return (
    terms === evaluation.terms &&
    status === evaluation.status &&
    monthsLate === evaluation.monthsLate &&
    (status !== 'MET_LATE' || daysLate === evaluation.daysLate)
  )
}

/** Of an indicator; found once where the plan has never had units of its own. */
function unitIn(
  ledger: Ledger,
  terms: Terms,
  day: DayNumber,
  told: Told | undefined,
): MeasureUnit | null {
  if (!isIndicatorTerms(terms)) return null
  const hasOwn = (ledger.index.codes.get('MEASURE_UNIT') ?? []).length > 0
  if (told?.evaluation.terms === terms && !hasOwn) return told.measured.unit
  return unitOn(ledger, terms.definition.unit, day)
}

function unlessNone(points: Decimal): Decimal | null {
  return points === '0' ? null : points
}

/** Of an indicator all there is, of others only something. */
function shownIn({ kind }: Track, measured: Measured): Measured | null {
  const { weight, daysLate, points } = measured
  const isSomething = weight !== null || daysLate !== null || points !== null
  return kind === 'INDICATOR' || isSomething ? measured : null
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
  if (definition.weight === undefined) return null
  const weight = weightOf(definition.weight)
  return compareExact(weight, ONE) === 0 ? null : printExact(weight)
}

/** The unit of measure of a code in the views of a day: the plan's own, or a shipped one. */
export function unitOn(ledger: Ledger, code: string, day: DayNumber): MeasureUnit | null {
  return definitionAt(ledger, 'MEASURE_UNIT', code, day) ?? findMeasureUnit(code)
}
