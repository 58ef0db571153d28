import type { DayNumber } from '../calendar/day-number.ts'
import type { StageChange } from '../fact/fact.ts'
import { compareFacts, type IndexedFact } from '../fact/fact-index.ts'
import type { StandingFact } from '../fact/standing.ts'
import { type DefinitionStep, definitionSteps } from '../plan/definition-steps.ts'
import { BEFORE_ALL, type Epochs, epochDaysOf, epochsOf, factsInEpoch } from '../view/epochs.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import type { ProjectStage } from './project.ts'

/** The stage of a project from a day on; null where none is known. */
export interface StageStep {
  readonly from: DayNumber
  readonly stage: ProjectStage
  /** The day that counts for it: `from`, or of a stage it had from the start the day it came into the plan. */
  readonly on: DayNumber
  readonly fact: IndexedFact
}

/** The stages of a project as the views of different days see them. */
export type Stages = Epochs<readonly StageStep[]>

const MADE: Made<Stages> = new WeakMap()

/**
 * The stages of a project. The stage of its definition is the one it had when the plan was adopted; a later definition
 * that gives another one counts as a change.
 */
export function stagesOf(ledger: Ledger, project: string): Stages {
  const definitions = definitionSteps(ledger, 'PROJECT', project)
  const changes = factsAbout(ledger, 'stages', project)
  return definitions.length === 0
    ? stagesIn(definitions, changes)
    : madeFrom(MADE, ledger, [definitions, changes], () => stagesIn(definitions, changes))
}

function stagesIn(
  definitions: readonly DefinitionStep<'PROJECT'>[],
  changes: readonly StandingFact<StageChange>[],
): Stages {
  return epochsOf(epochDaysOf(changes), (epochDay) =>
    stepsIn(definitions, factsInEpoch(changes, epochDay)),
  )
}

function stepsIn(
  definitions: readonly DefinitionStep<'PROJECT'>[],
  changes: readonly StandingFact<StageChange>[],
): readonly StageStep[] {
  const events: (IndexedFact & { readonly stage: ProjectStage; readonly on: DayNumber })[] = []
  let before: ProjectStage | undefined
  for (const { from, value, fact } of definitions) {
    if (value?.stage === undefined || fact === null || value.stage === before) continue
    const day = before === undefined && events.length === 0 ? BEFORE_ALL : from
    before = value.stage
    events.push({ ...fact, day, stage: value.stage, on: from })
  }
  for (const change of changes) {
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
