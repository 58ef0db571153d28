import type { IsoDate } from '../calendar/date.ts'
import { daysInMonth } from '../calendar/day-number.ts'
import type { Decimal } from '../quantity/decimal.ts'
import {
  type Exact,
  HUNDRED,
  multiplyExact,
  ONE,
  parseExact,
  printExact,
  subtractExact,
} from '../quantity/exact.ts'
import type { Figures } from './figures.ts'
import type { Reading } from './reading.ts'

/** A figure that a fact's source must show, in one of the forms it may be written in. */
export interface StatedFigure {
  /** As the plan has it, for messages. */
  readonly figure: string
  readonly isIn: (figures: Figures) => boolean
}

/** True where the source states a field outright: it has no reading of another basis. */
export function isStated(field: string, readings: readonly Reading[] | undefined): boolean {
  return !(readings ?? []).some((reading) => reading.field === field && reading.basis !== 'STATED')
}

/** A target in a unit of `factor` base units: 518 亿元 may be written 518亿, 5180000万 or in full. */
export function statedNumber(value: Decimal, factor: Decimal): StatedFigure {
  const amount = parseExact(value)
  const base = parseExact(factor)
  const whole = amount === null || base === null ? null : printExact(multiplyExact(amount, base))
  return {
    figure: value,
    isIn: ({ numbers }) => numbers.has(value) || (whole !== null && numbers.has(whole)),
  }
}

/** A target of so many times the baseline: 0.85 may be written as a cut of 15 %, as 85 % or as 0.85. */
export function statedFactor(factor: Decimal): StatedFigure {
  const value = parseExact(factor)
  const forms = value === null ? [] : [percent(value), percent(subtractExact(ONE, value))]
  return {
    figure: factor,
    isIn: ({ numbers }) => numbers.has(factor) || forms.some((form) => numbers.has(form)),
  }
}

/** A date, by its month, and by its day too unless that is the month's last. */
export function statedDate(date: IsoDate): StatedFigure {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const isLastDay = day === daysInMonth(year, month)
  return {
    figure: date,
    isIn: ({ months, days, dates }) =>
      dates.has(date) || (months.has(month) && (isLastDay || days.has(day))),
  }
}

/** The numbers that a title names in Arabic digits; years are left out. */
export function figuresOfTitle(title: string): readonly StatedFigure[] {
  return (title.match(/\d+(?:\.\d+)?(?![\d年])/g) ?? []).flatMap((digits) => {
    const value = parseExact(digits)
    return value === null ? [] : [statedNumber(printExact(value), '1')]
  })
}

function percent(value: Exact): Decimal {
  const text = printExact(multiplyExact(value, HUNDRED))
  return text.startsWith('-') ? text.slice(1) : text
}
