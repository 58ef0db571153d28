import type { DayNumber, MilestoneRecord, Plan, SubjectRef } from '@duban/domain'
import { stageOfEvent } from '@duban/domain'
import { dayOf, workingDay } from '../calendar/days.ts'
import type { Random } from '../random/random.ts'
import { EARLIEST, makeOutcome } from './outcome.ts'
import { record, reporterOf } from './record.ts'

/** An event that is promised or asked for. */
interface Promised {
  readonly subject: SubjectRef
  readonly event: string
  readonly due: DayNumber
  readonly reporter: string
}

/** What is decided about a milestone elsewhere: the day it comes true, null for never. */
export type Decided = ReadonlyMap<string, DayNumber | null>

/** Records of the events due in the plan's period, some late and some never; a project's stages are recorded apart. */
export function recordEvents(
  plan: Plan,
  random: Random,
  decided: Decided,
): readonly MilestoneRecord[] {
  const first = dayOf(plan.period.start)
  const last = dayOf(plan.period.end)
  return promisedEvents(plan).flatMap(({ subject, event, due, reporter }) => {
    const key = `event/${subject.kind}/${subject.code}/${event}`
    const own = random.fork(key)
    const choice = subject.kind === 'MILESTONE' ? decided.get(subject.code) : undefined
    const outcome = choice === undefined ? makeOutcome(own, due) : choice
    if (outcome === null || outcome > last) return []
    const day = Math.max(first + EARLIEST, outcome)
    const by = reporterOf(reporter)
    const recordedOn = workingDay(day + own.int(1, 7))
    const common = { type: 'MILESTONE_RECORD', subject, event, happened: true } as const
    const right = { ...common, ...record(plan, own, { key, effectiveOn: day, recordedOn, by }) }
    if (!own.chance(3)) return [right]
    const wrong = {
      ...common,
      ...record(plan, own, { key: `${key}/early`, effectiveOn: day - 5, recordedOn, by }),
    }
    const correctedOn = workingDay(recordedOn + own.int(5, 25))
    const corrected = record(plan, own, { key, effectiveOn: day, recordedOn: correctedOn, by })
    return [wrong, { ...common, ...corrected, supersedes: wrong.id }]
  })
}

/** Every event once: those of milestones with their due dates, then what rules ask of whole kinds of subjects. */
function promisedEvents(plan: Plan): readonly Promised[] {
  const found = new Map<string, Promised>()
  const first = dayOf(plan.period.start)
  const last = dayOf(plan.period.end)
  const add = (promised: Promised): void => {
    const { subject, event, due } = promised
    const key = `${subject.kind}/${subject.code}/${event}`
    if (subject.kind === 'PROJECT' && stageOfEvent(event) !== undefined) return
    if (due >= first && due <= last && !found.has(key)) found.set(key, promised)
  }
  for (const milestone of plan.milestones) {
    if (milestone.dueOn === undefined) continue
    const own: SubjectRef = { kind: 'MILESTONE', code: milestone.code }
    const named = milestone.subject ?? { kind: 'PLAN', code: plan.code }
    add({
      subject: milestone.event === undefined ? own : named,
      event: milestone.event ?? 'met',
      due: dayOf(milestone.dueOn),
      reporter: milestone.responsible?.[0]?.unit ?? 'plan',
    })
  }
  for (const { code, subject } of plan.eventTypes) {
    // In CEL a code is a name, and so has no hyphens.
    const name = code.replaceAll('-', '_')
    const rule = plan.rules.find((it) => it.subject === subject && it.require.includes(name))
    const due = rule?.due !== undefined && 'on' in rule.due ? dayOf(rule.due.on) : last - 31
    for (const one of subjectsOf(plan, subject)) {
      add({ subject: { kind: subject, code: one }, event: code, due, reporter: 'plan' })
    }
  }
  return [...found.values()]
}

function subjectsOf(plan: Plan, kind: SubjectRef['kind']): readonly string[] {
  if (kind === 'PLAN') return [plan.code]
  const lists = {
    TASK: plan.tasks,
    PLATE: plan.plates,
    PROJECT: plan.projects,
    INDICATOR: plan.indicators,
    MILESTONE: plan.milestones,
  }
  return lists[kind].map(({ code }) => code)
}
