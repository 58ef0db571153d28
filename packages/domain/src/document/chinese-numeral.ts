const DIGITS = '零一二三四五六七八九'
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The characters that a Chinese numeral is written with. */
export const CHINESE_NUMERAL = '零〇一二两三四五六七八九十百千万亿'

/**
 * The whole number that a run of Chinese numeral characters says: by places (三百五十七 is 357) or digit by digit
 * (二〇二〇 is 2020). Null for 万 or 亿 alone, beyond the safe integers, and for any other character.
 */
export function readChineseNumeral(characters: string): number | null {
  const value = readMyriads(characters)
  return value !== null && Number.isSafeInteger(value) ? value : null
}

function readMyriads(characters: string): number | null {
  for (const [myriad, factor] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = characters.lastIndexOf(myriad)
    if (at < 0) continue
    const before = readMyriads(characters.slice(0, at))
    const after = at + 1 === characters.length ? 0 : readMyriads(characters.slice(at + 1))
    return before === null || after === null ? null : before * factor + after
  }
  const digits = Array.from(characters, digitOf)
  if (digits.length > 0 && digits.every((digit) => digit !== null)) return Number(digits.join(''))
  return readPlaces(characters)
}

function readPlaces(characters: string): number | null {
  if (characters === '') return null
  let sum = 0
  let digit = 0
  for (const character of characters) {
    const place = PLACES[character]
    const value = digitOf(character)
    if (place !== undefined) {
      // A place without a digit before it counts one: 十八 is 18.
      sum += (digit === 0 ? 1 : digit) * place
      digit = 0
    } else if (value !== null) {
      digit = value
    } else {
      return null
    }
  }
  return sum + digit
}

function digitOf(character: string): number | null {
  if (character === '〇') return 0
  if (character === '两') return 2
  const digit = DIGITS.indexOf(character)
  return digit < 0 ? null : digit
}
