import type { Decimal } from '@duban/domain'

const integerDigits = 30

/** A decimal as a text that sorts as its value does, so that lists order and compare it as any other text. */
export function sortableDecimal(decimal: Decimal): string {
  const negative = decimal.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.')
  const digits = `${whole.padStart(integerDigits, '0')}${fraction}`
  // Turned round digit by digit, a greater size sorts first; the tilde puts the longer fraction first too.
  return negative ? `-${digits.replace(/\d/g, (digit) => `${9 - Number(digit)}`)}~` : `0${digits}`
}
