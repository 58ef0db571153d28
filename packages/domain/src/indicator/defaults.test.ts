import { describe, expect, it } from 'vitest'
import { indicator, smallPlan } from '../../test/small-plan.ts'
import { factsAfter, viewOn } from '../../test/year.ts'

describe('what is meant where nothing is declared (3, 4)', () => {
  it('amounts start from nothing and are met as soon as they add up to the target', () => {
    const plan = smallPlan({ indicators: [indicator('i1', { accumulation: 'PERIODIC' })] })
    const facts = factsAfter(plan, ['i1', '2020-03-31', '40'], ['i1', '2020-06-30', '60'])
    expect(viewOn(facts, '2020-05-31').assessment('indicator/i1')).toMatchObject({
      status: 'PENDING',
      achieved: '0.4',
    })
    expect(viewOn(facts, '2020-07-31').assessment('indicator/i1')).toMatchObject({
      status: 'MET',
      metOn: '2020-06-30',
    })
  })

  it('a level under a bound is judged by the way it has come, not by what is consumed of the bound', () => {
    const level = indicator('i1', {
      accumulation: 'LEVEL',
      direction: 'DECREASE',
      comparator: 'AT_MOST',
      baseline: '100',
      target: '80',
    })
    const facts = factsAfter(smallPlan({ indicators: [level] }), ['i1', '2020-06-30', '90'])
    expect(viewOn(facts, '2020-06-30').assessment('indicator/i1')).toMatchObject({
      status: 'PENDING',
      achieved: '0.5',
      gapPoints: '0',
      pace: 'ON_PACE',
    })
  })
})
