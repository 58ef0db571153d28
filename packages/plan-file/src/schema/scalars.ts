import { isDate, isInstant, isTimeZone, parseInstant } from '@duban/domain'
import { numberText } from '../source/number.ts'
import { readDecimal } from './decimal.ts'
import { leaf, textLeaf } from './leaf.ts'

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const SHA256 = /^[0-9a-f]{64}$/
const INTEGER = /^-?(0|[1-9][0-9]*)$/

const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/u

/** Any text but the empty one, without the control characters that databases and terminals trip over. */
export const line = textLeaf(
  'TEXT',
  (text) => {
    if (text.trim() === '') return { code: 'EMPTY_TEXT' }
    const control = CONTROL.exec(text)?.[0].charCodeAt(0)
    if (control === undefined) return { value: text }
    const character = `U+${control.toString(16).toUpperCase().padStart(4, '0')}`
    return { code: 'CONTROL_CHARACTER', params: { character } }
  },
  { minLength: 1 },
)

/** What somebody has said with a fact: any text, for it was recorded as it is, and nothing of it is lost. */
export const said = textLeaf('TEXT', (text) => ({ value: text }), {})

/** A code: ASCII letters, digits, `.`, `_` and `-`, at most 100. */
export const code = textLeaf(
  'CODE',
  (text) => (CODE.test(text) ? { value: text } : { code: 'BAD_CODE' }),
  { pattern: CODE.source },
)

/** A calendar date. */
export const date = textLeaf(
  'DATE',
  (text) => (isDate(text) ? { value: text } : { code: 'BAD_DATE' }),
  { format: 'date' },
)

/** An instant with an offset, read into UTC with milliseconds. */
export const instant = textLeaf(
  'INSTANT',
  (text) => {
    const value = isInstant(text) ? text : parseInstant(text)
    return value === null ? { code: 'BAD_INSTANT' } : { value }
  },
  { format: 'date-time' },
)

/** An IANA time zone. */
export const timeZone = textLeaf(
  'TIME_ZONE',
  // An offset such as `+08:00` is a time zone to the runtime, but none of the database.
  (text) =>
    /^[A-Za-z]/.test(text) && isTimeZone(text) ? { value: text } : { code: 'BAD_TIME_ZONE' },
  { description: 'IANA time zone, for example Asia/Shanghai' },
)

/** SHA-256 in 64 lower-case hexadecimal digits, which YAML may take for a number. */
export const sha256 = leaf(
  'SHA256',
  (value) => {
    const text = decimalText(value)
    if (text === undefined) return undefined
    return SHA256.test(text) ? { value: text } : { code: 'BAD_SHA256' }
  },
  { type: 'string', pattern: SHA256.source },
)

export const flag = leaf('FLAG', (value) => (typeof value === 'boolean' ? { value } : undefined), {
  type: 'boolean',
})

const decimalJson = {
  anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' }],
}

function decimalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : numberText(value)
}

/** An exact decimal, written as a number or as text; read from the digits as they stand. */
export const decimal = leaf(
  'DECIMAL',
  (value) => {
    const text = decimalText(value)
    return text === undefined ? undefined : readDecimal(text)
  },
  decimalJson,
)

/** A decimal that is not negative. */
export const amount = leaf(
  'DECIMAL',
  (value) => {
    const text = decimalText(value)
    if (text === undefined) return undefined
    const reading = readDecimal(text)
    return 'value' in reading && reading.value.startsWith('-') ? { code: 'NEGATIVE' } : reading
  },
  decimalJson,
)

/** A decimal above zero. */
export const factor = leaf(
  'DECIMAL',
  (value) => {
    const text = decimalText(value)
    if (text === undefined) return undefined
    const reading = readDecimal(text)
    const positive = 'value' in reading && reading.value !== '0' && !reading.value.startsWith('-')
    return 'value' in reading && !positive ? { code: 'NOT_POSITIVE' } : reading
  },
  decimalJson,
)

/** A whole number of at least `minimum`. */
export function integer(minimum = Number.MIN_SAFE_INTEGER) {
  return leaf(
    'INTEGER',
    (value) => {
      const text = numberText(value)
      if (text === undefined) return undefined
      const number = Number(text)
      if (!INTEGER.test(text) || !Number.isSafeInteger(number)) return { code: 'BAD_INTEGER' }
      if (number >= minimum) return { value: number === 0 ? 0 : number }
      return { code: minimum > 0 ? 'NOT_POSITIVE' : 'NEGATIVE' }
    },
    minimum === Number.MIN_SAFE_INTEGER ? { type: 'integer' } : { type: 'integer', minimum },
  )
}
