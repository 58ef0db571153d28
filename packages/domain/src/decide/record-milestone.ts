import type { IsoDate } from '../calendar/date.ts'
import type { SubjectRef } from '../commitment/subject.ts'
import type { ProjectStage } from '../project/project.ts'
import { hasReached, stageOfEvent } from '../project/stage-events.ts'
import { checkPastDate, checkText, findFact, isRefusal } from './checks.ts'
import type { RecordMilestone } from './command.ts'
import type { Decision } from './decision.ts'
import type { Known } from './known.ts'
import { latestOn } from './latest.ts'
import { recordProjectStage, stageOn } from './record-stage.ts'
import { type Refusal, refuse } from './refusal.ts'
import { checkResponsible } from './responsible.ts'
import { baseOf, type Situation } from './situation.ts'

interface Event {
  readonly subject: SubjectRef
  readonly event: string
}

/** Records that an event happened; a project's built-in events are its stages, and are recorded as such. */
export function recordMilestone(situation: Situation, command: RecordMilestone): Decision {
  const event = findEvent(situation, command.of)
  if ('code' in event) return { ok: false, refusals: [event] }
  const stage = event.subject.kind === 'PROJECT' ? stageOfEvent(event.event) : undefined
  if (stage !== undefined) return recordStageOf(situation, command, event, stage)
  const happened = command.happened ?? true
  const refusals: Refusal[] = [
    ...checkResponsible(situation, command.type, 'of', event.subject),
    ...checkPastDate(situation, 'on', command.on),
    ...checkText('note', command.note),
    ...checkSuperseded(situation, command.supersedes, event),
    ...checkNews(situation.known, event, command.on, happened, command.supersedes),
  ]
  if (refusals.length > 0) return { ok: false, refusals }
  return {
    ok: true,
    facts: [
      {
        type: 'MILESTONE_RECORD',
        ...baseOf(situation, command.on, command.note),
        subject: event.subject,
        event: event.event,
        happened,
        ...(command.supersedes === undefined ? {} : { supersedes: command.supersedes }),
      },
    ],
  }
}

function recordStageOf(
  situation: Situation,
  command: RecordMilestone,
  event: Event,
  stage: ProjectStage,
): Decision {
  const project = event.subject.code
  const current = stageOn(situation.known, project, command.on, command.supersedes)
  if (command.happened === false) {
    const field = { field: 'happened', code: event.event }
    return { ok: false, refusals: [refuse('FIELD_NOT_APPLICABLE', 'happened', field)] }
  }
  if (current !== undefined && hasReached(current, stage)) {
    const happened = { event: event.event, on: command.on }
    return { ok: false, refusals: [refuse('ALREADY_HAPPENED', 'of', happened)] }
  }
  return recordProjectStage(situation, {
    type: 'RECORD_PROJECT_STAGE',
    project,
    stage,
    on: command.on,
    ...(command.supersedes === undefined ? {} : { supersedes: command.supersedes }),
    ...(command.note === undefined ? {} : { note: command.note }),
  })
}

function findEvent({ known, facts }: Situation, of: RecordMilestone['of']): Event | Refusal {
  if ('milestone' in of) {
    const milestone = known.definition('MILESTONE', of.milestone)
    if (milestone === undefined) {
      return refuse('UNKNOWN_CODE', 'of.milestone', { kind: 'MILESTONE', code: of.milestone })
    }
    const own: SubjectRef = { kind: 'MILESTONE', code: milestone.code }
    if (milestone.event === undefined) return { subject: own, event: 'met' }
    return {
      subject: milestone.subject ?? { kind: 'PLAN', code: facts.code },
      event: milestone.event,
    }
  }
  const { subject, event } = of
  if (known.definition(subject.kind, subject.code) === undefined) {
    return refuse('UNKNOWN_CODE', 'of.subject', subject)
  }
  return isEventOf(known, subject, event)
    ? { subject, event }
    : refuse('UNKNOWN_EVENT', 'of.event', { event, kind: subject.kind })
}

function isEventOf(known: Known, subject: SubjectRef, event: string): boolean {
  if (subject.kind === 'MILESTONE') {
    return event === 'met' && known.definition('MILESTONE', subject.code)?.event === undefined
  }
  if (subject.kind === 'PROJECT' && stageOfEvent(event) !== undefined) return true
  return known.definition('EVENT_TYPE', event)?.subject === subject.kind
}

function checkSuperseded(
  situation: Situation,
  supersedes: string | undefined,
  event: Event,
): readonly Refusal[] {
  if (supersedes === undefined) return []
  const old = findFact(situation, 'supersedes', supersedes, 'MILESTONE_RECORD')
  if (isRefusal(old)) return [old]
  const same =
    old.event === event.event &&
    old.subject.kind === event.subject.kind &&
    old.subject.code === event.subject.code
  if (!same) return [refuse('OTHER_SUBJECT', 'supersedes', { fact: old.id })]
  return checkPastDate(situation, 'supersedes', old.effectiveOn)
}

/** What holds already on the day is not news; another date for it is a correction. */
function checkNews(
  known: Known,
  event: Event,
  on: IsoDate,
  happened: boolean,
  without: string | undefined,
): Refusal[] {
  const key = `${event.event} of ${event.subject.kind}/${event.subject.code}`
  const records = known.about(key).filter((it) => it.type === 'MILESTONE_RECORD')
  const latest = latestOn(known, records, on, undefined, without)
  const holds = latest?.happened ?? false
  if (holds === happened) {
    return happened
      ? [refuse('ALREADY_HAPPENED', 'of', { event: event.event, on: latest?.effectiveOn ?? on })]
      : [refuse('NOT_HAPPENED', 'of', { event: event.event })]
  }
  return []
}
