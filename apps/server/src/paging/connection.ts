import type { Page } from '@duban/storage'
import { refuse } from '../errors/refuse.ts'
import type { Limits } from '../settings/settings.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { OrderedList } from './ordered-list.ts'
import { type PageArgs, type PageRequest, readPage } from './page-request.ts'

/** A page as the resolvers of a connection read it. */
export interface ConnectionOf<Node> {
  readonly edges: { cursor: string; node: Node }[]
  readonly pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
  /** Counts the whole list; called where `totalCount` is asked for. */
  readonly count: () => number | Promise<number>
}

/** The page of a list in memory that the arguments ask for. */
export function connectionOfList<Node>(
  list: OrderedList<Node>,
  args: PageArgs,
  limits: Limits,
): ConnectionOf<Node> {
  const request = readPage(args, limits)
  const [from, to] = boundsOf(list, request)
  const edges = list.rows
    .slice(from, to)
    .map((node) => ({ cursor: writeCursor(list.order, list.placeOf(node)), node }))
  return {
    edges,
    pageInfo: pageInfoOf(edges, from > 0, to < list.rows.length),
    count: () => list.rows.length,
  }
}

/** A page of the storage's, its rows turned into nodes, in the same order; a row without a node is left out. */
export function connectionOfPage<Row, Node>(
  page: Page<Row>,
  nodes: readonly (Node | null)[],
  count: () => Promise<number>,
): ConnectionOf<Node> {
  const edges: { cursor: string; node: Node }[] = []
  for (const [at, node] of nodes.entries()) {
    const edge = page.edges[at]
    if (edge && node !== null) edges.push({ cursor: edge.cursor, node })
  }
  return { edges, pageInfo: pageInfoOf(edges, page.hasPreviousPage, page.hasNextPage), count }
}

function boundsOf<Node>(list: OrderedList<Node>, request: PageRequest): [from: number, to: number] {
  const { fromEnd, size, beside } = request
  const all = list.rows.length
  if (beside === undefined)
    return fromEnd ? [Math.max(0, all - size), all] : [0, Math.min(all, size)]
  const place = readCursor(beside, list.order, list.width)
  if (!place)
    throw refuse('INVALID_CURSOR', { argument: fromEnd ? 'before' : 'after', value: beside })
  const edge = list.countBefore(place, !fromEnd)
  return fromEnd ? [Math.max(0, edge - size), edge] : [edge, Math.min(all, edge + size)]
}

function pageInfoOf(
  edges: readonly { readonly cursor: string }[],
  hasPreviousPage: boolean,
  hasNextPage: boolean,
): ConnectionOf<never>['pageInfo'] {
  const startCursor = edges[0]?.cursor ?? null
  const endCursor = edges.at(-1)?.cursor ?? null
  return { hasNextPage, hasPreviousPage, startCursor, endCursor }
}
