import type { DayNumber } from '../calendar/day-number.ts'
import { shownCommitment } from '../commitment/shown-commitment.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { type ProjectMoment, projectMoments } from '../project/project-moments.ts'
import type { SubjectCounts } from '../rule/subject-facts.ts'
import { type Epochs, epochsOf } from '../view/epochs.ts'
import { type KeepKey, keptIn, type Ledger } from '../view/ledger.ts'
import type { GroupRef } from './subject-moments.ts'

/** What a group counts from a day on. */
export interface CountStep {
  readonly from: DayNumber
  readonly counts: SubjectCounts
}

const KEPT: KeepKey<Map<string, Epochs<readonly CountStep[]>>> = { name: 'subject counts' }

/** The counts of a plan, a task with the tasks below it, or a plate, as the views of different days see them. */
export function countsOf(ledger: Ledger, group: GroupRef): Epochs<readonly CountStep[]> {
  const kept = keptIn(ledger, KEPT, () => new Map())
  const key = `${group.kind}/${group.code}`
  let counts = kept.get(key)
  if (counts === undefined) {
    counts = newCounts(ledger, group)
    kept.set(key, counts)
  }
  return counts
}

type Delta = { readonly from: DayNumber } & { readonly [K in keyof SubjectCounts]?: number }

function newCounts(ledger: Ledger, group: GroupRef): Epochs<readonly CountStep[]> {
  const projects = ledger.index.codes.get('PROJECT') ?? []
  const belongs = belongingTo(ledger, group)
  const epochDays = projects.flatMap((code) => projectMoments(ledger, code, false).days.slice(1))
  return epochsOf(epochDays, (epochDay) => {
    const deltas: Delta[] = [...commitmentDeltas(ledger, belongs)]
    for (const code of projects) {
      const moments = projectMoments(ledger, code, false).at(epochDay)
      moments.forEach((moment, at) => {
        const before = moments[at - 1]
        if (before !== undefined) deltas.push(projectDelta(before, belongs, moment.from, -1))
        deltas.push(projectDelta(moment, belongs, moment.from, 1))
      })
    }
    return addedUp(deltas)
  })
}

type Belongs = (part: {
  readonly task?: string | null | undefined
  readonly plate?: string | null | undefined
}) => boolean

function belongingTo(ledger: Ledger, { kind, code }: GroupRef): Belongs {
  if (kind === 'PLAN') return () => true
  if (kind === 'PLATE') return ({ plate }) => plate === code
  const tasks = tasksBelow(ledger, code)
  return ({ task }) => task !== null && task !== undefined && tasks.has(task)
}

function tasksBelow(ledger: Ledger, code: string): ReadonlySet<string> {
  const below = new Set([code])
  const codes = ledger.index.codes.get('TASK') ?? []
  for (let size = 0; size < below.size; ) {
    size = below.size
    for (const task of codes) {
      const parent = definitionSteps(ledger, 'TASK', task).findLast((step) => step.value !== null)
        ?.value?.parent
      if (parent !== undefined && below.has(parent)) below.add(task)
    }
  }
  return below
}

function projectDelta(
  { present, definition, known }: ProjectMoment,
  belongs: Belongs,
  from: DayNumber,
  sign: 1 | -1,
): Delta {
  if (!present || !belongs(definition)) return { from }
  const { events } = known
  return {
    from,
    projects: sign,
    ...(definition.kind === 'NEW_START' ? { newStarts: sign } : {}),
    ...(events.started === undefined ? {} : { started: sign }),
    ...(events.completed === undefined ? {} : { completed: sign }),
    ...(events.in_use === undefined ? {} : { inUse: sign }),
  }
}

function commitmentDeltas(ledger: Ledger, belongs: Belongs): readonly Delta[] {
  return [
    ...kindDeltas(ledger, belongs, 'indicator/', 'INDICATOR', 'indicators'),
    ...kindDeltas(ledger, belongs, 'milestone/', 'MILESTONE', 'milestones'),
  ]
}

function kindDeltas(
  ledger: Ledger,
  belongs: Belongs,
  prefix: string,
  kind: 'INDICATOR' | 'MILESTONE',
  counted: 'indicators' | 'milestones',
): readonly Delta[] {
  return (ledger.index.codes.get(kind) ?? []).flatMap((code): Delta[] => {
    const track = ledger.tracks.get(prefix + code)
    if (track === undefined) return []
    let counts = 0
    return track.terms.map(({ from }) => {
      const shown = shownCommitment(ledger, track, from)
      const now = shown !== undefined && belongs(shown) ? 1 : 0
      const change = now - counts
      counts = now
      return { from, [counted]: change }
    })
  })
}

/** What nothing counts. */
export const NO_COUNTS: SubjectCounts = {
  projects: 0,
  newStarts: 0,
  started: 0,
  completed: 0,
  inUse: 0,
  indicators: 0,
  milestones: 0,
}

function addedUp(deltas: readonly Delta[]): readonly CountStep[] {
  const steps: { readonly from: DayNumber; counts: SubjectCounts }[] = []
  for (const { from, ...delta } of [...deltas].sort((a, b) => a.from - b.from)) {
    const last = steps.at(-1)
    const counts = plusDelta(last?.counts ?? NO_COUNTS, delta)
    if (last?.from === from) last.counts = counts
    else steps.push({ from, counts })
  }
  return steps
}

function plusDelta(counts: SubjectCounts, delta: Partial<SubjectCounts>): SubjectCounts {
  const sum = { ...counts }
  // The keys of counts are those of its type.
  for (const name of Object.keys(delta) as (keyof SubjectCounts)[]) sum[name] += delta[name] ?? 0
  return sum
}
