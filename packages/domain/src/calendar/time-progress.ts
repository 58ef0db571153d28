import type { Decimal } from '../quantity/decimal.ts'
import { exactOfRatio } from '../quantity/divide-exact.ts'
import { printExact } from '../quantity/exact.ts'
import type { IsoDate, Period } from './date.ts'
import { daysOfPeriod } from './day-arithmetic.ts'
import { civilOfDay, type DayNumber, dayNumber, daysInMonth } from './day-number.ts'

/** MONTHS: whole months plus the elapsed share of the current one, as governments publish; DAYS: days over days. */
export type TimeConvention = 'MONTHS' | 'DAYS'

/** An exact share, `elapsed / whole`: safe integers, `0 <= elapsed <= whole`, `whole > 0`. */
export interface TimeShare {
  readonly elapsed: number
  readonly whole: number
}

/** The elapsed share of one period for any day: built once, asked for every day of a timeline. */
export interface TimeScale {
  readonly whole: number
  /** Integer from 0 (before the period) to `whole` (from its last day on); the day counts as elapsed. */
  elapsedAt(day: DayNumber): number
}

/** Decimal places of timeProgress. */
export const TIME_PROGRESS_SCALE = 10

/** Least common multiple of 28, 29, 30 and 31: in these parts of a month every month end is a whole number. */
const PARTS_OF_MONTH = 377580

/** The scale of a period; null where a date is invalid or the period ends before it starts. */
export function timeScale(period: Period, convention: TimeConvention = 'MONTHS'): TimeScale | null {
  const days = daysOfPeriod(period)
  return days === null ? null : timeScaleOfDays(days.first, days.last, convention)
}

/** The scale of the days first..last, with `first <= last`. */
export function timeScaleOfDays(
  first: DayNumber,
  last: DayNumber,
  convention: TimeConvention = 'MONTHS',
): TimeScale {
  const position = convention === 'DAYS' ? (day: DayNumber) => day : monthPartsThrough
  const start = position(first - 1)
  const whole = position(last) - start
  return {
    whole,
    elapsedAt: (day) => (day < first ? 0 : day >= last ? whole : position(day) - start),
  }
}

/** Time through the end of a day in parts of a month. */
function monthPartsThrough(day: DayNumber): number {
  const civil = civilOfDay(day)
  const share = PARTS_OF_MONTH / daysInMonth(civil.year, civil.month)
  return (civil.year * 12 + civil.month - 1) * PARTS_OF_MONTH + civil.day * share
}

/** The exact elapsed share of a period at a date, which counts as elapsed; null where a date or the period is invalid. */
export function timeShare(
  period: Period,
  asOf: IsoDate,
  convention: TimeConvention = 'MONTHS',
): TimeShare | null {
  const scale = timeScale(period, convention)
  const day = dayNumber(asOf)
  return scale === null || day === null
    ? null
    : { elapsed: scale.elapsedAt(day), whole: scale.whole }
}

/**
 * Time progress (序时进度) of a period at a date, 0 before it and 1 after it, rounded half up at
 * TIME_PROGRESS_SCALE decimals; null where a date or the period is invalid.
 * 15 June in a calendar year is (5 + 15/30)/12 under MONTHS.
 */
export function timeProgress(
  period: Period,
  asOf: IsoDate,
  convention: TimeConvention = 'MONTHS',
): Decimal | null {
  const share = timeShare(period, asOf, convention)
  if (share === null) return null
  const progress = exactOfRatio(share.elapsed, share.whole, TIME_PROGRESS_SCALE)
  return progress === null ? null : printExact(progress)
}
