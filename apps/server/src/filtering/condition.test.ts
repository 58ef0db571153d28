import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionOf, type FilterInput } from './condition.ts'
import { holds } from './holds.ts'

type Field = 'status' | 'dueOn' | 'units'
const fields: readonly Field[] = ['status', 'dueOn', 'units']

const row = { status: 'OVERDUE', dueOn: '2020-06-30', units: ['a', 'b'] } as const
const bare = { status: 'UNKNOWN', dueOn: null, units: [] } as const

const fits = (filter: FilterInput<Field>, of: typeof row | typeof bare = row): boolean => {
  const condition = conditionOf(filter, fields)
  return condition === undefined || holds(condition, (field) => of[field])
}

describe('a filter', () => {
  it.each<[FilterInput<Field>, boolean]>([
    [{}, true],
    [{ status: {} }, true],
    [{ status: { eq: 'OVERDUE' } }, true],
    [{ status: { eq: 'MET' } }, false],
    [{ status: { in: ['MET', 'OVERDUE'] } }, true],
    [{ status: { in: [] } }, false],
    [{ dueOn: { gte: '2020-06-30', lt: '2020-07-01' } }, true],
    [{ dueOn: { gt: '2020-06-30' } }, false],
    [{ dueOn: { lte: '2020-06-30' } }, true],
    [{ status: { contains: 'DUE' } }, true],
    [{ status: { contains: 'due' } }, false],
    [{ units: { eq: 'b' } }, true],
    [{ units: { eq: 'c' } }, false],
    [{ status: { eq: 'MET' }, dueOn: { eq: '2020-06-30' } }, false],
    [{ or: [{ status: { eq: 'MET' } }, { dueOn: { eq: '2020-06-30' } }] }, true],
    [{ or: [] }, false],
    [{ and: [] }, true],
    [{ and: [{ status: { eq: 'OVERDUE' } }, {}] }, true],
    [{ not: { status: { eq: 'MET' } } }, true],
    [{ not: {} }, false],
  ])('%j: %j', (filter, expected) => {
    expect(fits(filter)).toBe(expected)
  })

  it('finds what has no value with eq: null and with not, never with a comparison', () => {
    expect(fits({ dueOn: { eq: null } }, bare)).toBe(true)
    expect(fits({ units: { eq: null } }, bare)).toBe(true)
    expect(fits({ dueOn: { lt: '9999-12-31' } }, bare)).toBe(false)
    expect(fits({ not: { dueOn: { lt: '9999-12-31' } } }, bare)).toBe(true)
    expect(fits({ dueOn: { eq: null } })).toBe(false)
  })

  it('is one thing or its opposite', () => {
    const leaf: fc.Arbitrary<FilterInput<Field>> = fc.oneof(
      fc.constantFrom('MET', 'OVERDUE').map((eq) => ({ status: { eq } })),
      fc.constantFrom('2020-01-01', '2020-06-30').map((lte) => ({ dueOn: { lte } })),
      fc.constant({ units: { in: ['a'] } }),
    )
    const { filter } = fc.letrec<{ filter: FilterInput<Field> }>((tie) => ({
      filter: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('filter'), { maxLength: 3 }).map((and) => ({ and })),
        fc.array(tie('filter'), { maxLength: 3 }).map((or) => ({ or })),
        tie('filter').map((not) => ({ not })),
      ),
    }))
    fc.assert(
      fc.property(filter, fc.constantFrom(row, bare), (some, of) => {
        expect(fits({ not: some }, of)).toBe(!fits(some, of))
      }),
    )
  })
})
