import { sameValue } from '@duban/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeline } from '../../test/samples.ts'
import { type RunRow, runsOf } from './runs.ts'
import { changeOf, writtenSegments } from './written-segments.ts'

const days = ['2020-01-01', '2020-02-01', '2020-03-01', '2020-04-01'] as const

const rows = fc.subarray([...days]).chain((from) =>
  fc.tuple(
    ...from.map((day) =>
      fc.record({
        from: fc.constant(day),
        light: fc.constantFrom('GREEN' as const, 'RED' as const),
        task: fc.constantFrom('task-1', 'task-2', null),
        reasons: fc.constantFrom(['DUE_SOON'], []),
      }),
    ),
  ),
)

describe('what differs between two timelines', () => {
  it('makes the one of the other, and is nothing between equals', () => {
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (before, after, isSameObject) => {
        const was = timeline('indicator/a', ...before).segments
        const fresh = timeline('indicator/a', ...after)
        const kept = fresh.segments.map((row) => was.find((each) => sameValue(each, row)) ?? row)
        // Some of the rows that stay are the same objects, as they are when timelines go on from earlier ones.
        const is = isSameObject ? { ...fresh, segments: kept } : fresh
        const { differing, gone } = changeOf(is, was)
        const table = new Map(runsOf(was).map((row) => [row.segment.from, row]))
        for (const { fromDay } of gone ?? []) expect(table.delete(fromDay)).toBe(true)
        for (const row of differing) table.set(row.segment.from, row)
        const wanted = runsOf(is.segments)
        expect([...table.values()].sort(byDay)).toEqual(wanted)
        const stood = new Set(runsOf(was).map((row) => JSON.stringify(row)))
        const unchanged = wanted.filter((row) => stood.has(JSON.stringify(row)))
        expect(differing).toHaveLength(wanted.length - unchanged.length)
      }),
    )
  })

  it('is a row of each unit that is no longer in the lead', () => {
    const ledBy = (...units: string[]) => units.map((unit) => ({ unit, role: 'LEAD' as const }))
    const was = timeline(
      'indicator/a',
      { from: days[0], responsible: ledBy('u1', 'u2', 'u3') },
      { from: days[1], responsible: ledBy('u1', 'u2') },
    ).segments
    const is = timeline('indicator/a', { from: days[0], responsible: ledBy('u2') })
    expect(changeOf(is, was).gone).toEqual([
      { fromDay: days[0], lead: 1 },
      { fromDay: days[0], lead: 2 },
      { fromDay: days[1], lead: 0 },
      { fromDay: days[1], lead: 1 },
    ])
  })

  it('is all of one that nothing is known of', () => {
    const is = timeline('indicator/a', { from: days[0] }, { from: days[1] })
    const all = { timeline: is, differing: runsOf(is.segments), gone: null }
    expect(changeOf(is, undefined)).toEqual(all)
  })
})

const after = (base: number) => ({ base, last: base + 1 })

describe('the segments written', () => {
  const a = timeline('indicator/a', { from: days[0] })
  const b = timeline('indicator/b', { from: days[0] })
  const c = timeline('indicator/c', { from: days[0] })

  it('are known for the revision that they were written for, and for no other', () => {
    const written = writtenSegments(10)
    written.keep('p', after(1), [a], false)
    written.keep('p', after(2), [b], false)
    expect(written.standing('p', 3)('indicator/a')).toBe(a.segments)
    expect(written.standing('p', 3)('indicator/c')).toBeUndefined()
    expect(written.standing('p', 2)('indicator/a')).toBeUndefined()
    expect(written.standing('q', 3)('indicator/a')).toBeUndefined()
    // Another process wrote the fourth.
    written.keep('p', after(4), [c], false)
    expect(written.standing('p', 5)('indicator/a')).toBeUndefined()
    expect(written.standing('p', 5)('indicator/c')).toBe(c.segments)
    // An earlier commit that is heard of late.
    written.keep('p', after(3), [a], false)
    expect(written.standing('p', 5)('indicator/a')).toBeUndefined()
  })

  it('are known for the last of several revisions that they were written for', () => {
    const written = writtenSegments(10)
    written.keep('p', after(1), [a], false)
    written.keep('p', { base: 2, last: 5 }, [b], false)
    expect(written.standing('p', 3)('indicator/b')).toBeUndefined()
    expect(written.standing('p', 5)('indicator/a')).toBe(a.segments)
    expect(written.standing('p', 5)('indicator/b')).toBe(b.segments)
  })

  it('are forgotten with the whole plan written anew, and beyond the bound', () => {
    const written = writtenSegments(2)
    written.keep('p', after(1), [a, b], false)
    written.keep('p', after(2), [c], true)
    expect(written.standing('p', 3)('indicator/a')).toBeUndefined()
    written.keep('q', after(1), [a, b], false)
    expect(written.standing('p', 3)('indicator/c')).toBeUndefined()
    expect(written.standing('q', 2)('indicator/b')).toBe(b.segments)
    written.keep('r', after(1), [a, b, c], false)
    expect(written.standing('r', 2)('indicator/a')).toBeUndefined()
    written.forget()
    expect(written.standing('q', 2)('indicator/b')).toBeUndefined()
  })
})

function byDay({ segment: one }: RunRow, { segment: other }: RunRow): number {
  return one.from < other.from ? -1 : 1
}
