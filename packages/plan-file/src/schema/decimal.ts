import { type Decimal, parseDecimal } from '@duban/domain'
import type { LeafReading } from './leaf.ts'

const EXPONENT = /^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+$/

/** Longer texts are no way to write a quantity, and are not looked into. */
const MAX_TEXT = 256

/** The canonical decimal a text stands for, digit for digit. */
export function readDecimal(text: string): LeafReading<Decimal> {
  if (text.length > MAX_TEXT) return { code: 'BAD_DECIMAL' }
  if (EXPONENT.test(text)) return { code: 'EXPONENT' }
  const parsed = parseDecimal(text)
  if (parsed.ok) return { value: parsed.value }
  const { issue } = parsed
  if (issue.code !== 'OUT_OF_RANGE') return { code: 'BAD_DECIMAL' }
  const { integerDigits, scale, text: found } = issue
  return { code: 'DECIMAL_RANGE', params: { found, integerDigits, scale } }
}
