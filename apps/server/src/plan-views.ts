import { type Instant, type PlanFacts, type PlanView, todayIn, viewOf } from '@duban/domain'
import { ruleEngine } from './rule-engine.ts'
import type { PlanAt } from './schema/plan-at.ts'
import type { ViewChoice } from './schema/view-choice.ts'

/** Views kept of one revision of a plan: a page about two dates asks for the same few again and again. */
const viewsKept = 8

/** Later than anything that is recorded: a view of all that is known stays right as the clock goes on. */
const always: Instant = '9999-12-31T23:59:59.999Z'

const kept = new WeakMap<PlanFacts, Map<string, PlanView | undefined>>()

/** A plan in the view that was chosen; null where no definition of the plan is in that view. */
export function planAt(facts: PlanFacts, choice: ViewChoice, now: Instant): PlanAt | null {
  const timeZone = timeZoneOf(facts)
  const asOf = choice.asOf ?? (timeZone === null ? null : todayIn(timeZone, now))
  if (asOf === null) return null
  const { includeSubmitted } = choice
  const key = `${asOf} ${choice.knownAt ?? ''} ${includeSubmitted}`
  const views = kept.get(facts) ?? new Map<string, PlanView | undefined>()
  kept.set(facts, views)
  let view = views.get(key)
  if (view === undefined && !views.has(key)) {
    view = viewOf(facts, { asOf, knownAt: choice.knownAt ?? always, includeSubmitted }, ruleEngine)
    const oldest = views.size >= viewsKept ? views.keys().next() : undefined
    if (oldest && !oldest.done) views.delete(oldest.value)
    views.set(key, view)
  }
  if (view === undefined) return null
  return { facts, choice, asOf, knownAt: choice.knownAt ?? now, view, plan: view.plan }
}

const timeZones = new WeakMap<PlanFacts, string | null>()

/** The time zone of the plan as it was last defined; null where nothing defines it. Looked for once a revision. */
function timeZoneOf(facts: PlanFacts): string | null {
  let timeZone = timeZones.get(facts)
  if (timeZone === undefined) {
    timeZone = lastTimeZone(facts)
    timeZones.set(facts, timeZone)
  }
  return timeZone
}

function lastTimeZone({ facts }: PlanFacts): string | null {
  for (let at = facts.length - 1; at >= 0; at--) {
    const fact = facts[at]
    if (fact?.type === 'DEFINITION' && 'set' in fact.change && fact.change.set.kind === 'PLAN') {
      return fact.change.set.value.timeZone
    }
  }
  return null
}
