import type { Comparable, OrderBy } from '@duban/storage'
import type { CursorValues } from './cursor.ts'

/** A list in a total order, and how a place in it is told and found again. */
export interface OrderedList<Row> {
  readonly rows: readonly Row[]
  /** Names the order; part of every cursor. */
  readonly order: string
  /** How many values tell a place. */
  readonly width: number
  placeOf(row: Row): CursorValues
  /** How many rows stand before the place; with `orAt`, those that stand at it too. */
  countBefore(place: CursorValues, orAt: boolean): number
}

/** The rows in the order they are given; a place is told by the row's key, which is unique and stays. */
export function inOrderGiven<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): OrderedList<Row> {
  return {
    rows,
    order: '',
    width: 1,
    placeOf: (row) => [keyOf(row)],
    countBefore: (place, orAt) => {
      const at = rows.findIndex((row) => keyOf(row) === place[0])
      // A row that is gone leaves no place: the list starts anew, and nothing is left out.
      return at < 0 ? 0 : orAt ? at + 1 : at
    },
  }
}

/** The rows sorted by fields, then by key; a place is told by those values, so it stays while rows come and go. */
export function sortedBy<Row, Field extends string>(
  rows: readonly Row[],
  orderBy: readonly OrderBy<Field>[],
  fieldOf: (row: Row, field: Field) => Comparable | null,
  keyOf: (row: Row) => string,
): OrderedList<Row> {
  if (orderBy.length === 0) return inOrderGiven(rows, keyOf)
  const placeOf = (row: Row): CursorValues => [
    ...orderBy.map(({ field }) => fieldOf(row, field)),
    keyOf(row),
  ]
  const signs = [...orderBy.map(({ descending }) => (descending ? -1 : 1)), 1]
  const compare = (a: CursorValues, b: CursorValues): number => {
    for (const [at, sign] of signs.entries()) {
      const difference = compareValues(a[at] ?? null, b[at] ?? null)
      if (difference !== 0) return difference * sign
    }
    return 0
  }
  const placed = rows.map((row) => ({ row, place: placeOf(row) }))
  placed.sort((a, b) => compare(a.place, b.place))
  return {
    rows: placed.map(({ row }) => row),
    order: orderBy.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join(' '),
    width: orderBy.length + 1,
    placeOf,
    countBefore: (place, orAt) => {
      const after = orAt ? 1 : 0
      const at = placed.findIndex((one) => compare(one.place, place) >= after)
      return at < 0 ? placed.length : at
    },
  }
}

/** Null is the greatest, so that it comes last when ascending. Text goes by code units, as the databases do. */
export function compareValues(a: Comparable | null, b: Comparable | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
