import { describe, expect, it } from 'vitest'
import { indicator, milestone, project, smallPlan } from '../../test/small-plan.ts'
import { factsAfter, viewOn } from '../../test/year.ts'
import { hypotheticalFacts, whatIf } from './what-if.ts'

const plan = smallPlan({
  indicators: [indicator('i1'), indicator('i2')],
  milestones: [
    milestone('m1'),
    milestone('m2', {
      subject: { kind: 'PROJECT', code: 'x1' },
      event: 'started',
      dueOn: '2020-09-30',
    }),
  ],
  projects: [project('x1')],
})
const facts = factsAfter(plan, ['i1', '2020-05-31', '30', 'roads'])
const at = { asOf: '2020-12-31', knownAt: '2030-01-01T00:00:00.000Z' }

describe('11 what if', () => {
  const before = viewOn(facts, at.asOf)
  const assumed = hypotheticalFacts(before, [
    { of: { kind: 'INDICATOR', code: 'i1' }, value: '100', on: '2020-12-01' },
    { of: { kind: 'INDICATOR', code: 'i2' }, value: '60', on: '2020-12-01', reporter: 'roads' },
    { subject: { kind: 'MILESTONE', code: 'm1' }, event: 'met', on: '2020-07-15' },
    { project: 'x1', stage: 'STARTED', on: '2020-09-01' },
  ])

  it('judges by the same functions over the facts with the hypothetical ones', () => {
    const view = whatIf(facts, assumed, at)
    const status = (id: string) => view?.assessment(id)?.status
    expect(['indicator/i1', 'indicator/i2', 'milestone/m1', 'milestone/m2'].map(status)).toEqual([
      'MET',
      'DUE_SOON',
      'MET_LATE',
      'MET',
    ])
  })

  it('saves nothing: the plan itself stays what it was', () => {
    const held = JSON.stringify(facts)
    const statuses = () =>
      viewOn(facts, at.asOf).commitments.map(
        ({ id }) => viewOn(facts, at.asOf).assessment(id)?.status,
      )
    const was = statuses()
    expect(whatIf(facts, assumed, at)?.commitments).toHaveLength(4)
    expect(JSON.stringify(facts)).toBe(held)
    expect(statuses()).toEqual(was)
    expect(was).toEqual(['DUE_SOON', 'DUE_SOON', 'OVERDUE', 'OVERDUE'])
  })

  it('takes the place of the usual reporter’s value, or that of the unit in the lead', () => {
    const [first] = assumed
    expect(first).toMatchObject({ reporter: 'roads', synthetic: true, state: 'APPROVED' })
    const [second] = hypotheticalFacts(before, [
      { of: { kind: 'INDICATOR', code: 'i2' }, value: '60', on: '2020-12-01' },
    ])
    expect(second).toMatchObject({ reporter: 'housing' })
    const [third] = hypotheticalFacts(before, [
      { of: { kind: 'PROJECT', code: 'x1' }, value: '60', on: '2020-12-01' },
    ])
    expect(third).toMatchObject({ reporter: 'housing' })
  })
})
