import { describe, expect, it } from 'vitest'
import { type FactSchema, holdsField, partAt } from './fact-schema.ts'

const SCHEMA: FactSchema = {
  code: { type: 'string' },
  type: { type: 'string' },
  events: { started: { type: 'date' }, type: { type: 'date' } },
}

describe('the fields that a condition may read', () => {
  it('are found by path', () => {
    expect(partAt(SCHEMA, ['code'])).toEqual({ type: 'string' })
    expect(partAt(SCHEMA, ['events', 'started'])).toEqual({ type: 'date' })
    expect(partAt(SCHEMA, ['events', 'type'])).toEqual({ type: 'date' })
    expect(partAt(SCHEMA, ['events'])).toBe(SCHEMA.events)
  })

  it.each([
    [['nothing']],
    [['events', 'nothing']],
    [['code', 'type']],
    [['constructor']],
    [['events', 'constructor']],
    [['events', 'toString']],
    [['__proto__']],
  ])('are no others: %j', (path) => {
    expect(partAt(SCHEMA, path)).toBeUndefined()
  })

  it.each([
    ['string', 'x', 1],
    ['date', '2020-01-01', null],
    ['double', 0.5, Number.NaN],
    ['double', -1, '1'],
    ['int', 3, 0.5],
    ['int', 0, 2 ** 53],
    ['bool', false, 0],
  ] as const)('a %s holds %j and not %j', (type, value, other) => {
    expect(holdsField(type, value)).toBe(true)
    expect(holdsField(type, other)).toBe(false)
  })
})
