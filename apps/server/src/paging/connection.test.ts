import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../settings/settings.ts'
import { connectionOfList } from './connection.ts'
import { inOrderGiven, type OrderedList, sortedBy } from './ordered-list.ts'

interface Row {
  readonly key: string
  readonly due: string | null
  readonly rank: number
}

const rowsOf = (keys: readonly string[]): Row[] =>
  keys.map((key, at) => ({
    key,
    due: at % 3 === 0 ? null : `2020-0${(at % 9) + 1}-01`,
    rank: at % 2,
  }))

const keyOf = (row: Row): string => row.key
const sorted = (rows: readonly Row[]): OrderedList<Row> =>
  sortedBy(
    rows,
    [{ field: 'rank', descending: true }, { field: 'due' }],
    (row, field: 'rank' | 'due') => row[field],
    keyOf,
  )

const page = (list: OrderedList<Row>, args: Parameters<typeof connectionOfList>[1]) =>
  connectionOfList(list, args, defaultLimits)
const keysOf = (connection: ReturnType<typeof page>) => connection.edges.map(({ node }) => node.key)

const anyRows = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 40 })
  .map(rowsOf)
const anyList = fc.tuple(anyRows, fc.boolean()).map(([rows, asGiven]) => ({
  rows,
  list: (some: readonly Row[]) => (asGiven ? inOrderGiven(some, keyOf) : sorted(some)),
}))

describe('connectionOfList', () => {
  it('pages through the whole list from either end, each row once and in order', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 1, max: 7 }), ({ rows, list }, size) => {
        const all = list(rows)
        const forward: string[] = []
        let after: string | null = null
        do {
          const read = page(all, { first: size, after })
          forward.push(...keysOf(read))
          after = read.pageInfo.hasNextPage ? read.pageInfo.endCursor : null
        } while (after !== null)
        const backward: string[] = []
        let before: string | null = null
        do {
          const read = page(all, { last: size, before })
          backward.unshift(...keysOf(read))
          before = read.pageInfo.hasPreviousPage ? read.pageInfo.startCursor : null
        } while (before !== null)
        expect(forward).toEqual(all.rows.map(keyOf))
        expect(backward).toEqual(forward)
      }),
    )
  })

  it('neither repeats nor skips a row when rows are added between two pages', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 1, max: 7 }), ({ rows, list }, size) => {
        const before = rows.filter((_row, at) => at % 2 === 0)
        const first = page(list(before), { first: size })
        const rest = page(list(rows), { first: 1000, after: first.pageInfo.endCursor })
        const seen = new Set(keysOf(first))
        expect(keysOf(rest).filter((key) => seen.has(key))).toEqual([])
        const missed = before.filter(({ key }) => !seen.has(key) && !keysOf(rest).includes(key))
        expect(missed).toEqual([])
      }),
    )
  })

  it('puts what has no value last when ascending and first when descending', () => {
    const rows = rowsOf(['a', 'b', 'c', 'd'])
    const due = (descending: boolean) =>
      sortedBy(rows, [{ field: 'due', descending }], (row) => row.due, keyOf).rows.map(
        (row) => row.due === null,
      )
    expect(due(false)).toEqual([false, false, true, true])
    expect(due(true)).toEqual([true, true, false, false])
  })

  it.each([
    [{ first: -1 }, 'INVALID_PAGE'],
    [{ first: 1, last: 1 }, 'INVALID_PAGE'],
    [{ first: 1, before: 'x' }, 'INVALID_PAGE'],
    [{ last: 1, after: 'x' }, 'INVALID_PAGE'],
    [{ first: 1001 }, 'PAGE_LIMIT'],
    [{ first: 1, after: 'rubbish' }, 'INVALID_CURSOR'],
    [{ first: 1, after: '' }, 'INVALID_CURSOR'],
  ])('refuses %j with %s', (args, code) => {
    const list = inOrderGiven(rowsOf(['a', 'b']), keyOf)
    expect(() => page(list, args)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
    )
  })

  it('refuses a cursor of another order', () => {
    const rows = rowsOf(['a', 'b'])
    const cursor = page(inOrderGiven(rows, keyOf), { first: 1 }).pageInfo.endCursor
    expect(() => page(sorted(rows), { first: 1, after: cursor })).toThrow(/none of this list/)
  })

  it('answers an empty page for first: 0 and still counts', () => {
    const read = page(inOrderGiven(rowsOf(['a', 'b']), keyOf), { first: 0 })
    expect(read.edges).toEqual([])
    expect(read.count()).toBe(2)
    expect(read.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    })
  })
})
