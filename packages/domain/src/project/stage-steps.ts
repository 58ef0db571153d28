import type { DayNumber } from '../calendar/day-number.ts'
import { compareFacts, type IndexedFact } from '../fact/fact-index.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { BEFORE_ALL, factsInEpoch } from '../view/epochs.ts'
import { factsAbout, type KeepKey, keptIn, type Ledger } from '../view/ledger.ts'
import type { ProjectStage } from './project.ts'

/** The stage of a project from a day on; null where none is known. */
export interface StageStep {
  readonly from: DayNumber
  readonly stage: ProjectStage
  /** The day that counts for it: `from`, or of a stage it had from the start the day it came into the plan. */
  readonly on: DayNumber
  readonly fact: IndexedFact
}

/**
 * The stages of a project as the views of an epoch see them. The stage of its definition is the one it had when the
 * plan was adopted; a later definition that gives another one counts as a change.
 */
export function stageSteps(
  ledger: Ledger,
  project: string,
  epochDay: DayNumber,
): readonly StageStep[] {
  const kept = keptIn(ledger, KEPT, () => new Map())
  // Each of a project's events asks for its stages.
  const last = kept.get(project)
  if (last !== undefined && last.epochDay === epochDay) return last.steps
  const steps = newSteps(ledger, project, epochDay)
  kept.set(project, { epochDay, steps })
  return steps
}

const KEPT: KeepKey<
  Map<string, { readonly epochDay: DayNumber; readonly steps: readonly StageStep[] }>
> = { name: 'stage steps' }

function newSteps(ledger: Ledger, project: string, epochDay: DayNumber): readonly StageStep[] {
  const events: (IndexedFact & { readonly stage: ProjectStage; readonly on: DayNumber })[] = []
  let before: ProjectStage | undefined
  for (const { from, value, fact } of definitionSteps(ledger, 'PROJECT', project)) {
    if (value?.stage === undefined || fact === null || value.stage === before) continue
    const day = before === undefined && events.length === 0 ? BEFORE_ALL : from
    before = value.stage
    events.push({ ...fact, day, stage: value.stage, on: from })
  }
  for (const change of factsInEpoch(factsAbout(ledger, 'stages', project), epochDay)) {
    events.push({ ...change, stage: change.fact.stage, on: change.day })
  }
  const steps: StageStep[] = []
  for (const event of events.sort(compareFacts)) {
    const { day, stage, on } = event
    if (steps.at(-1)?.from === day) steps.pop()
    steps.push({ from: day, stage, on, fact: event })
  }
  return steps
}
