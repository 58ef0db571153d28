import { type Assessing, assessTrack } from '../assessment/assess-track.ts'
import type { Assessment } from '../assessment/assessment.ts'
import { type DayNumber, dayNumber } from '../calendar/day-number.ts'
import type {
  Commitment,
  IndicatorInView,
  MilestoneInView,
  Obligation,
} from '../commitment/commitment.ts'
import { shownOn } from '../commitment/shown-commitment.ts'
import type { Fact, PeriodLock, PlanFacts } from '../fact/fact.ts'
import { factsAt, latestAt } from '../fact/standing.ts'
import { ruleIssuesAt } from '../obligation/obligation-tracks.ts'
import { headerAt, partsAt } from '../plan/definition-steps.ts'
import { planWith } from '../plan/definitions-of.ts'
import type { Plan, PlanHeader } from '../plan/plan.ts'
import { policyAt } from '../policy/policy-at.ts'
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts'
import type { RuleEngine } from '../rule/engine.ts'
import {
  auditOn,
  eventsOn,
  extensionsOn,
  investmentDoneOn,
  observationsOn,
  stageOn,
  targetHistoryOn,
} from './facts-in-view.ts'
import { lazy, lazyGroups } from './lazy.ts'
import { factsAbout, type Ledger, type PlacedTrack } from './ledger.ts'
import { ledgerOf } from './ledger-of.ts'
import type { ObservationInView, PlanView } from './plan-view.ts'
import type { ViewAt } from './view.ts'

/**
 * The plan at a date, as known at an instant; undefined where no definition of the plan is in view, and for a date
 * that does not exist. With an engine its rules apply.
 */
export function viewOf(facts: PlanFacts, at: ViewAt, engine?: RuleEngine): PlanView | undefined {
  const day = dayNumber(at.asOf)
  if (day === null) return undefined
  const { knownAt, includeSubmitted = false } = at
  const ledger = ledgerOf(facts, { knownAt, includeSubmitted, engine })
  const header = headerAt(ledger, day)
  return header === null ? undefined : newView(facts, at, ledger, header, day)
}

function newView(
  facts: PlanFacts,
  at: ViewAt,
  ledger: Ledger,
  header: PlanHeader,
  day: DayNumber,
): PlanView {
  const plan = lazy(() =>
    planWith(header, (kind) => partsAt(ledger, kind, day).map(({ value }) => value)),
  )
  const policy = lazy(() => policyAt(ledger, day))
  const indicators = lazy(() => shownOf(ledger, 'INDICATOR', day).filter(isIndicator))
  const milestones = lazy(() => shownOf(ledger, 'MILESTONE', day).filter(isMilestone))
  const obligations = lazy(() => obligationsAt(ledger, plan(), day))
  const commitments = lazy((): readonly Commitment[] => [
    ...indicators(),
    ...milestones(),
    ...obligations(),
  ])
  const assessing = lazy((): Assessing => ({ ledger, day, policy: policy() }))
  // By the places of tracks; null where there is none, so that one look-up tells.
  const assessments: (Assessment | null | undefined)[] = []
  const byId = lazy(() => new Map(commitments().map((each) => [each.id, each])))
  const ofTask = lazyGroups(commitments, ({ task }) => [task])
  const withSubtasks = lazyGroups(commitments, ({ task }) => tasksAbove(plan(), task))
  const tasks = lazy(() => new Map(plan().tasks.map((each) => [each.code, each])))
  const projects = lazy(() => new Map(plan().projects.map((each) => [each.code, each])))
  const observations = lazy(() => observationsById(ledger))

  return {
    at,
    facts,
    ledger,
    header,
    rulesApplied: ledger.engine !== undefined,
    get plan() {
      return plan()
    },
    get policy() {
      return policy()
    },
    get policies() {
      const own = plan().policies
      const codes = new Set(own.map(({ code }) => code))
      return [...own, ...SHIPPED_POLICIES.filter(({ code }) => !codes.has(code))]
    },
    get ruleIssues() {
      return ruleIssuesAt(ledger, day)
    },
    get commitments() {
      return commitments()
    },
    get indicators() {
      return indicators()
    },
    get milestones() {
      return milestones()
    },
    get obligations() {
      return obligations()
    },
    commitment: (id) => byId().get(id),
    byTask: (code, below = false) => (below ? withSubtasks(code) : ofTask(code)),
    byPlate: lazyGroups(commitments, ({ plate }) => [plate]),
    byProject: lazyGroups(commitments, ({ project }) => [project]),
    byTheme: lazyGroups(commitments, ({ theme }) => [theme]),
    byUnit: lazyGroups(commitments, ({ responsible }) => responsible.map(({ unit }) => unit)),
    byRule: lazyGroups(obligations, ({ definition }) => [definition.code]),
    task: (code) => tasks().get(code),
    subtasks: lazyGroups(
      () => plan().tasks,
      ({ parent }) => [parent],
    ),
    project: (code) => projects().get(code),
    projectsOfTask: lazyGroups(
      () => plan().projects,
      ({ task }) => [task],
    ),
    projectsOfPlate: lazyGroups(
      () => plan().projects,
      ({ plate }) => [plate],
    ),
    assessment: (id) => {
      const { track, place } = ledger.tracks.made(id)
      if (track === undefined) return undefined
      const known = assessments[place]
      if (known !== undefined) return known ?? undefined
      const made = assessTrack(assessing(), track)
      assessments[place] = made ?? null
      return made
    },
    observations: (of) => observationsOn(ledger, of, day),
    observation: (id) => {
      const of = observations().get(id)
      return of === undefined ? undefined : findObservation(observationsOn(ledger, of, day), id)
    },
    stage: (project) => stageOn(ledger, project, day),
    investmentDone: (project) => investmentDoneOn(ledger, project, day),
    events: (subject) => eventsOn(ledger, subject, day),
    targetHistory: (indicator) => targetHistoryOn(ledger, indicator, day),
    amendments: (indicator) =>
      (indicator === undefined ? [...ledger.index.topics.amendments.keys()] : [indicator]).flatMap(
        (code) => valuesAt(factsAt(factsAbout(ledger, 'amendments', code), day)),
      ),
    extensions: (commitment) =>
      (commitment === undefined ? [...ledger.index.topics.requests.keys()] : [commitment]).flatMap(
        (id) => extensionsOn(ledger, id, day),
      ),
    waivers: (id) => valuesAt(factsAt(factsAbout(ledger, 'waivers', id), day)),
    assignments: (id) => valuesAt(factsAt(factsAbout(ledger, 'assignments', id), day)),
    judgement: (id) => latestAt(factsAbout(ledger, 'judgements', id), day)?.fact,
    audit: (id) => auditOn(ledger, id, day),
    get locks() {
      return valuesAt(factsAt(factsAbout(ledger, 'locks', ''), day))
    },
    get closedThrough() {
      return closedThrough(valuesAt(factsAt(factsAbout(ledger, 'locks', ''), day)))
    },
  }
}

function shownOf(
  ledger: Ledger,
  kind: 'INDICATOR' | 'MILESTONE',
  day: DayNumber,
): readonly Commitment[] {
  const tracks = ledger.tracks.ofKind(kind)
  const inOrder = partsAt(ledger, kind, day).flatMap(({ place }) => tracks[place] ?? [])
  return shownAmong(ledger, day, inOrder)
}

function obligationsAt(ledger: Ledger, plan: Plan, day: DayNumber): readonly Obligation[] {
  const order = new Map(plan.rules.map((rule, place) => [rule.code, place]))
  return shownAmong(ledger, day, ledger.tracks.ofKind('OBLIGATION'))
    .filter(isObligation)
    .sort((a, b) => (order.get(a.definition.code) ?? 0) - (order.get(b.definition.code) ?? 0))
}

function shownAmong(
  ledger: Ledger,
  day: DayNumber,
  tracks: readonly PlacedTrack[],
): readonly Commitment[] {
  const show = shownOn(ledger, day)
  const shown: Commitment[] = []
  for (const { track } of tracks) {
    const commitment = track === undefined ? undefined : show(track)
    if (commitment !== undefined) shown.push(commitment)
  }
  return shown
}

function isObligation(commitment: Commitment): commitment is Obligation {
  return commitment.kind === 'OBLIGATION'
}

function isIndicator(commitment: Commitment): commitment is IndicatorInView {
  return commitment.kind === 'INDICATOR'
}

function isMilestone(commitment: Commitment): commitment is MilestoneInView {
  return commitment.kind === 'MILESTONE'
}

/** A task and the tasks it lies below, each once. */
function tasksAbove(plan: Plan, task: string | null): readonly string[] {
  const above: string[] = []
  for (let code = task; code !== null && !above.includes(code); ) {
    above.push(code)
    code = plan.tasks.find((each) => each.code === code)?.parent ?? null
  }
  return above
}

function observationsById(ledger: Ledger) {
  const { indicatorObservations, projectObservations } = ledger.index.topics
  const all = [...indicatorObservations.values(), ...projectObservations.values()].flat()
  return new Map(all.map(({ fact }) => [fact.id, fact.of]))
}

function findObservation(
  list: readonly ObservationInView[],
  id: string,
): ObservationInView | undefined {
  return list.find(({ fact }) => fact.id === id)
}

function valuesAt<F extends Fact>(facts: readonly { readonly fact: F }[]): readonly F[] {
  return facts.map(({ fact }) => fact)
}

/** The last day that the latest act about it closes. */
function closedThrough(locks: readonly PeriodLock[]): string | null {
  const days = [...new Set(locks.map(({ through }) => through))].sort().reverse()
  const closed = days.find((day) => locks.findLast(({ through }) => through >= day)?.open === false)
  return closed ?? null
}
