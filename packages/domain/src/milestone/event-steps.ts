import type { DayNumber } from '../calendar/day-number.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type { MilestoneRecord } from '../fact/fact.ts'
import { compareFacts, type IndexedFact } from '../fact/fact-index.ts'
import type { StandingFact } from '../fact/standing.ts'
import { hasReached, stageOfEvent } from '../project/stage-events.ts'
import { type StageStep, type Stages, stagesOf } from '../project/stage-steps.ts'
import { epochDaysOf, factsInEpoch } from '../view/epochs.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'

/** Whether an event of a subject has happened, from a day on. */
export interface EventStep {
  readonly from: DayNumber
  readonly happened: boolean
  /** The day it counts for: `from`, or of what was so from the start the day the subject came into the plan. */
  readonly on: DayNumber
  /** Id of the fact that says so. */
  readonly fact: string
}

interface Change extends IndexedFact {
  readonly happened: boolean
  readonly on: DayNumber
}

/** Which records tell of an event: of the subject itself, or of a milestone that stands for it. */
export interface EventSource {
  readonly subject: SubjectRef
  readonly event: string
}

/** What is recorded of an event. */
export interface EventRecords {
  readonly event: string
  /** Of its subject, other events among them. */
  readonly records: readonly StandingFact<MilestoneRecord>[]
  /** The stages that a project's built-in event follows; null of other events. */
  readonly stages: Stages | null
}

/** What is recorded of an event from one source. */
export function recordsOf(ledger: Ledger, { subject, event }: EventSource): EventRecords {
  return {
    event,
    records: factsAbout(ledger, 'records', subjectKey(subject)),
    stages: followsStages(subject, event) ? stagesOf(ledger, subject.code) : null,
  }
}

/** Whether an event is a project's built-in one, which follows its stages. */
export function followsStages(subject: SubjectRef, event: string): boolean {
  return subject.kind === 'PROJECT' && stageOfEvent(event) !== undefined
}

/**
 * Whether an event has happened, from day to day, as the views of an epoch see it. A project's built-in events follow
 * its stages: entering a stage is its event and those of the stages before; falling back undoes the later ones;
 * SUSPENDED and CANCELLED change none.
 */
export function eventSteps(
  sources: readonly EventRecords[],
  epochDay: DayNumber,
): readonly EventStep[] {
  const changes: Change[] = []
  for (const { event, records, stages } of sources) {
    for (const record of factsInEpoch(records, epochDay)) {
      if (record.fact.event !== event) continue
      changes.push({ ...record, happened: record.fact.happened, on: record.day })
    }
    if (stages !== null) changes.push(...stageChanges(stages.at(epochDay), event))
  }
  const steps: EventStep[] = []
  if (changes.length > 1) changes.sort(compareFacts)
  for (const { fact, day, happened, on } of changes) {
    if (steps.at(-1)?.from === day) steps.pop()
    if ((steps.at(-1)?.happened ?? false) === happened) continue
    steps.push({ from: day, happened, on, fact: fact.id })
  }
  return steps
}

function stageChanges(stages: readonly StageStep[], event: string): readonly Change[] {
  const wanted = stageOfEvent(event)
  if (wanted === undefined) return []
  return stages
    .filter(({ stage }) => stage !== 'SUSPENDED' && stage !== 'CANCELLED')
    .map(({ from, stage, on, fact }) => ({
      ...fact,
      day: from,
      on,
      happened: hasReached(stage, wanted),
    }))
}

/** The days on which the views of an event's past change. */
export function eventEpochDays(sources: readonly EventRecords[]): readonly DayNumber[] {
  return sources.flatMap(({ records, stages }) => [
    ...epochDaysOf(records),
    ...(stages?.days.slice(1) ?? []),
  ])
}

/** A subject as records are looked up by it. */
export function subjectKey({ kind, code }: SubjectRef): string {
  return `${kind}/${code}`
}
