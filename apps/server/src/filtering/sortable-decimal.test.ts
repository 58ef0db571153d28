import { compareExact, type Exact, parseExact } from '@duban/domain'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortableDecimal } from './sortable-decimal.ts'

const anyDecimal = fc
  .tuple(fc.boolean(), fc.stringMatching(/^(0|[1-9]\d{0,29})(\.\d{0,3}[1-9])?$/))
  .map(([negative, text]) => (negative && text !== '0' ? `-${text}` : text))

const exact = (text: string): Exact => {
  const parsed = parseExact(text)
  if (parsed === null) throw new Error(`no decimal: ${text}`)
  return parsed
}

it('sorts as the values do', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      const [left, right] = [sortableDecimal(a), sortableDecimal(b)]
      const sign = left < right ? -1 : left > right ? 1 : 0
      expect(sign).toBe(compareExact(exact(a), exact(b)))
    }),
    {
      examples: [
        ['-1', '-1.5'],
        ['-0.15', '-0.2'],
        ['-0.1', '0'],
        ['9', '10'],
        ['0.15', '0.2'],
        ['-9', '-10'],
      ],
    },
  )
})
