import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskOf } from '../../test/desk.ts'
import { indicator, milestone, smallPlan } from '../../test/small-plan.ts'
import { factsAfter, viewOn } from '../../test/year.ts'
import { rollUp } from './roll-up.ts'

function nearly(value: string | number | null): string | null {
  return value === null ? null : Number(value).toFixed(8)
}

describe('7 the roll-up', () => {
  const plan = smallPlan({
    indicators: [
      indicator('i1', { weight: '3' }),
      indicator('i2', { weight: '1' }),
      indicator('i3', { weight: '4' }),
    ],
    milestones: [],
  })
  const facts = factsAfter(plan, ['i1', '2020-05-31', '50'], ['i2', '2020-05-31', '130'])
  const all = ['indicator/i1', 'indicator/i2', 'indicator/i3']

  it('gives the weighted mean of the clamped achieved over those known, and the coverage', () => {
    const view = viewOn(facts, '2020-06-30')
    expect(rollUp(view, all)).toEqual({
      count: 3,
      byStatus: { WAIVED: 0, MET: 1, MET_LATE: 0, OVERDUE: 0, DUE_SOON: 0, UNKNOWN: 1, PENDING: 1 },
      byLight: { GREEN: 2, BLUE: 0, YELLOW: 0, RED: 0, GREY: 1 },
      achieved: '0.625',
      coverage: '0.5',
      light: 'GREEN',
    })
  })

  it('takes the worst child’s light, and is grey where none is lit', () => {
    expect(rollUp(viewOn(facts, '2020-08-31'), all)).toMatchObject({
      light: 'YELLOW',
      byLight: { GREEN: 1, YELLOW: 1, GREY: 1 },
    })
    expect(rollUp(viewOn(facts, '2020-08-31'), ['indicator/i3']).light).toBe('GREY')
    expect(rollUp(viewOn(facts, '2020-08-31'), [])).toMatchObject({
      count: 0,
      achieved: null,
      coverage: null,
      light: 'GREY',
    })
  })

  it('counts a milestone as done or not done, leaves the waived out, and each once', () => {
    const desk = deskOf(
      smallPlan({ indicators: [], milestones: ['m1', 'm2', 'm3'].map((code) => milestone(code)) }),
    )
    desk.give({ type: 'RECORD_MILESTONE', of: { milestone: 'm1' }, on: '2020-06-18' })
    desk.give({
      type: 'WAIVE_COMMITMENT',
      commitment: 'milestone/m3',
      reason: 'flood',
      effectiveOn: '2020-06-01',
    })
    const view = viewOn(desk.facts(), '2020-06-30')
    const ids = ['milestone/m1', 'milestone/m2', 'milestone/m3', 'milestone/m1', 'milestone/none']
    expect(rollUp(view, ids)).toMatchObject({
      count: 3,
      achieved: '0.5',
      coverage: '1',
      byStatus: { WAIVED: 1, MET: 1, DUE_SOON: 1 },
    })
  })

  it('never counts an unknown as nothing done: mean and coverage stay within 0 and 1', () => {
    const value = fc.option(fc.integer({ min: -50, max: 300 }), { nil: null })
    const weight = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(fc.array(fc.tuple(value, weight), { maxLength: 6 }), (some) => {
        const random = smallPlan({
          indicators: some.map(([, each], at) => indicator(`i${at}`, { weight: String(each) })),
          milestones: [],
        })
        const reports = some.flatMap(([each], at) =>
          each === null ? [] : [[`i${at}`, '2020-05-31', String(each)] as const],
        )
        const view = viewOn(factsAfter(random, ...reports), '2020-06-30')
        const { achieved, coverage } = rollUp(
          view,
          some.map((_, at) => `indicator/i${at}`),
        )
        const clamped = (each: number) => Math.min(1, Math.max(0, each / 100))
        const known = some.flatMap(([each, weighs]) =>
          each === null ? [] : [[each, weighs] as const],
        )
        const knownWeight = known.reduce((sum, [, weighs]) => sum + weighs, 0)
        const allWeight = some.reduce((sum, [, weighs]) => sum + weighs, 0)
        const sum = known.reduce((total, [each, weighs]) => total + clamped(each) * weighs, 0)
        const mean = knownWeight === 0 ? null : sum / knownWeight
        const share = allWeight === 0 ? null : knownWeight / allWeight
        expect(nearly(achieved)).toBe(nearly(mean))
        expect(nearly(coverage)).toBe(nearly(share))
      }),
      { numRuns: 60 },
    )
  })
})
