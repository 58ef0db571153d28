import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MapOver } from './map-over.ts'

const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.string()), { maxLength: 12 })

it('holds what a copy of the map with the same entries set holds, in its order; those before stay', () => {
  fc.assert(
    fc.property(entries, fc.array(entries, { maxLength: 20 }), (first, changes) => {
      const start = new Map(first)
      const made: [ReadonlyMap<number, string>, ReadonlyMap<number, string>][] = [
        [start, new Map(start)],
      ]
      for (const change of changes) {
        const [before, expected] = made.at(-1) ?? [start, start]
        const over = new MapOver(before)
        const copy = new Map(expected)
        for (const [key, value] of change) {
          over.set(key, value)
          copy.set(key, value)
        }
        made.push([over, copy])
      }
      for (const [map, expected] of made) {
        expect([...map]).toEqual([...expected])
        expect([...map.keys()]).toEqual([...expected.keys()])
        expect([...map.values()]).toEqual([...expected.values()])
        expect(map.size).toBe(expected.size)
        const seen: unknown[] = []
        map.forEach((value, key) => {
          seen.push([key, value])
        })
        expect(seen).toEqual([...expected])
        for (let key = 0; key <= 41; key++) {
          expect([map.has(key), map.get(key)]).toEqual([expected.has(key), expected.get(key)])
        }
      }
    }),
  )
})
