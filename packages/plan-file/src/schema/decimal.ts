import type { Decimal } from '@duban/domain'
import type { LeafReading } from './leaf.ts'

const DECIMAL = /^(-?)0*([0-9]+?)(?:\.([0-9]*?)0*)?$/
const PLAIN = /^-?[0-9]+(\.[0-9]+)?$/
const EXPONENT = /^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+$/

/** Digits a decimal may have in all, before and after the point. */
export const MAX_DIGITS = 40

/** The canonical decimal a text stands for, digit for digit. */
export function readDecimal(text: string): LeafReading<Decimal> {
  if (EXPONENT.test(text)) return { code: 'EXPONENT' }
  if (!PLAIN.test(text)) return { code: 'BAD_DECIMAL' }
  const match = DECIMAL.exec(text)
  const [sign, whole, fraction] = [match?.[1] ?? '', match?.[2] ?? '', match?.[3] ?? '']
  if (whole.length + fraction.length > MAX_DIGITS) {
    return { code: 'DECIMAL_RANGE', params: { limit: MAX_DIGITS } }
  }
  const digits = fraction === '' ? whole : `${whole}.${fraction}`
  return { value: digits === '0' ? '0' : sign + digits }
}
