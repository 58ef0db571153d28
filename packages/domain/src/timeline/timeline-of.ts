import type { Instant } from '../calendar/date.ts'
import type { DayNumber } from '../calendar/day-number.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { inTimeOrder } from '../plan/definition-steps.ts'
import { type PolicyInForce, policyAt, policyDays } from '../policy/policy-at.ts'
import { jointNeeds, policyNeeds, scoreNeeds } from '../policy/policy-needs.ts'
import type { CompiledPolicy, RuleEngine } from '../rule/engine.ts'
import { BEFORE_ALL } from '../view/epochs.ts'
import { type KeepKey, keptOfDefinitions, type Ledger } from '../view/ledger.ts'
import { ledgerOf } from '../view/ledger-of.ts'
import { stepIndex } from '../view/steps.ts'
import { type PolicySchedule, segmentsOf } from './segments-of.ts'
import type { Segment } from './timeline.ts'

/** How a timeline is computed; of all facts, under the plan's own policy, unless told otherwise. */
export interface TimelineOptions {
  readonly knownAt?: Instant
  readonly includeSubmitted?: boolean
  readonly policy?: CompiledPolicy
  readonly engine?: RuleEngine
}

/**
 * The timeline of a commitment: its status and light on every day on which it is in view, from the first such day to
 * 9999-12-31, future days as they follow from the facts so far. Segments follow each other without overlap, with a gap
 * only while the commitment is out of the plan; neighbours differ in status or light; the reasons are the status codes
 * of a segment's first day. The segment that holds a day equals assess in that day's view for the same knownAt. A
 * policy that looks at lateness is asked until LATENESS_DAYS after the last change. Empty for an unknown commitment.
 */
export function timelineOf(
  facts: PlanFacts,
  commitment: CommitmentId,
  options: TimelineOptions | CompiledPolicy = {},
): readonly Segment[] {
  const { ledger, policies } = prepare(facts, options)
  const track = ledger.tracks.get(commitment)
  return track === undefined ? [] : segmentsOf(ledger, track, policies)
}

/** The timelines of all commitments that are in some view: indicators, then milestones, then obligations. */
export function timelinesOf(
  facts: PlanFacts,
  options: TimelineOptions | CompiledPolicy = {},
): ReadonlyMap<CommitmentId, readonly Segment[]> {
  const { ledger, policies } = prepare(facts, options)
  const timelines = new Map<CommitmentId, readonly Segment[]>()
  for (const id of ledger.tracks.ids()) {
    const track = ledger.tracks.get(id)
    if (track !== undefined) timelines.set(id, segmentsOf(ledger, track, policies))
  }
  return timelines
}

interface Prepared {
  readonly ledger: Ledger
  readonly policies: PolicySchedule
}

/** What timelines are computed with. */
export function prepare(facts: PlanFacts, options: TimelineOptions | CompiledPolicy): Prepared {
  const wanted: TimelineOptions = 'lightOf' in options ? { policy: options } : options
  const ledger = ledgerOf(facts, wanted)
  const { policy } = wanted
  return { ledger, policies: policy === undefined ? ownPolicies(ledger) : onlyPolicy(policy) }
}

function onlyPolicy(compiled: CompiledPolicy): PolicySchedule {
  const policy: PolicyInForce = { compiled, instead: null }
  return scheduleOf([BEFORE_ALL], [{ from: BEFORE_ALL, policy }], policy)
}

const OWN: KeepKey<PolicySchedule> = { name: 'own policies' }

/** The policies that the plan itself names from day to day. */
export function ownPolicies(ledger: Ledger): PolicySchedule {
  return keptOfDefinitions(ledger, OWN, () => {
    const days = inTimeOrder([BEFORE_ALL, ...policyDays(ledger)])
    const steps = days.map((from) => ({ from, policy: policyAt(ledger, from) }))
    return scheduleOf(days, steps, policyAt(ledger, BEFORE_ALL))
  })
}

function scheduleOf(
  days: readonly DayNumber[],
  steps: readonly { readonly from: DayNumber; readonly policy: PolicyInForce }[],
  first: PolicyInForce,
): PolicySchedule {
  const all = steps.map(({ policy }) => policy.compiled)
  return {
    days,
    at: (day) => steps[stepIndex(steps, day)]?.policy ?? first,
    needs: jointNeeds(all.map(policyNeeds)),
    scoreNeeds: jointNeeds(all.map(scoreNeeds)),
  }
}
