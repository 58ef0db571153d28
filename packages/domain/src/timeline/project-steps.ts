import type { IsoDate } from '../calendar/date.ts'
import { type DayNumber, dayNumber, FIRST_DAY, LAST_DAY } from '../calendar/day-number.ts'
import { viewDays } from '../commitment/moment.ts'
import type { PlanFacts } from '../fact/fact.ts'
import { definitionAt, definitionSteps, inTimeOrder } from '../plan/definition-steps.ts'
import { investmentDoneSeries } from '../project/investment-done.ts'
import type { ProjectKind, ProjectStage } from '../project/project.ts'
import { stagesOf } from '../project/stage-steps.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import { investmentDoneOn, stageOn } from '../view/facts-in-view.ts'
import type { Ledger } from '../view/ledger.ts'
import { ledgerOf } from '../view/ledger-of.ts'
import { unitOn } from './measured-by.ts'
import { type StepsSince, stepsSince } from './steps-since.ts'

/** What breakdowns group by and add up of a project, as it stays over some days. */
export interface ProjectState {
  readonly kind: ProjectKind | null
  readonly stage: ProjectStage | null
  /** That its money is in; null without money, and where the plan has no such unit. */
  readonly unit: MeasureUnit | null
  readonly total: Decimal | null
  readonly thisYear: Decimal | null
  /** Invested this year as far as it has been told, in its unit. */
  readonly done: Decimal | null
}

/**
 * What a project is from day to day while it is in the plan, all that is known being known. With `changed`, the first
 * day whose views may be other than before, only the steps from there on.
 */
export function projectSteps(
  facts: PlanFacts,
  code: string,
  changed?: IsoDate,
): StepsSince<ProjectState> {
  const ledger = ledgerOf(facts)
  const since = changed === undefined ? null : dayNumber(changed)
  return stepsSince(projectDays(ledger, code), since, (day) => stateOn(ledger, code, day), isSame)
}

/** Codes of all projects that have ever been in a plan. */
export function projectsOf(facts: PlanFacts): readonly string[] {
  return ledgerOf(facts).index.codes.get('PROJECT') ?? []
}

function projectDays(ledger: Ledger, code: string): readonly DayNumber[] {
  const definitions = definitionSteps(ledger, 'PROJECT', code)
  const units = new Set(definitions.flatMap(({ value }) => value?.investment?.unit ?? []))
  const done = investmentDoneSeries(ledger, code)
  const days = [
    ...definitions.map(({ from }) => from),
    ...viewDays(stagesOf(ledger, code), (steps) => steps),
    ...viewDays(done.epochs, ({ days }) => days.map((from) => ({ from }))),
    ...[...units].flatMap((unit) =>
      definitionSteps(ledger, 'MEASURE_UNIT', unit).map(({ from }) => from),
    ),
  ]
  return inTimeOrder(days.filter((day) => day >= FIRST_DAY && day <= LAST_DAY))
}

function stateOn(ledger: Ledger, code: string, day: DayNumber): ProjectState | null {
  const project = definitionAt(ledger, 'PROJECT', code, day)
  if (project === null) return null
  const { kind = null, investment } = project
  return {
    kind,
    stage: stageOn(ledger, code, day)?.stage ?? null,
    unit: investment === undefined ? null : unitOn(ledger, investment.unit, day),
    total: investment?.total ?? null,
    thisYear: investment?.thisYear ?? null,
    done: investmentDoneOn(ledger, code, day),
  }
}

function isSame(a: ProjectState, b: ProjectState): boolean {
  return (
    a.kind === b.kind &&
    a.stage === b.stage &&
    a.unit === b.unit &&
    a.total === b.total &&
    a.thisYear === b.thisYear &&
    a.done === b.done
  )
}
