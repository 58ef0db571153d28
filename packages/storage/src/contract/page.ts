/** Which part of an ordered list is asked for: `first` rows after a cursor, or `last` rows before one. */
export type PageArguments =
  | { readonly first: number; readonly after?: string }
  | { readonly last: number; readonly before?: string }

/** One row of a page; its cursor stays good while rows are added. */
export interface Edge<Row> {
  readonly cursor: string
  readonly row: Row
}

/** A page of an ordered list, in the list's own order whichever end it was asked from. */
export interface Page<Row> {
  readonly edges: readonly Edge<Row>[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
}

/** One column of an order, ascending unless `descending`; nulls come last when ascending. */
export interface OrderBy<Field extends string> {
  readonly field: Field
  readonly descending?: boolean
}

/** A value a condition compares with: text for codes, dates (ISO) and instants (ISO), numbers, booleans. */
export type Comparable = string | number | boolean

/** A condition over the fields of a row. `eq: null` finds rows without a value. */
export type Condition<Field extends string> =
  | { readonly and: readonly Condition<Field>[] }
  | { readonly or: readonly Condition<Field>[] }
  | { readonly not: Condition<Field> }
  | { readonly field: Field; readonly eq: Comparable | null }
  | { readonly field: Field; readonly in: readonly Comparable[] }
  | { readonly field: Field; readonly lt: Comparable }
  | { readonly field: Field; readonly lte: Comparable }
  | { readonly field: Field; readonly gt: Comparable }
  | { readonly field: Field; readonly gte: Comparable }
  | { readonly field: Field; readonly contains: string }
