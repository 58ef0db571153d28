import type { Decimal } from '../quantity/decimal.ts'
import { exactOf, multiplyExact, parseExact, printExact } from '../quantity/exact.ts'
import { CHINESE_NUMERAL, readChineseNumeral } from './chinese-numeral.ts'

/** What a passage says in figures. */
export interface Figures {
  /** Its numbers as written and, where 万 or 亿 follows, also multiplied by it. */
  readonly numbers: ReadonlySet<Decimal>
  /** Months, 1 to 12, that it names as a date: 4月, 四月, 上半年, 年底. */
  readonly months: ReadonlySet<number>
  /** Days of the month that it names: 15日. */
  readonly days: ReadonlySet<number>
  /** ISO dates that it names. */
  readonly dates: ReadonlySet<string>
}

const NUMBER = new RegExp(
  `(?<arabic>\\d+(?:,\\d{3}(?!\\d))*(?:\\.\\d+)?)(?<myriad>[万亿]?)|(?<chinese>[${CHINESE_NUMERAL}]+)`,
  'g',
)
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }
const MONTH_WORDS: readonly (readonly [RegExp, number])[] = [
  [/年底|年末|年终|年内|全年|年度|今年|本年/, 12],
  [/上半年|二季度|第2季度/, 6],
  [/一季度|第1季度/, 3],
  [/三季度|第3季度/, 9],
  [/四季度|第4季度|下半年/, 12],
]

/**
 * The figures in a passage of Chinese or plain text, in Arabic digits or Chinese numerals. Line breaks and spaces
 * inside it do not matter: a figure may be cut by one.
 */
export function figuresIn(passage: string): Figures {
  const text = passage.replace(/\s/g, '')
  const numbers = new Set<Decimal>()
  const months = new Set<number>()
  const days = new Set<number>()
  for (const match of text.matchAll(NUMBER)) {
    const plain = plainOf(match)
    if (plain === null) continue
    numbers.add(plain)
    const scaled = scale(plain, match.groups?.myriad ?? '')
    if (scaled !== null) numbers.add(scaled)
    const after = text.charAt(match.index + match[0].length)
    if (after === '月') months.add(Number(plain))
    if (after === '日' || after === '号') days.add(Number(plain))
  }
  for (const [word, month] of MONTH_WORDS) if (word.test(text)) months.add(month)
  return { numbers, months, days, dates: new Set(text.match(/\d{4}-\d{2}-\d{2}/g) ?? []) }
}

function plainOf(match: RegExpExecArray): Decimal | null {
  const arabic = match.groups?.arabic
  if (arabic !== undefined) {
    const value = parseExact(arabic.replace(/,/g, ''))
    return value === null ? null : printExact(value)
  }
  const value = readChineseNumeral(match[0])
  return value === null ? null : String(value)
}

function scale(plain: Decimal, myriad: string): Decimal | null {
  const value = parseExact(plain)
  const factor = exactOf(MYRIADS[myriad] ?? 1)
  return value === null || factor === null ? null : printExact(multiplyExact(value, factor))
}
