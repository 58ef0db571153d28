/** Begins what a spreadsheet would run as a formula, also after the signs that it drops. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** A text as a cell of a CSV file: what a spreadsheet would take for a formula is told to be text. */
export function disarmed(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** A text without the characters that XML cannot hold, and no longer than a cell of a spreadsheet may be. */
export function cellText(text: string): string {
  return text
    .replace(unwritable, (character) => (spaces.has(character) ? character : ''))
    .slice(0, longestCell)
}

const longestCell = 32_767
/** Control characters, halves of characters, and what is no character. */
const unwritable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu
const spaces: ReadonlySet<string> = new Set(['\t', '\n', '\r'])
