import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isScalar, type ParsedNode, parseDocument, Scalar, stringify } from 'yaml'
import { placesIn } from './place.ts'
import { offsetWithin } from './within.ts'

function contentsOf(source: string): ParsedNode {
  const { contents } = parseDocument(source)
  if (contents === null) throw new Error('the source is empty')
  return contents
}

const styles = fc.constantFrom(
  'PLAIN' as const,
  'QUOTE_DOUBLE' as const,
  'QUOTE_SINGLE' as const,
  'BLOCK_LITERAL' as const,
  'BLOCK_FOLDED' as const,
)

const condition = fc
  .string({
    unit: fc.constantFrom('a', 'b', '"', "'", ' ', '\n', '\\', '=', '&', '区', '😀'),
    minLength: 1,
    maxLength: 30,
  })
  .filter((text) => text.trim() !== '')

test('every character of a text is found where it stands in the file, whatever its style', () => {
  fc.assert(
    fc.property(condition, styles, fc.constantFrom(0, 20), (value, type, lineWidth) => {
      const scalar = new Scalar(value)
      scalar.type = type
      const source = stringify({ list: [{ when: scalar }] }, { lineWidth })
      // Not every style can hold every text: what the printer made of it is looked for.
      const place = placesIn(contentsOf(source))(['list', 0, 'when'])
      const written = isScalar(place.node) ? String(place.node.value) : ''
      const wrong = [...written.matchAll(/\S/gu)].filter(({ 0: char, index }) => {
        const offset = offsetWithin(place, source, index)
        const escaped = source[offset] === '\\' && source[offset + 1] === char
        return !escaped && !source.startsWith(char, offset)
      })
      expect(written.trim()).not.toBe('')
      expect(wrong).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('the end of a text is behind its last character', () => {
  const source = 'a: "b \\u0063"\n'
  const place = placesIn(contentsOf(source))(['a'])
  expect(offsetWithin(place, source, 3)).toBe(source.indexOf('\\u0063') + 1)
})
