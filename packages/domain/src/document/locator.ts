/** Where in a Document a fact stands (出处). */
export interface Locator {
  /** Code of the Document. */
  readonly document: string
  /** The document's own name for the part, for example `重点2`. */
  readonly section: string
  /** 1-based number of the non-empty line (paragraph) of the document in which the range starts. */
  readonly paragraph: number
  /** First character, in UTF-16 units from the start of the text, inclusive. */
  readonly start: number
  /** End of the range in UTF-16 units, exclusive: `[start, end)`. */
  readonly end: number
}
