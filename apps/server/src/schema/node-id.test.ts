import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNodeId, writeNodeId } from './node-id.ts'

const anyId = fc.record({
  typename: fc.constantFrom('Plan', 'Indicator', 'Obligation'),
  plan: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }),
  key: fc.string({ minLength: 1, unit: 'grapheme' }),
  choice: fc.record({
    asOf: fc.constantFrom(null, '2020-06-30'),
    knownAt: fc.constantFrom(null, '2020-07-01T00:00:00.000Z'),
    includeSubmitted: fc.boolean(),
    hypothesis: fc.constantFrom(null, 'Zm9v-_'),
  }),
})

describe('a global id', () => {
  it('gives back what it was made of, whatever the codes', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(readNodeId(writeNodeId(id))).toEqual(id)
      }),
    )
  })

  it('is another one in another view', () => {
    fc.assert(
      fc.property(anyId, anyId, (a, b) => {
        expect(writeNodeId(a) === writeNodeId(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })

  it('is null for any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readNodeId(text)
        expect(read === null || readNodeId(writeNodeId(read)) !== null).toBe(true)
      }),
    )
    for (const text of ['', 'x', 'UGxhbjox', Buffer.from('Plan:a%/b').toString('base64url')]) {
      expect(readNodeId(text)).toBe(null)
    }
  })
})
