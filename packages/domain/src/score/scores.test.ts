import { describe, expect, it } from 'vitest'
import { engine } from '../../test/desk.ts'
import { indicator, milestone, smallPlan } from '../../test/small-plan.ts'
import { factsAfter, viewOn } from '../../test/year.ts'
import { breakdown } from '../breakdown/breakdown.ts'
import type { Policy } from '../policy/policy.ts'
import { scoreOf } from './score.ts'
import { scores } from './scores.ts'

const policy: Policy = {
  code: 'points',
  version: '1',
  title: { zh: '计分办法' },
  lights: [{ light: 'GREEN', when: 'true' }],
  scores: [
    { code: 'met', title: { zh: '完成' }, when: 'status == "MET"', points: '1.5' },
    {
      code: 'late',
      title: { zh: '逾期' },
      when: 'status == "OVERDUE"',
      points: { cel: '-0.1 * double(daysLate)' },
    },
  ],
}
const plan = smallPlan({
  policy: 'points',
  policies: [policy],
  indicators: [
    indicator('i1'),
    indicator('i2', { responsible: [{ unit: 'roads', role: 'LEAD' }] }),
  ],
  milestones: [milestone('m1'), milestone('m2', { responsible: [] })],
})
const facts = factsAfter(plan, ['i1', '2020-05-31', '100'])

describe('scores', () => {
  it('are the points of each line that applies, totalled exactly', () => {
    const view = viewOn(facts, '2020-07-03', engine)
    expect(scoreOf(view, 'indicator/i1')).toEqual({
      points: '1.5',
      lines: [{ code: 'met', points: '1.5' }],
    })
    expect(scoreOf(view, 'milestone/m1')?.points).toBe('-0.3')
    expect(scoreOf(view, 'indicator/none')).toBeUndefined()
  })

  it('are totalled per unit, most points first, equal ones sharing a rank', () => {
    const view = viewOn(facts, '2020-07-03', engine)
    expect(scores(view, 'UNIT')).toEqual([
      {
        key: 'housing',
        points: '1.2',
        lines: [
          { code: 'met', points: '1.5' },
          { code: 'late', points: '-0.3' },
        ],
        commitments: 2,
        rank: 1,
      },
      { key: 'roads', points: '0', lines: [], commitments: 1, rank: 2 },
      {
        key: null,
        points: '-0.3',
        lines: [{ code: 'late', points: '-0.3' }],
        commitments: 1,
        rank: 3,
      },
    ])
    expect(scores(view, 'KIND').map(({ points }) => points)).toEqual(['1.5', '-0.6'])
    expect(breakdown(view, ['UNIT'], ['SCORE']).map(({ values }) => values.score)).toEqual([
      '1.2',
      '0',
      '-0.3',
    ])
  })

  it('are nothing under a policy that scores nothing', () => {
    const view = viewOn(factsAfter(smallPlan()), '2020-07-03')
    expect(scores(view, 'TASK').map(({ points, rank }) => [points, rank])).toEqual([
      ['0', 1],
      ['0', 1],
    ])
  })
})
