import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomOf } from './random.ts'

test('a stream is the same for the same seed and name, and another for another', () => {
  const draw = (seed: number, name: string) => {
    const random = randomOf(seed, name)
    return Array.from({ length: 8 }, () => random.int(0, 1_000_000))
  }
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.string(), (seed, name, other) => {
      fc.pre(name !== other)
      expect(draw(seed, name)).toEqual(draw(seed, name))
      expect(draw(seed, name)).not.toEqual(draw(seed, other))
      expect(draw(seed, name)).not.toEqual(draw(seed + 1, name))
    }),
  )
})

test('a seed gives these numbers on every machine', () => {
  const random = randomOf(2020, 'golden')
  const drawn = Array.from({ length: 6 }, () => random.int(0, 999_999))
  expect(drawn).toMatchInlineSnapshot(`
    [
      285443,
      472725,
      816476,
      658920,
      236783,
      637978,
    ]
  `)
})

test('what is drawn from a fork changes nothing in its parent', () => {
  const one = randomOf(1)
  const other = randomOf(1)
  const fork = other.fork('aside')
  fork.int(0, 9)
  expect(other.int(0, 1_000_000)).toBe(one.int(0, 1_000_000))
  expect(randomOf(1).fork('aside').int(0, 1_000_000)).toBe(other.fork('aside').int(0, 1_000_000))
})

test('whole numbers come from the whole range, evenly enough', () => {
  const random = randomOf(7)
  const counts = Array.from({ length: 10 }, () => 0)
  for (let draw = 0; draw < 100_000; draw++) {
    const at = random.int(0, 9)
    counts[at] = (counts[at] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
})

test('a shuffle keeps every one', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer()), (seed, list) => {
      const sorted = (some: readonly number[]) => some.toSorted((a, b) => a - b)
      expect(sorted(randomOf(seed).shuffle(list))).toEqual(sorted(list))
    }),
  )
})
