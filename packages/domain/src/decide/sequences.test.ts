import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskOf, deskOn, engine, person } from '../../test/desk.ts'
import { indicator, milestone, project, smallPlan } from '../../test/small-plan.ts'
import { plainAssessment } from '../assessment/assess-track.ts'
import { dateOfDay } from '../calendar/day-number.ts'
import type { Fact, PlanFacts } from '../fact/fact.ts'
import type { Rule } from '../rule/rule.ts'
import { viewOf } from '../view/view-of.ts'
import type { Command } from './command.ts'

const rule: Rule = {
  code: 'r1',
  title: { zh: '开工' },
  subject: 'PROJECT',
  require: 'has(project.events.started)',
  due: { on: '2020-06-30' },
  severity: 'WARNING',
  locators: [],
}
const plans = [
  smallPlan({ rules: [rule] }),
  smallPlan({ indicators: [indicator('i1', { target: '120' }), indicator('i5')] }),
  smallPlan({ milestones: [milestone('m1', { dueOn: '2020-08-31' })], projects: [project('x1')] }),
]
const FIRST_DAY = 18_262

const day = fc
  .integer({ min: FIRST_DAY - 10, max: FIRST_DAY + 380 })
  .map((number) => dateOfDay(number) ?? '')
const text = fc.constantFrom('a reason', 'another', '')
const commitment = fc.constantFrom(
  'indicator/i1',
  'indicator/i2',
  'milestone/m1',
  'milestone/m3',
  'obligation/r1/x1',
  'milestone/none',
)
const value = fc.constantFrom('1', '25', '60.5', '100', '-3', 'x')
const unit = fc.constantFrom('housing', 'roads', 'nobody')
const of = fc.constantFrom(
  { kind: 'INDICATOR', code: 'i1' } as const,
  { kind: 'INDICATOR', code: 'i2' } as const,
  { kind: 'INDICATOR', code: 'i3' } as const,
  { kind: 'PROJECT', code: 'x1' } as const,
)
/** A fact given some steps ago, to correct or decide upon; any fact, for most do not fit. */
const earlier = fc.nat(12)

type Step = { readonly now: number; readonly command: (facts: readonly Fact[]) => Command }

const idAt = (facts: readonly Fact[], back: number) => facts.at(-1 - back)?.id ?? 'none'

const command: fc.Arbitrary<Step['command']> = fc.oneof(
  fc
    .array(
      fc.record({
        of,
        value,
        effectiveOn: day,
        reporter: unit,
        state: fc.constantFrom('DRAFT', 'SUBMITTED', 'APPROVED' as const),
      }),
      { minLength: 1, maxLength: 2 },
    )
    .map((observations) => () => ({ type: 'REPORT_OBSERVATIONS', observations }) as const),
  fc.tuple(earlier, value, text).map(
    ([back, next, reason]) =>
      (facts: readonly Fact[]) =>
        ({
          type: 'CORRECT_OBSERVATION',
          observation: idAt(facts, back),
          value: next,
          reason,
          state: 'APPROVED',
        }) as const,
  ),
  fc.tuple(earlier, fc.constantFrom('SUBMITTED', 'APPROVED', 'RETURNED' as const), text).map(
    ([back, state, reason]) =>
      (facts: readonly Fact[]) =>
        ({
          type: 'REVIEW_OBSERVATIONS',
          reviews: [{ observation: idAt(facts, back), state, reason }],
        }) as const,
  ),
  fc.tuple(fc.constantFrom('m1', 'm2', 'm3'), day, fc.boolean()).map(
    ([code, on, happened]) =>
      () =>
        ({ type: 'RECORD_MILESTONE', of: { milestone: code }, on, happened }) as const,
  ),
  fc.tuple(fc.constantFrom('PREPARED', 'STARTED', 'SUSPENDED', 'IN_USE' as const), day).map(
    ([stage, on]) =>
      () =>
        ({ type: 'RECORD_PROJECT_STAGE', project: 'x1', stage, on }) as const,
  ),
  fc.tuple(fc.constantFrom('i1', 'i3'), value, text, day).map(
    ([code, next, reason, effectiveOn]) =>
      () =>
        ({
          type: 'AMEND_TARGET',
          indicator: code,
          field: 'target',
          value: next,
          reason,
          effectiveOn,
        }) as const,
  ),
  fc.tuple(commitment, day, text).map(
    ([id, dueOn, reason]) =>
      () =>
        ({ type: 'REQUEST_EXTENSION', commitment: id, dueOn, reason }) as const,
  ),
  fc.tuple(earlier, fc.boolean()).map(
    ([back, approved]) =>
      (facts: readonly Fact[]) =>
        ({
          type: 'DECIDE_EXTENSION',
          request: idAt(facts, back),
          approved,
          reason: 'so decided',
        }) as const,
  ),
  fc.tuple(commitment, text, fc.boolean(), day).map(
    ([id, reason, approved, effectiveOn]) =>
      () =>
        ({ type: 'WAIVE_COMMITMENT', commitment: id, reason, approved, effectiveOn }) as const,
  ),
  fc.tuple(commitment, unit, fc.boolean()).map(
    ([id, code, assigned]) =>
      () =>
        ({ type: 'ASSIGN_UNIT', commitment: id, unit: code, role: 'SUPPORT', assigned }) as const,
  ),
  fc.tuple(day, fc.boolean()).map(
    ([through, open]) =>
      () =>
        ({ type: open ? 'REOPEN_PERIOD' : 'CLOSE_PERIOD', through, reason: 'the books' }) as const,
  ),
  fc.constantFrom(...plans).map((plan) => () => ({ type: 'IMPORT_PLAN', plan }) as const),
  fc.tuple(fc.constantFrom('true', 'has(project.events.cleared)', 'project.colour'), day).map(
    ([require, effectiveOn]) =>
      () =>
        ({ type: 'SAVE_RULE', rule: { ...rule, require }, effectiveOn }) as const,
  ),
)
/** Steps by a clock that mostly runs forward and now and then lags. */
const steps = fc.array(fc.record({ now: fc.integer({ min: -30, max: 86_400 * 20 }), command }), {
  minLength: 1,
  maxLength: 25,
})

const BEGIN = Date.parse('2020-01-02T00:00:00.000Z')

/** All that a view shows, as text. */
function shown(facts: PlanFacts, asOf: string, knownAt: string): string {
  const view = viewOf(facts, { asOf, knownAt }, engine)
  if (view === undefined) return 'no plan'
  const { plan, commitments, indicators, locks } = view
  return JSON.stringify([
    plan,
    commitments.map((it) => [it, view.assessment(it.id), view.audit(it.id)]),
    commitments.map(({ id }) => {
      const assessment = view.assessment(id)
      return assessment === undefined ? null : plainAssessment(assessment)
    }),
    indicators.map(({ definition: { code } }) => [
      view.observations({ kind: 'INDICATOR', code }),
      view.targetHistory(code),
    ]),
    locks,
  ])
}

describe('any sequence of commands', () => {
  it('only adds facts, in the order of recording, each with an id of its own', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const desk = deskOf(plans[0])
        let seconds = 0
        for (const { now, command: make } of all) {
          seconds = Math.max(0, seconds + now)
          const before = desk.facts()
          const given = desk.give(make(before.facts), {
            now: new Date(BEGIN + seconds * 1000).toISOString(),
          })
          const after = desk.facts()
          expect(after.facts.slice(0, before.facts.length)).toEqual(before.facts)
          expect(after.facts.length - before.facts.length).toBe(given.ok ? given.facts.length : 0)
          expect(after.revision - before.revision).toBe(given.ok ? 1 : 0)
        }
        const { facts } = desk.facts()
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
        const instants = facts.map(({ recordedAt }) => recordedAt)
        expect([...instants].sort()).toEqual(instants)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves every view of the past what it was', () => {
    fc.assert(
      fc.property(steps, fc.array(day, { minLength: 1, maxLength: 3 }), (all, days) => {
        const desk = deskOf(plans[0])
        const seen: { facts: PlanFacts; asOf: string; knownAt: string; text: string }[] = []
        let seconds = 0
        for (const { now, command: make } of all) {
          seconds += Math.abs(now) + 1
          const knownAt = new Date(BEGIN + seconds * 1000 - 1).toISOString()
          for (const asOf of days) {
            const facts = desk.facts()
            seen.push({ facts, asOf, knownAt, text: shown(facts, asOf, knownAt) })
          }
          desk.give(make(desk.facts().facts), {
            now: new Date(BEGIN + seconds * 1000).toISOString(),
          })
        }
        for (const { asOf, knownAt, text: was } of seen) {
          expect(shown(desk.facts(), asOf, knownAt)).toBe(was)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is decided alike by whoever knows the same facts, and refused without a change', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const actor = person(['REPORTER'], 'housing')
        const desk = deskOf(plans[0])
        for (const { command: make } of all) {
          const before = JSON.stringify(desk.facts())
          const given = make(desk.facts().facts)
          const first = desk.give(given, { actor, newId: () => 'same' })
          const added = first.ok ? first.facts.length : 0
          expect(desk.facts().facts.length).toBe(JSON.parse(before).facts.length + added)
          const clone: PlanFacts = JSON.parse(before)
          const again = deskOn(clone).give(given, { actor, newId: () => 'same' })
          expect(again).toEqual(first)
          if (added > 0) break
        }
      }),
      { numRuns: 40 },
    )
  })
})
