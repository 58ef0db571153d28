import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Fact } from '@duban/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observation } from '../../test/samples.ts'
import { bytesPerCharacter } from './load-plans.ts'
import { planFactsCache } from './plan-facts-cache.ts'

const facts = (code: string, revision: number) => ({ code, revision, facts: [] })

describe('the cache of facts', () => {
  it('holds at most its bytes, and the most recently used of what was put in', () => {
    const use = fc.record({
      plan: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      revision: fc.integer({ min: 1, max: 5 }),
      bytes: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(fc.array(use), (uses) => {
        const cache = planFactsCache(100)
        for (const { plan, revision, bytes } of uses) {
          const kept = cache.keep(facts(plan, revision), bytes)
          expect(kept.revision).toBe(revision)
          expect(cache.get(plan)?.revision).toBeGreaterThanOrEqual(revision)
          const held = ['a', 'b', 'c', 'd', 'e'].map((code) => cache.bytesOf(code))
          expect(cache.bytes).toBe(held.reduce((sum, each) => sum + each, 0))
          expect(cache.bytes).toBeLessThanOrEqual(100)
        }
      }),
    )
  })

  it('keeps the first of two equal revisions, and no earlier one than it has', () => {
    const cache = planFactsCache(100)
    const first = cache.keep(facts('a', 2), 10)
    expect(cache.keep(facts('a', 2), 10)).toBe(first)
    expect(cache.keep(facts('a', 1), 10).revision).toBe(1)
    expect(cache.get('a')).toBe(first)
  })

  it('does not keep a plan that is larger than all of it, nor put others out for it', () => {
    const cache = planFactsCache(100)
    cache.keep(facts('a', 1), 90)
    cache.keep(facts('b', 1), 101)
    expect([cache.get('b'), cache.bytes]).toEqual([undefined, 90])
  })

  it('counts for a fact no fewer bytes than it takes in memory', () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const note = '二七区马寨产业园区工业四路'
    const many = Array.from({ length: 50_000 }, (_, index) => observation(`o${index}`, { note }))
    const text = JSON.stringify(many)
    collect()
    const before = process.memoryUsage().heapUsed
    const parsed = JSON.parse(text) as Fact[]
    collect()
    const taken = process.memoryUsage().heapUsed - before
    expect(parsed).toHaveLength(50_000)
    expect(taken).toBeLessThan(text.length * bytesPerCharacter)
    expect(taken).toBeGreaterThan(text.length * bytesPerCharacter * 0.4)
  })
})
