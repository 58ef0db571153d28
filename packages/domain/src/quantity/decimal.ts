import { type Exact, MAX_INTEGER_DIGITS, MAX_SCALE, parseExact, printExact } from './exact.ts'
import type { QuantityResult } from './quantity-issue.ts'

/**
 * An exact decimal as canonical text: optional minus, digits, optional point and digits; no exponent, no plus,
 * no leading or trailing zeros (`518`, `-0.15`). At most 30 digits before the point and 20 after it.
 */
export type Decimal = string

const SHAPE = /^-?\d+(?:\.\d+)?$/

/**
 * Canonical Decimal of a text that a person may have written: leading and trailing zeros are taken off
 * (`0518.00` is `518`), anything but minus, digits and one point is refused.
 */
export function parseDecimal(text: string): QuantityResult<Decimal> {
  const value = parseExact(text)
  if (value !== null) return { ok: true, value: printExact(value) }
  return SHAPE.test(text) ? beyondRange(text) : refused({ code: 'NOT_A_DECIMAL', text: cut(text) })
}

/** True for canonical Decimal text within the range. */
export function isDecimal(text: string): boolean {
  const value = parseExact(text)
  return value !== null && printExact(value) === text
}

/** A computed value as a Decimal; refused where it has grown beyond the digits a Decimal may have. */
export function decimalOf(value: Exact): QuantityResult<Decimal> {
  const text = printExact(value)
  return parseExact(text) === null ? beyondRange(text) : { ok: true, value: text }
}

function beyondRange(text: string): QuantityResult<never> {
  return refused({
    code: 'OUT_OF_RANGE',
    text: cut(text),
    integerDigits: MAX_INTEGER_DIGITS,
    scale: MAX_SCALE,
  })
}

function refused(
  issue: Extract<QuantityResult<never>, { readonly ok: false }>['issue'],
): QuantityResult<never> {
  return { ok: false, issue }
}

/** An issue repeats what was written, but not a megabyte of it. */
function cut(text: string): string {
  return text.length <= 64 ? text : `${text.slice(0, 63)}…`
}
