/** One paragraph of a text: a line that is not blank, `[start, end)` in UTF-16 units. */
export interface Paragraph {
  readonly start: number
  readonly end: number
}

/** The paragraphs of a text, in order; the first has number 1. Lines end with LF or CR LF. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    if (line.trim() !== '') paragraphs.push({ start, end })
    start = end + 1
  }
  return paragraphs
}

/** Number, from 1, of the paragraph that holds the position; null where it falls between paragraphs. */
export function paragraphAt(paragraphs: readonly Paragraph[], position: number): number | null {
  const index = paragraphs.findIndex(({ start, end }) => start <= position && position < end)
  return index < 0 ? null : index + 1
}
