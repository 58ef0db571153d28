import { type Decimal, decimalOf } from './decimal.ts'
import { divideExact, type Rounding } from './divide-exact.ts'
import {
  addExact,
  compareExact,
  type Exact,
  MAX_SCALE,
  multiplyExact,
  parseExact,
  signOf,
  ZERO,
} from './exact.ts'
import type { MeasureUnit } from './measure-unit.ts'
import type { QuantityIssue, QuantityResult } from './quantity-issue.ts'

/** A value with its unit. */
export interface Quantity {
  readonly value: Decimal
  readonly unit: MeasureUnit
}

/** How a result without an end in decimals is rounded; without it such a result is refused as INEXACT. */
export interface RoundTo {
  readonly scale: number
  readonly rounding?: Rounding
}

/**
 * A value of one unit in another of the same dimension, exactly. Refused: MIXED_DIMENSIONS, INEXACT where the
 * result does not end within 20 decimals and `round` is not given (1 亩 in 平方米), OUT_OF_RANGE, NOT_A_DECIMAL.
 */
export function convert(
  value: Decimal,
  from: MeasureUnit,
  to: MeasureUnit,
  round?: RoundTo,
): QuantityResult<Decimal> {
  return addQuantities([{ value, unit: from }], to, round)
}

/**
 * The exact sum of quantities in the unit asked for, whatever their order. Refused as convert refuses; a sum over
 * two dimensions names both units.
 */
export function addQuantities(
  quantities: readonly Quantity[],
  into: MeasureUnit,
  round?: RoundTo,
): QuantityResult<Decimal> {
  const divisor = factorOf(into)
  if (divisor === null) return refuse({ code: 'BAD_FACTOR', unit: into.code })
  let sum = ZERO
  let unit = into
  for (const quantity of quantities) {
    const value = inBase(quantity, into)
    if (!value.ok) return value
    sum = addExact(sum, value.value)
    unit = quantity.unit
  }
  const quotient = divideExact(sum, divisor, round?.scale ?? MAX_SCALE, round?.rounding)
  if (quotient === null) return refuse({ code: 'BAD_FACTOR', unit: into.code })
  if (round === undefined && compareExact(multiplyExact(quotient, divisor), sum) !== 0) {
    return refuse({ code: 'INEXACT', from: unit.code, to: into.code })
  }
  return decimalOf(quotient)
}

function inBase(quantity: Quantity, into: MeasureUnit): QuantityResult<Exact> {
  const { value, unit } = quantity
  if (unit.dimension !== into.dimension) {
    return refuse({ code: 'MIXED_DIMENSIONS', from: unit.code, to: into.code })
  }
  const factor = factorOf(unit)
  if (factor === null) return refuse({ code: 'BAD_FACTOR', unit: unit.code })
  const exact = parseExact(value)
  return exact === null
    ? refuse({ code: 'NOT_A_DECIMAL', text: value.slice(0, 64) })
    : { ok: true, value: multiplyExact(exact, factor) }
}

function factorOf(unit: MeasureUnit): Exact | null {
  const factor = parseExact(unit.factor)
  return factor !== null && signOf(factor) > 0 ? factor : null
}

function refuse(issue: QuantityIssue): QuantityResult<never> {
  return { ok: false, issue }
}
