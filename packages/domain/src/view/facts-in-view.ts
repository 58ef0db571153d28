import { type DayNumber, dateOfDay } from '../calendar/day-number.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import { extensionsOf } from '../commitment/due-changes.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type { Fact, Observation } from '../fact/fact.ts'
import type { IndexedFact } from '../fact/fact-index.ts'
import { factsAt, isKnown, latestAt, reviewStatesOf, supersedersOf } from '../fact/standing.ts'
import { targetChanges } from '../indicator/indicator-terms.ts'
import { valueOn } from '../indicator/series.ts'
import { textIn } from '../indicator/whole-number.ts'
import { eventSteps, recordsOf, subjectKey } from '../milestone/event-steps.ts'
import { eventSources } from '../milestone/milestone-track.ts'
import { definitionAt, partsAt } from '../plan/definition-steps.ts'
import { investmentDoneSeries } from '../project/investment-done.ts'
import { stagesOf } from '../project/stage-steps.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { PROJECT_EVENTS } from '../rule/event-field.ts'
import { BEFORE_ALL } from './epochs.ts'
import { factsAbout, type Ledger } from './ledger.ts'
import type {
  EventInView,
  ExtensionInView,
  ObservationInView,
  StageInView,
  TargetInView,
} from './plan-view.ts'
import { stepIndex } from './steps.ts'

/** The observations of an indicator or a project in the views of a day, superseded and unreviewed ones among them. */
export function observationsOn(
  ledger: Ledger,
  of: Observation['of'],
  day: DayNumber,
): readonly ObservationInView[] {
  const topic = of.kind === 'INDICATOR' ? 'indicatorObservations' : 'projectObservations'
  const indexed = ledger.index.topics[topic].get(of.code) ?? []
  const counted = new Set(factsAt(factsAbout(ledger, topic, of.code), day).map((each) => each.fact))
  return indexed
    .filter((each) => each.day <= day && isKnown(ledger, each))
    .map((each) => observationOn(ledger, each, counted.has(each.fact), day))
}

function observationOn(
  ledger: Ledger,
  indexed: IndexedFact<Observation>,
  counts: boolean,
  day: DayNumber,
): ObservationInView {
  const states = reviewStatesOf(ledger, indexed)
  const state = states[stepIndex(states, day)]
  const reviews = ledger.index.topics.reviews.get(indexed.fact.id)
  const review = reviews?.find((each) => each.fact.id === state?.review)
  const successor = supersedersOf(ledger, indexed).findLast((each) => each.day <= day)
  return {
    fact: indexed.fact,
    reviewState: state?.state ?? indexed.fact.state,
    review: review?.fact ?? null,
    supersededBy: successor?.fact.id ?? null,
    counts,
  }
}

/** The stage of a project in the views of a day. */
export function stageOn(ledger: Ledger, project: string, day: DayNumber): StageInView | undefined {
  if (definitionAt(ledger, 'PROJECT', project, day) === null) return undefined
  const steps = stagesOf(ledger, project).at(day)
  const step = steps[stepIndex(steps, day)]
  if (step === undefined) return undefined
  const since = step.from === BEFORE_ALL ? null : dateOfDay(step.from)
  return { stage: step.stage, since, fact: step.fact.fact.id }
}

/** What has been invested in a project this year, as far as it has been told. */
export function investmentDoneOn(ledger: Ledger, project: string, day: DayNumber): Decimal | null {
  const { epochs, scale } = investmentDoneSeries(ledger, project)
  const value = valueOn(epochs.at(day), day)
  return value === null ? null : textIn(value.n, value.over, scale)
}

/** The events of a subject that have happened by a day. */
export function eventsOn(
  ledger: Ledger,
  subject: SubjectRef,
  day: DayNumber,
): readonly EventInView[] {
  const records = factsAbout(ledger, 'records', subjectKey(subject))
  const codes = new Set([
    ...(subject.kind === 'PROJECT' ? PROJECT_EVENTS : []),
    ...partsAt(ledger, 'EVENT_TYPE', day).flatMap(({ code, value }) =>
      value.subject === subject.kind ? [code] : [],
    ),
    ...records.map((record) => record.fact.event),
  ])
  return [...codes].flatMap((event): EventInView[] => {
    const steps = eventSteps([recordsOf(ledger, { subject, event })], day)
    const step = steps[stepIndex(steps, day)]
    const on = step?.happened === true ? dateOfDay(step.on) : null
    return step === undefined || on === null ? [] : [{ event, on, fact: step.fact }]
  })
}

/** Every value that an indicator's target, upper bound and baseline have had by a day. */
export function targetHistoryOn(
  ledger: Ledger,
  indicator: string,
  day: DayNumber,
): readonly TargetInView[] {
  return targetChanges(ledger, indicator, day).flatMap(({ amendment, from, ...change }) => {
    const date = dateOfDay(from)
    if (date === null || (amendment === null && change.value === null)) return []
    const reason = amendment?.reason ?? null
    return [{ ...change, from: date, reason, document: amendment?.document ?? null, amendment }]
  })
}

/** The extensions asked for on a commitment by a day, with what was decided by then. */
export function extensionsOn(
  ledger: Ledger,
  commitment: CommitmentId,
  day: DayNumber,
): readonly ExtensionInView[] {
  return extensionsOf(ledger, commitment)
    .filter(({ request }) => request.from <= day && day < request.until)
    .map(({ request, decisions }) => ({
      request: request.fact,
      decision: latestAt(decisions, day)?.fact ?? null,
    }))
}

/** All facts known by a day that are about a commitment, superseded ones too, in the order of recording. */
export function auditOn(ledger: Ledger, commitment: CommitmentId, day: DayNumber): readonly Fact[] {
  const { topics } = ledger.index
  const slash = commitment.indexOf('/')
  const kind = commitment.slice(0, slash)
  const code = commitment.slice(slash + 1)
  const requests = topics.requests.get(commitment) ?? []
  const lists: (readonly IndexedFact[] | undefined)[] = [
    requests,
    ...requests.map((request) => topics.decisions.get(request.fact.id)),
    topics.waivers.get(commitment),
    topics.assignments.get(commitment),
    topics.judgements.get(commitment),
  ]
  if (kind === 'indicator') lists.push(...aboutIndicator(ledger, code))
  if (kind === 'milestone') lists.push(...aboutMilestone(ledger, code, day))
  if (kind === 'obligation')
    lists.push(topics.definitions.get(`RULE/${code.slice(0, code.indexOf('/'))}`))
  return lists
    .flatMap((list) => list ?? [])
    .filter((each) => each.day <= day && isKnown(ledger, each))
    .sort((a, b) => a.place - b.place)
    .map((each) => each.fact)
}

function aboutIndicator(
  { index }: Ledger,
  code: string,
): readonly (readonly IndexedFact[] | undefined)[] {
  const { topics } = index
  const observations = topics.indicatorObservations.get(code) ?? []
  return [
    topics.definitions.get(`INDICATOR/${code}`),
    topics.amendments.get(code),
    observations,
    ...observations.map((each) => topics.reviews.get(each.fact.id)),
  ]
}

function aboutMilestone(
  ledger: Ledger,
  code: string,
  day: DayNumber,
): readonly (readonly IndexedFact[] | undefined)[] {
  const { topics } = ledger.index
  const milestone = definitionAt(ledger, 'MILESTONE', code, day)
  const sources = milestone === null ? [] : eventSources(ledger, milestone)
  return [
    topics.definitions.get(`MILESTONE/${code}`),
    ...sources.map(({ subject, event }) =>
      topics.records.get(subjectKey(subject))?.filter((each) => each.fact.event === event),
    ),
    ...sources.map(({ subject }) =>
      subject.kind === 'PROJECT' ? topics.stages.get(subject.code) : undefined,
    ),
  ]
}
