import type { DayNumber, Milestone, Plan, Project, ProjectStage, StageChange } from '@duban/domain'
import { hasReached, stageOfEvent } from '@duban/domain'
import { dayOf, monthEnds, workingDay } from '../calendar/days.ts'
import type { Random } from '../random/random.ts'
import { EARLIEST, makeOutcome } from './outcome.ts'
import { record, reporterOf } from './record.ts'

/** A stage that a project enters on a day. */
export interface StageStep {
  readonly stage: ProjectStage
  readonly day: DayNumber
}

const ORDER: readonly ProjectStage[] = [
  'PREPARING',
  'PREPARED',
  'CLEARED',
  'STARTED',
  'COMPLETED',
  'IN_USE',
]

/** Months of the year by whose end a stage is asked for, by kind. */
const MONTH_DUE = {
  NEW_START: { PREPARED: 2, CLEARED: 4, STARTED: 6 },
  PRELIMINARY: { PREPARING: 2, PREPARED: 6, CLEARED: 8, STARTED: 9 },
} as const satisfies Record<string, Partial<Record<ProjectStage, number>>>

/** The stages a project goes through within the plan's period, in order, late or never in some cases. */
export function makeStages(random: Random, plan: Plan, project: Project): readonly StageStep[] {
  const first = dayOf(plan.period.start)
  const last = dayOf(plan.period.end)
  const ends = monthEnds(first, last)
  const dues = new Map<ProjectStage, DayNumber>()
  const kind = project.kind ?? 'NEW_START'
  if (kind === 'CONTINUING') {
    if (random.chance(25)) dues.set('COMPLETED', last - random.int(0, 100))
    if (dues.size > 0 && random.chance(40)) dues.set('IN_USE', last)
  } else {
    for (const [stage, month] of Object.entries(MONTH_DUE[kind])) {
      // The keys are stages by the table's type, which Object.entries forgets.
      dues.set(stage as ProjectStage, ends[month - 1] ?? last)
    }
  }
  for (const [stage, due] of promisedStages(plan.milestones, project)) dues.set(stage, due)
  return stepsOf(random, project.stage ?? 'PREPARING', dues, first, last)
}

function promisedStages(
  milestones: readonly Milestone[],
  project: Project,
): readonly (readonly [ProjectStage, DayNumber])[] {
  return milestones.flatMap(({ subject, event, dueOn }) => {
    const stage = event === undefined ? undefined : stageOfEvent(event)
    const own = subject?.kind === 'PROJECT' && subject.code === project.code
    return own && stage !== undefined && dueOn !== undefined ? [[stage, dayOf(dueOn)] as const] : []
  })
}

function stepsOf(
  random: Random,
  current: ProjectStage,
  dues: ReadonlyMap<ProjectStage, DayNumber>,
  first: DayNumber,
  last: DayNumber,
): readonly StageStep[] {
  const steps: StageStep[] = []
  let earliest = first + EARLIEST
  for (const stage of ORDER) {
    const due = dues.get(stage)
    if (due === undefined || hasReached(current, stage)) continue
    const outcome = makeOutcome(random, due)
    if (outcome === null) break
    const day = Math.max(earliest, outcome)
    if (day > last) break
    steps.push({ stage, day })
    earliest = day + random.int(5, 15)
  }
  const idle = suspension(random, current, steps, last)
  return [...steps, ...idle].toSorted((a, b) => a.day - b.day)
}

/** A few sites stand still from autumn on, most of them until work may go on. */
function suspension(
  random: Random,
  current: ProjectStage,
  steps: readonly StageStep[],
  last: DayNumber,
): readonly StageStep[] {
  if (current !== 'STARTED' || steps.length > 0 || !random.chance(5)) return []
  const from = last - random.int(45, 120)
  const until = from + random.int(20, 60)
  const stopped: StageStep = { stage: 'SUSPENDED', day: from }
  return until > last ? [stopped] : [stopped, { stage: 'STARTED', day: until }]
}

/** The facts of a project's stages; some starts are recorded with a wrong date first. */
export function recordStages(
  plan: Plan,
  random: Random,
  project: Project,
  steps: readonly StageStep[],
): readonly StageChange[] {
  const by = reporterOf(project.responsible?.[0]?.unit ?? project.code)
  return steps.flatMap(({ stage, day }) => {
    const key = `stage/${project.code}/${day}`
    const recordedOn = workingDay(day + random.int(1, 7))
    const common = { type: 'STAGE_CHANGE', project: project.code, stage } as const
    const right = { ...common, ...record(plan, random, { key, effectiveOn: day, recordedOn, by }) }
    if (stage !== 'STARTED' || !random.chance(4)) return [right]
    const wrong = {
      ...common,
      ...record(plan, random, { key: `${key}/early`, effectiveOn: day - 4, recordedOn, by }),
    }
    const correctedOn = workingDay(recordedOn + random.int(10, 30))
    const corrected = record(plan, random, { key, effectiveOn: day, recordedOn: correctedOn, by })
    return [wrong, { ...common, ...corrected, supersedes: wrong.id }]
  })
}
