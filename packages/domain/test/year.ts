import type { PlanFacts } from '../src/fact/fact.ts'
import type { Plan } from '../src/plan/plan.ts'
import type { RuleEngine } from '../src/rule/engine.ts'
import type { PlanView } from '../src/view/plan-view.ts'
import { viewOf } from '../src/view/view-of.ts'
import { type Desk, deskOf } from './desk.ts'

/** Reports `value` of an indicator for a day, approved and recorded on the next. */
export function report(
  desk: Desk,
  code: string,
  on: string,
  value: string,
  reporter = 'housing',
): string {
  const decision = desk.give(
    {
      type: 'REPORT_OBSERVATIONS',
      observations: [
        {
          of: { kind: 'INDICATOR', code },
          value,
          effectiveOn: on,
          reporter,
          state: 'APPROVED',
        },
      ],
    },
    { now: `${on}T23:00:00.000Z` },
  )
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusals))
  return decision.facts[0]?.id ?? ''
}

/** A plan's facts after some reports, each `[indicator, day, value, reporter?]`, in the order of their days. */
export function factsAfter(
  plan: Plan,
  ...reports: readonly (readonly [string, string, string, string?])[]
): PlanFacts {
  const desk = deskOf(plan)
  for (const [code, on, value, reporter] of reports) report(desk, code, on, value, reporter)
  return desk.facts()
}

/** The view of a day with everything known; a test that has none there is wrong. */
export function viewOn(facts: PlanFacts, asOf: string, engine?: RuleEngine): PlanView {
  const view = viewOf(facts, { asOf, knownAt: '2030-01-01T00:00:00.000Z' }, engine)
  if (view === undefined) throw new Error(`no plan in view on ${asOf}`)
  return view
}
