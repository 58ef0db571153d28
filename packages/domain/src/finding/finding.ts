/** What a lint or a reconciliation noticed in the data itself (问题). */
export interface Finding {
  readonly code: string
  readonly severity: 'NOTE' | 'WARNING' | 'ERROR'
  readonly params: Readonly<Record<string, string | number>>
  /** What it is about: commitment ids, `<kind>/<code>` of other parts, or fact ids. */
  readonly facts: readonly string[]
}
