import type { Lang } from '../text/text.ts'
import { textIn } from '../text/text.ts'
import type { Decimal } from './decimal.ts'
import { type Rounding, roundExact } from './divide-exact.ts'
import { parseExact, printExact } from './exact.ts'
import type { MeasureUnit } from './measure-unit.ts'

/** How a number is shown; as it is, with thousands grouped, unless told otherwise. */
export interface NumberFormat {
  /** Exactly so many decimals, rounded or filled with zeros. */
  readonly scale?: number
  readonly rounding?: Rounding
  /** Commas between thousands; true unless given. */
  readonly grouping?: boolean
}

/** A Decimal for reading: `12345.5` is `12,345.5`. Text that is no Decimal comes back as it is. */
export function formatDecimal(value: Decimal, format: NumberFormat = {}): string {
  const exact = parseExact(value)
  if (exact === null) return value
  const shown =
    format.scale === undefined ? exact : roundExact(exact, format.scale, format.rounding)
  const [integer = '', fraction = ''] = printExact(shown).split('.')
  const grouped = format.grouping === false ? integer : integer.replace(/\B(?=(?:\d{3})+$)/g, ',')
  const decimals = fraction.padEnd(
    Math.min(20, Math.max(0, Math.trunc(format.scale ?? 0) || 0)),
    '0',
  )
  return decimals === '' ? grouped : `${grouped}.${decimals}`
}

/** A quantity for reading, in Chinese `1,234.5亿元`, in English `1,234.5 hundred million yuan`; signs stand close (`25.00%`). */
export function formatQuantity(
  value: Decimal,
  unit: MeasureUnit,
  lang: Lang,
  format: NumberFormat = {},
): string {
  const label = textIn(unit.label, lang)
  const space = lang === 'EN' && /^\p{L}/u.test(label) ? ' ' : ''
  return `${formatDecimal(value, format)}${space}${label}`
}
