/** Begins what a spreadsheet would run as a formula, also after the signs that it drops. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** A text as a cell of a CSV file: what a spreadsheet would take for a formula is told to be text. */
export function disarmed(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** A text without the characters that XML cannot hold, and no longer than a cell of a spreadsheet may be. */
export function cellText(text: string): string {
  return text.replace(unwritable, '').slice(0, longestCell)
}

const longestCell = 32_767
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be written.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
