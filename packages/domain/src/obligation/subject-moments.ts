import { judgeOn } from '../assessment/judge.ts'
import { type PolicyLookups, policyFactsOf } from '../assessment/policy-facts.ts'
import { type DayNumber, dateOfDay } from '../calendar/day-number.ts'
import { definedFrom } from '../commitment/defined.ts'
import { type Moment, type Moments, viewDays } from '../commitment/moment.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import { termsAt } from '../commitment/terms.ts'
import { stateDays } from '../commitment/track.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import {
  type EventRecords,
  eventEpochDays,
  eventSteps,
  recordsOf,
} from '../milestone/event-steps.ts'
import { definitionSteps, headerSteps, inTimeOrder } from '../plan/definition-steps.ts'
import { eventCodes, eventDates, projectMoments } from '../project/project-moments.ts'
import type { SubjectFacts } from '../rule/engine.ts'
import type { Rule } from '../rule/rule.ts'
import type { GroupFacts, IndicatorFacts } from '../rule/subject-facts.ts'
import { BEFORE_ALL, epochsOf } from '../view/epochs.ts'
import type { Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import { countsOf, NO_COUNTS } from './subject-counts.ts'

/** A subject that a rule may be about. */
export type RuleSubject = SubjectRef & { readonly kind: Rule['subject'] }

/** What of a subject has to be looked up beyond it. */
export interface SubjectLookups extends PolicyLookups {
  readonly counts: boolean
  /** What has been invested in a project. */
  readonly invested: boolean
}

/** The moments of a rule's subject, with what its conditions look up. */
export function subjectMoments(
  ledger: Ledger,
  subject: RuleSubject,
  lookups: SubjectLookups,
): Moments {
  switch (subject.kind) {
    case 'PROJECT':
      return projectMoments(ledger, subject.code, lookups.invested)
    case 'INDICATOR':
      return indicatorMoments(ledger, subject.code, lookups)
    case 'PLAN':
    case 'TASK':
    case 'PLATE':
      return groupMoments(ledger, { kind: subject.kind, code: subject.code }, lookups.counts)
  }
}

/** A plan, a task or a plate: what gathers projects and commitments. */
export type GroupRef = RuleSubject & { readonly kind: 'PLAN' | 'TASK' | 'PLATE' }

function groupMoments(ledger: Ledger, group: GroupRef, counted: boolean): Moments {
  const sources = recordsAbout(ledger, group)
  const presence = presenceOf(ledger, group)
  const counts = counted ? countsOf(ledger, group) : undefined
  const epochDays = [...eventEpochDays(sources), ...(counts?.days.slice(1) ?? [])]
  return epochsOf(epochDays, (epochDay): readonly Moment[] => {
    const events = sources.map((source) => ({
      event: source.event,
      steps: eventSteps([source], epochDay),
    }))
    const countSteps = counts?.at(epochDay) ?? []
    const lists = [presence, countSteps, ...events.map(({ steps }) => steps)]
    const days = [BEFORE_ALL, ...lists.flatMap((list) => list.map(({ from }) => from))]
    return inTimeOrder(days).map((from): Moment => {
      const known: Omit<GroupFacts, 'asOf'> = {
        code: group.code,
        events: eventDates(events, from),
        counts: countSteps[stepIndex(countSteps, from)]?.counts ?? NO_COUNTS,
      }
      return {
        from,
        present: presence[stepIndex(presence, from)]?.present === true,
        facts: (day) => ({ ...known, asOf: dateOfDay(day) ?? '' }),
        evidence: () => events.flatMap(({ steps }) => steps[stepIndex(steps, from)]?.fact ?? []),
      }
    })
  })
}

function recordsAbout(
  ledger: Ledger,
  subject: RuleSubject & { readonly kind: 'PLAN' | 'TASK' | 'PLATE' | 'INDICATOR' },
): readonly EventRecords[] {
  return eventCodes(ledger, subject.kind, subject.code).map((event) =>
    recordsOf(ledger, { subject, event }),
  )
}

function presenceOf(
  ledger: Ledger,
  { kind, code }: GroupRef,
): readonly { readonly from: DayNumber; readonly present: boolean }[] {
  if (kind !== 'PLAN') return definedFrom(definitionSteps(ledger, kind, code))
  return headerSteps(ledger).map(({ from, value }) => ({ from, present: value !== null }))
}

/** The moments of an indicator: what conditions see of it is what assessing it on the day gives. */
function indicatorMoments(ledger: Ledger, code: string, lookups: PolicyLookups): Moments {
  const sources = recordsAbout(ledger, { kind: 'INDICATOR', code })
  return epochsOf(eventEpochDays(sources), (epochDay): readonly Moment[] => {
    const track = ledger.tracks.get(`indicator/${code}`)
    if (track === undefined) return []
    const events = sources.map((source) => ({
      event: source.event,
      steps: eventSteps([source], epochDay),
    }))
    const days = [
      ...track.terms.map(({ from }) => from),
      ...viewDays(track.epochs, stateDays),
      ...events.flatMap(({ steps }) => steps.map(({ from }) => from)),
    ]
    return inTimeOrder(days).map((from): Moment => {
      const dates = eventDates(events, from)
      return {
        from,
        present: judgeOn(track, from) !== undefined,
        facts: (day) => indicatorFacts(ledger, code, dates, lookups, day),
        evidence: () => [
          ...track.epochs.at(from).evidence(from),
          ...events.flatMap(({ steps }) => steps[stepIndex(steps, from)]?.fact ?? []),
        ],
      }
    })
  })
}

function indicatorFacts(
  ledger: Ledger,
  code: string,
  events: GroupFacts['events'],
  lookups: PolicyLookups,
  day: DayNumber,
): SubjectFacts {
  const track = ledger.tracks.get(`indicator/${code}`)
  const judged = track === undefined ? undefined : judgeOn(track, day)
  const terms = track === undefined ? undefined : termsAt(track.terms, day)
  // Filled in field by field: what is absent is not known, and conditions tell it from what is undefined.
  const facts: Writable<Partial<IndicatorFacts>> & Record<string, unknown> = {
    code,
    asOf: dateOfDay(day) ?? '',
    monthsBehind: 0,
    lastYear: {},
    peers: { count: 0 },
    events,
  }
  if (terms !== undefined && isIndicatorTerms(terms)) {
    const { unit, direction, task, plate } = terms.definition
    facts.unit = unit
    facts.direction = direction
    if (task !== undefined) facts.task = task
    if (plate !== undefined) facts.plate = plate
  }
  if (judged === undefined) return facts
  const all = policyFactsOf(ledger, judged, lookups)
  for (const name of FIGURES) {
    const value = all[name]
    if (value !== null) facts[name] = value
  }
  facts.monthsBehind = all.monthsBehind
  const { actual, changePercent } = all.lastYear
  if (actual !== null)
    facts.lastYear = changePercent === null ? { actual } : { actual, changePercent }
  const { average, count } = all.peers
  if (average !== null) facts.peers = { average, count }
  return facts
}

const FIGURES = ['actual', 'target', 'achieved', 'expected', 'gapPoints'] as const

type Writable<T> = { -readonly [K in keyof T]: T[K] }
