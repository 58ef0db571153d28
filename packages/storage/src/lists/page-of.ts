import type { Comparable, Edge, Page, PageArguments } from '../contract/page.ts'
import { writeCursor } from './cursor.ts'

/** Cuts what a Keyset read to the page, in the list's order. */
export function pageOf<Row>(
  read: readonly Row[],
  page: PageArguments,
  keyOf: (row: Row) => readonly (Comparable | null)[],
): Page<Row> {
  const size = 'first' in page ? page.first : page.last
  const more = read.length > size
  const kept = read.slice(0, size)
  if ('last' in page) kept.reverse()
  const edges: Edge<Row>[] = kept.map((row) => ({ cursor: writeCursor(keyOf(row)), row }))
  return 'first' in page
    ? { edges, hasNextPage: more, hasPreviousPage: page.after !== undefined }
    : { edges, hasNextPage: page.before !== undefined, hasPreviousPage: more }
}
