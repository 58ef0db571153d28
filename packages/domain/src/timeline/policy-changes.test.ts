import { describe, expect, it } from 'vitest'
import { deskOf, engine } from '../../test/desk.ts'
import { indicator, milestone, smallPlan } from '../../test/small-plan.ts'
import { factsAfter } from '../../test/year.ts'
import type { Policy } from '../policy/policy.ts'
import { timelineOf } from './timeline-of.ts'
import { touchedBy } from './touched-by.ts'

function policy(version: string, when: string): Policy {
  return {
    code: 'own',
    version,
    title: { zh: '办法' },
    lights: [
      { light: 'RED', when },
      { light: 'GREEN', when: 'true' },
    ],
  }
}

describe('a timeline under policies', () => {
  it('changes its light on the day another version of the policy comes into force', () => {
    const desk = deskOf(
      smallPlan({
        policy: 'own',
        policies: [policy('1', 'false')],
        indicators: [],
        milestones: [milestone('m1', { dueOn: '2020-12-31' })],
      }),
    )
    const strict = policy('2', 'kind == "MILESTONE"')
    desk.give({ type: 'SAVE_POLICY', policy: strict, effectiveOn: '2020-05-20' })
    const [first, second] = timelineOf(desk.facts(), 'milestone/m1', { engine })
    expect(first).toMatchObject({ from: '2020-01-01', to: '2020-05-19', light: 'GREEN' })
    expect(second).toMatchObject({ from: '2020-05-20', light: 'RED' })
  })

  it('may be lit by a policy that is handed in', () => {
    const facts = factsAfter(smallPlan({ indicators: [], milestones: [milestone('m1')] }))
    const red = engine.compilePolicy(policy('1', 'true'))
    if (!red.ok) throw new Error('it compiles')
    expect(new Set(timelineOf(facts, 'milestone/m1', red.value).map(({ light }) => light))).toEqual(
      new Set(['RED']),
    )
    expect(timelineOf(facts, 'milestone/m1').map(({ light }) => light)).toContain('GREEN')
  })

  it('follows the pace from the day after a report on', () => {
    // 25 % is expected on 31 March; a value just above it falls behind on the next day.
    const plan = smallPlan({ indicators: [indicator('i1')], milestones: [] })
    const facts = factsAfter(plan, ['i1', '2020-03-31', '25.1'])
    const lights = timelineOf(facts, 'indicator/i1').slice(0, 3)
    expect(lights.map(({ from, light }) => [from, light])).toEqual([
      ['2020-01-01', 'GREY'],
      ['2020-03-31', 'GREEN'],
      ['2020-04-01', 'BLUE'],
    ])
  })
})

it('a report touches what is computed from what is computed from it', () => {
  const ratio = (code: string, numerator: string) =>
    indicator(code, { accumulation: 'RATIO', numerator, denominator: 'i1', unit: 'PERCENT' })
  const plan = smallPlan({
    indicators: [indicator('i1'), indicator('i2'), ratio('r1', 'i2'), ratio('r2', 'r1')],
    milestones: [],
  })
  const facts = factsAfter(plan, ['i2', '2020-03-31', '25'])
  expect(touchedBy(facts, facts.facts.slice(-1), engine)).toEqual(
    new Set(['indicator/i2', 'indicator/r1', 'indicator/r2']),
  )
})
