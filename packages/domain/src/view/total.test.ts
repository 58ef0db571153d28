import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { forecast } from '../indicator/forecast.ts'
import { createRuleEngine } from '../rule/create-rule-engine.ts'
import { dates, planFacts } from '../testing/arbitrary-facts.ts'
import { timelinesOf } from '../timeline/timeline-of.ts'
import type { PlanView } from './plan-view.ts'
import { viewOf } from './view-of.ts'

const engine = createRuleEngine()

/** What the types allow where a date, a decimal, an instant, a code or a condition is meant. */
const texts = fc.constantFrom(
  '',
  'x',
  '-',
  '1e9',
  '-0.10',
  '99999999999999999999999999999999999',
  '0.0000000000000000000000001',
  '2020-02-30',
  '0001-01-01',
  '2020-06-30',
  '__proto__',
  'constructor',
  'i',
  'ratio',
  'indicator/i',
  '\u0000',
  '💥',
)

const numbers = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.5, 1e21)

interface Spoiling {
  readonly at: number
  readonly text: string
  readonly number: number
}

const spoilings = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 400 }), text: texts, number: numbers }),
  { minLength: 1, maxLength: 6 },
)

/** Facts in which some texts and numbers are others; kinds and types stay what they are. */
function spoiled(facts: PlanFacts, changes: readonly Spoiling[]): PlanFacts {
  let place = 0
  const spoil = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => spoil(each, key))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, spoil(each, name)]),
      )
    }
    if (FIXED.has(key)) return value
    place++
    const change = changes.find(({ at }) => at === place)
    if (change === undefined) return value
    return typeof value === 'number'
      ? change.number
      : typeof value === 'string'
        ? change.text
        : value
  }
  // Only texts and numbers have been replaced, by texts and numbers.
  return { ...facts, facts: spoil(facts.facts, '') as PlanFacts['facts'] }
}

/** Fields that hold one of a set of texts. */
const FIXED: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'state',
  'stage',
  'field',
  'direction',
  'comparator',
  'accumulation',
  'fulfilment',
  'pace',
  'aggregate',
  'severity',
  'subject',
  'light',
  'role',
])

function everythingIn(view: PlanView): unknown {
  const subjects = [
    { kind: 'PROJECT' as const, code: 'x' },
    { kind: 'PLAN' as const, code: 'p' },
    { kind: 'MILESTONE' as const, code: 'm' },
  ]
  return [
    view.plan,
    view.policies,
    view.ruleIssues,
    view.locks,
    view.closedThrough,
    view.amendments(),
    view.extensions(),
    subjects.map((subject) => view.events(subject)),
    view.observations({ kind: 'INDICATOR', code: 'i' }),
    view.observation('a1'),
    view.stage('x'),
    view.investmentDone('x'),
    view.subtasks('t'),
    view.projectsOfPlate('q'),
    view.commitments.map(({ id, code, task }) => [
      view.commitment(id),
      view.byTask(task ?? '', true),
      view.targetHistory(code),
      view.audit(id),
      view.waivers(id),
      view.assignments(id),
      view.judgement(id),
      assess(view, id),
      forecast(view, id),
    ]),
  ]
}

describe('no function of a view returns NaN or Infinity or throws on any input the types allow', () => {
  it('whatever stands in the facts', () => {
    fc.assert(
      fc.property(planFacts, spoilings, dates, (facts, changes, asOf) => {
        const odd = spoiled(facts, changes)
        const view = viewOf(odd, { asOf, knownAt: '9999-12-31T00:00:00.000Z' }, engine)
        const found = [
          view === undefined ? null : everythingIn({ ...view, commitments: view.commitments }),
          [...timelinesOf(odd, { engine })],
        ]
        // JSON turns NaN and Infinity into null; the texts made of them would stay.
        expect(JSON.stringify(found, unreal)).not.toMatch(/UNREAL|"-?(NaN|Infinity)"/)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('whatever is asked', () => {
    fc.assert(
      fc.property(planFacts, texts, texts, texts, (facts, asOf, knownAt, id) => {
        const view = viewOf(facts, { asOf, knownAt }, engine)
        if (view === undefined) return
        expect([
          view.commitment(id),
          assess(view, id),
          view.audit(id),
          forecast(view, id),
        ]).toHaveLength(4)
      }),
    )
  })
})

/** Marks numbers that are none, except those that were put in. */
function unreal(key: string, value: unknown): unknown {
  const wrong = typeof value === 'number' && !Number.isFinite(value)
  return wrong && key !== 'warnDays' && key !== 'order' ? 'UNREAL' : value
}
