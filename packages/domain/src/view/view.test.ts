import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import type { PlanFacts } from '../fact/fact.ts'
import {
  LATER,
  noonOf,
  report,
  testFacts,
  testIndicator,
  testMilestone,
  testPlan,
  withFacts,
} from '../testing/facts-builder.ts'
import { viewOf } from './view-of.ts'

const plan = testPlan({ indicators: [testIndicator()], milestones: [testMilestone()] })

function actual(facts: PlanFacts, asOf: string, knownAt = LATER): string | null | undefined {
  const view = viewOf(facts, { asOf, knownAt })
  return view === undefined ? undefined : assess(view, 'indicator/i')?.actual
}

describe('1 A fact is in view when effectiveOn <= asOf, recordedAt <= knownAt, and nothing in view supersedes it', () => {
  const facts = testFacts(
    plan,
    report('03-31', '30', { id: 'first' }),
    report('03-31', '33', {
      id: 'second',
      supersedes: 'first',
      recordedAt: noonOf('05-02'),
    }),
  )

  it('shows no fact before its day', () => {
    expect(actual(facts, '2020-03-30')).toBeNull()
    expect(actual(facts, '2020-03-31')).toBe('33')
  })

  it('shows what was known at the time, and what is known now, for ever', () => {
    expect(actual(facts, '2020-04-30', noonOf('04-30'))).toBe('30')
    expect(actual(facts, '2020-04-30', noonOf('05-02'))).toBe('33')
    expect(actual(facts, '2020-03-31', noonOf('03-30'))).toBeNull()
  })

  it('keeps the old value in the views before the day of a correction that is for a later day', () => {
    const moved = testFacts(
      plan,
      report('03-31', '30', { id: 'first' }),
      report('04-15', '30', { supersedes: 'first' }),
    )
    expect(actual(moved, '2020-04-10')).toBe('30')
    const view = viewOf(moved, { asOf: '2020-04-15', knownAt: LATER })
    expect(view?.observations({ kind: 'INDICATOR', code: 'i' }).map((each) => each.counts)).toEqual(
      [false, true],
    )
  })

  it('does not bring back a fact when its correction is corrected', () => {
    const twice = testFacts(
      plan,
      report('03-31', '30', { id: 'a' }),
      report('03-31', '31', { id: 'b', supersedes: 'a' }),
      report('03-31', '32', { id: 'c', supersedes: 'b' }),
    )
    const view = viewOf(twice, { asOf: '2020-12-31', knownAt: LATER })
    const shown = view?.observations({ kind: 'INDICATOR', code: 'i' })
    expect(shown?.map((each) => each.supersededBy)).toEqual(['b', 'c', null])
    expect(shown?.map((each) => each.counts)).toEqual([false, false, true])
  })

  it('does not heed a fact that supersedes itself, a later one, none, or one of another type', () => {
    const odd = testFacts(
      plan,
      report('03-31', '30', { id: 'a', supersedes: 'b' }),
      report('04-01', '40', { id: 'b', supersedes: 'b' }),
      report('04-02', '50', { id: 'c', supersedes: 'nobody' }),
      { type: 'WAIVER', on: '04-02', commitment: 'x', approved: true, reason: '', supersedes: 'c' },
    )
    expect(actual(odd, '2020-03-31')).toBe('30')
    expect(actual(odd, '2020-04-01')).toBe('40')
    expect(actual(odd, '2020-04-02')).toBe('50')
  })

  it('is undefined before the plan is adopted, and for a date that does not exist', () => {
    expect(actual(facts, '2019-12-31')).toBeUndefined()
    expect(actual(facts, '2020-02-30')).toBeUndefined()
    expect(actual(facts, '2020-01-01', '2019-12-31T00:00:00.000Z')).toBeUndefined()
  })

  it('ignores a fact whose date does not exist, and a value that is no decimal', () => {
    const broken = withFacts(facts, report('2020-02-30', '99'), report('04-30', 'many'))
    expect(actual(broken, '2020-12-31')).toBe('33')
  })
})

describe('8 Only APPROVED observations are judged; a View may include SUBMITTED ones and says so', () => {
  const facts = testFacts(
    plan,
    report('03-31', '30', { state: 'DRAFT' }),
    report('04-30', '40', { id: 'o', state: 'SUBMITTED' }),
  )

  it('leaves out what is not approved', () => {
    expect(actual(facts, '2020-12-31')).toBeNull()
    const view = viewOf(facts, { asOf: '2020-12-31', knownAt: LATER, includeSubmitted: true })
    const assessment = view && assess(view, 'indicator/i')
    expect(assessment?.actual).toBe('40')
    expect(assessment?.reasons.map(({ code }) => code)).toContain('SUBMITTED_INCLUDED')
    expect(view?.at.includeSubmitted).toBe(true)
  })

  it('counts an approval from when it is known, and no more once it is returned', () => {
    const reviewed = withFacts(
      facts,
      {
        type: 'REVIEW',
        on: '04-30',
        observation: 'o',
        state: 'APPROVED',
        recordedAt: noonOf('05-05'),
      },
      {
        type: 'REVIEW',
        on: '04-30',
        observation: 'o',
        state: 'RETURNED',
        reason: '重复',
        recordedAt: noonOf('06-05'),
      },
    )
    expect(actual(reviewed, '2020-04-30', noonOf('05-04'))).toBeNull()
    expect(actual(reviewed, '2020-04-30', noonOf('05-05'))).toBe('40')
    expect(actual(reviewed, '2020-04-30', noonOf('06-05'))).toBeNull()
    const shown = viewOf(reviewed, { asOf: '2020-12-31', knownAt: LATER })?.observation('o')
    expect(shown).toMatchObject({
      reviewState: 'RETURNED',
      review: { reason: '重复' },
      counts: false,
    })
  })

  it('lets a correction take over only once it is judged', () => {
    const corrected = testFacts(
      plan,
      report('03-31', '30', { id: 'a' }),
      report('03-31', '35', { id: 'b', supersedes: 'a', state: 'SUBMITTED' }),
    )
    expect(actual(corrected, '2020-12-31')).toBe('30')
    const approved = withFacts(corrected, {
      type: 'REVIEW',
      on: '03-31',
      observation: 'b',
      state: 'APPROVED',
    })
    expect(actual(approved, '2020-12-31')).toBe('35')
  })
})
