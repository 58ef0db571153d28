import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakdown } from '../src/breakdown/breakdown.ts'
import type { Dimension } from '../src/breakdown/dimension.ts'
import type { Measure } from '../src/breakdown/measure.ts'
import type { Command } from '../src/decide/command.ts'
import { decide } from '../src/decide/decide.ts'
import { findings } from '../src/finding/findings.ts'
import { lintPlan } from '../src/finding/lint-plan.ts'
import { changesSince } from '../src/history/changes-since.ts'
import { history } from '../src/history/history.ts'
import { spansOf } from '../src/history/interval.ts'
import { series } from '../src/history/series.ts'
import { message } from '../src/message/message.ts'
import { remindersOf } from '../src/report/reminders.ts'
import { rollUp } from '../src/rollup/roll-up.ts'
import { scores } from '../src/score/scores.ts'
import { planFacts } from '../src/testing/arbitrary-facts.ts'
import { viewOf } from '../src/view/view-of.ts'
import { hypotheticalFacts, whatIf } from '../src/what-if/what-if.ts'
import { engine, system } from './desk.ts'
import { indicator, smallPlan } from './small-plan.ts'

/** Paths of the numbers in a value that are NaN or infinite. */
function unreal(value: unknown, path = '', seen = new Set<object>()): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (typeof value === 'string') return /\b(NaN|Infinity)\b/.test(value) ? [path] : []
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  return Object.entries(value).flatMap(([key, each]) => unreal(each, `${path}.${key}`, seen))
}

const odd = fc.constantFrom(
  '',
  ' ',
  'x',
  '-',
  '0',
  '-0.10',
  '1e9',
  '99999999999999999999999999999999999',
  '0.0000000000000000000000001',
  '2020-02-30',
  '0001-01-01',
  '9999-12-31',
  '2020-06-30',
  '2020-06-30T00:00:00.000Z',
  '__proto__',
  'constructor',
  'i1',
  'm1',
  'x1',
  'r1',
  'housing',
  'indicator/i1',
  'milestone/m1',
  'obligation/r1/x1',
  '{"a":1}',
  '\u0000',
  '💥',
)

describe('nothing throws, and no number is NaN or infinite', () => {
  const dimensions: readonly Dimension[] = [
    'TASK',
    'UNIT',
    'PROJECT_STAGE',
    'STATUS',
    'DUE_MONTH',
    'RULE',
  ]
  const measures: readonly Measure[] = [
    'COUNT',
    'BY_STATUS',
    'BY_LIGHT',
    'TARGET',
    'ACTUAL',
    'ACHIEVED',
    'INVESTMENT',
    'SCORE',
    'DAYS_LATE',
  ]

  it('in whatever is asked of the view of random facts', () => {
    const dates = fc.constantFrom(
      '2020-01-01',
      '2020-02-29',
      '2020-07-01',
      '2021-06-30',
      '9999-12-31',
    )
    const interval = fc.constantFrom('WEEK', 'MONTH', 'QUARTER' as const)
    fc.assert(
      fc.property(
        planFacts,
        dates,
        interval,
        fc.subarray([...dimensions]),
        (facts, asOf, cut, by) => {
          const at = { asOf, knownAt: '9999-12-31T23:59:59.999Z' }
          const view = viewOf(facts, at, engine)
          const earlier = viewOf(facts, { ...at, asOf: '2020-03-01' }, engine)
          if (view === undefined) return
          const assumed = hypotheticalFacts(view, [
            { of: { kind: 'INDICATOR', code: 'i' }, value: 'x', on: asOf },
            { subject: { kind: 'PLATE', code: 'none' }, event: 'none', on: asOf },
          ])
          const asked = [
            breakdown(view, by, measures),
            rollUp(
              view,
              view.commitments.map(({ id }) => id),
            ),
            scores(view, 'UNIT'),
            findings(view).map((finding) => [finding, message(finding, 'ZH')]),
            view.indicators.map(({ code }) => series(view, code, cut)),
            remindersOf(view, { every: 'QUARTER', withinDays: 10 }),
            earlier === undefined ? [] : changesSince(earlier, view),
            history(facts, 'QUARTER', at, engine),
            whatIf(facts, assumed, at, engine)?.commitments.map(({ dueOn }) => dueOn),
          ]
          expect(unreal(asked)).toEqual([])
        },
      ),
      { numRuns: 15 },
    )
  })

  it('in deciding commands made of odd texts', () => {
    const facts = decideOn({ type: 'IMPORT_PLAN', plan: smallPlan() })
    const command: fc.Arbitrary<Command> = fc.oneof(
      fc
        .record({
          of: fc.record({ kind: fc.constantFrom('INDICATOR', 'PROJECT' as const), code: odd }),
          value: odd,
          unit: odd,
          effectiveOn: odd,
          reporter: odd,
          note: odd,
        })
        .map(
          (observation): Command => ({ type: 'REPORT_OBSERVATIONS', observations: [observation] }),
        ),
      fc
        .record({ observation: odd, value: odd, effectiveOn: odd, reason: odd })
        .map((it): Command => ({ type: 'CORRECT_OBSERVATION', ...it })),
      fc.record({ observation: odd, reason: odd }).map(
        (it): Command => ({
          type: 'REVIEW_OBSERVATIONS',
          reviews: [{ ...it, state: 'RETURNED' }],
        }),
      ),
      fc
        .record({
          subject: fc.record({
            kind: fc.constantFrom('PLAN', 'TASK', 'MILESTONE', 'PROJECT', 'INDICATOR' as const),
            code: odd,
          }),
          event: odd,
        })
        .chain((of) =>
          odd.map((on): Command => ({ type: 'RECORD_MILESTONE', of, on, supersedes: on })),
        ),
      fc
        .record({ project: odd, on: odd, supersedes: odd })
        .map((it): Command => ({ type: 'RECORD_PROJECT_STAGE', stage: 'STARTED', ...it })),
      fc
        .record({ indicator: odd, value: odd, reason: odd, effectiveOn: odd, document: odd })
        .map((it): Command => ({ type: 'AMEND_TARGET', field: 'targetUpper', ...it })),
      fc
        .record({ commitment: odd, dueOn: odd, reason: odd })
        .map((it): Command => ({ type: 'REQUEST_EXTENSION', ...it })),
      fc
        .record({ request: odd, reason: odd })
        .map((it): Command => ({ type: 'DECIDE_EXTENSION', approved: false, ...it })),
      fc
        .record({ commitment: odd, reason: odd, effectiveOn: odd })
        .map((it): Command => ({ type: 'WAIVE_COMMITMENT', ...it })),
      fc
        .record({ commitment: odd, unit: odd, effectiveOn: odd })
        .map((it): Command => ({ type: 'ASSIGN_UNIT', role: 'LEAD', ...it })),
      fc
        .record({ through: odd, reason: odd })
        .map((it): Command => ({ type: 'CLOSE_PERIOD', ...it })),
      fc
        .record({ through: odd, reason: odd })
        .map((it): Command => ({ type: 'REOPEN_PERIOD', ...it })),
      fc
        .record({ commitment: odd, reason: odd, on: odd })
        .map((it): Command => ({ type: 'JUDGE', light: 'RED', ...it })),
      fc.record({ code: odd, when: odd, require: odd, task: odd }).map(
        (it): Command => ({
          type: 'SAVE_RULE',
          rule: {
            ...it,
            title: { zh: '规' },
            subject: 'PROJECT',
            severity: 'INFO',
            due: { cel: it.when },
            locators: [],
          },
        }),
      ),
      fc.record({ code: odd, when: odd, version: odd }).map(
        (it): Command => ({
          type: 'SAVE_POLICY',
          policy: {
            code: it.code,
            version: it.version,
            title: { zh: '办' },
            lights: [{ light: 'RED', when: it.when }],
            scores: [{ code: it.code, title: { zh: '分' }, when: it.when, points: it.version }],
          },
        }),
      ),
      fc
        .record({
          target: odd,
          dueOn: odd,
          unit: odd,
          numerator: odd,
          weight: odd,
          timeZone: odd,
          start: odd,
          end: odd,
        })
        .map(
          ({ timeZone, start, end, ...fields }): Command => ({
            type: 'IMPORT_PLAN',
            plan: smallPlan({
              timeZone,
              period: { start, end },
              indicators: [indicator('i1', fields)],
            }),
          }),
        ),
    )
    fc.assert(
      fc.property(command, odd, (given, now) => {
        for (const instant of [now, '2020-08-01T00:00:00.000Z']) {
          const decision = decide(facts, given, {
            now: instant,
            actor: system,
            newId: () => 'id',
            engine,
          })
          const refusals = decision.ok ? [] : decision.refusals
          expect(unreal(decision)).toEqual([])
          expect(refusals.map((refusal) => message(refusal, 'EN')).join()).not.toMatch(/\{\w+\}/)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('in linting a plan of odd texts, and in cutting odd periods', () => {
    fc.assert(
      fc.property(
        fc.record({
          target: odd,
          dueOn: odd,
          unit: odd,
          task: odd,
          plate: odd,
          parts: fc.array(odd),
        }),
        odd,
        odd,
        (fields, start, end) => {
          const plan = smallPlan({ indicators: [indicator('i1', fields)], period: { start, end } })
          expect(unreal([lintPlan(plan), spansOf({ start, end: start }, 'WEEK')])).toEqual([])
        },
      ),
    )
  })
})

function decideOn(command: Command) {
  const facts = { code: 'small-2020', revision: 0, facts: [] }
  let ids = 0
  const context = {
    now: '2020-01-01T00:00:00.000Z',
    actor: system,
    newId: () => `f${++ids}`,
    engine,
  }
  const decision = decide(facts, command, context)
  return { ...facts, facts: decision.ok ? decision.facts : [] }
}
