/**
 * A YAML number, before any field has read it. It is kept as its source text, for a binary float would lose digits;
 * a symbol is a primitive that no text or mapping of a file can be mistaken for.
 */
export type SourceNumber = symbol

export function sourceNumber(text: string): SourceNumber {
  return Symbol(text)
}

/** The digits as they stand in the file, or undefined for what is no number. */
export function numberText(value: unknown): string | undefined {
  return typeof value === 'symbol' ? value.description : undefined
}
