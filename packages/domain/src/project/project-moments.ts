import { type DayNumber, dateOfDay } from '../calendar/day-number.ts'
import { definedFrom } from '../commitment/defined.ts'
import type { Moment } from '../commitment/moment.ts'
import { valueOn } from '../indicator/series.ts'
import { numberIn } from '../indicator/whole-number.ts'
import { type EventStep, eventEpochDays, eventSteps, subjectKey } from '../milestone/event-steps.ts'
import { definitionSteps, inTimeOrder } from '../plan/definition-steps.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { numberOf, parseExact } from '../quantity/exact.ts'
import { eventField, PROJECT_EVENTS } from '../rule/event-field.ts'
import type { EventDates, ProjectFacts } from '../rule/subject-facts.ts'
import { type Epochs, epochDaysOf, epochsOf } from '../view/epochs.ts'
import { factsAbout, type KeepKey, keptIn, type Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import { type DoneSeries, investmentDoneSeries } from './investment-done.ts'
import type { Project, ProjectInvestment } from './project.ts'
import { type StageStep, stageSteps } from './stage-steps.ts'

/** What is the case of a project from a day on. */
export interface ProjectMoment extends Moment {
  readonly definition: Project
  readonly known: Omit<ProjectFacts, 'asOf'>
}

const KEPT: KeepKey<Map<string, Epochs<readonly ProjectMoment[]>>> = { name: 'project moments' }

/** The moments of a project, as the views of different days see them. */
export function projectMoments(ledger: Ledger, code: string): Epochs<readonly ProjectMoment[]> {
  const kept = keptIn(ledger, KEPT, () => new Map())
  let moments = kept.get(code)
  if (moments === undefined) {
    moments = newMoments(ledger, code)
    kept.set(code, moments)
  }
  return moments
}

function newMoments(ledger: Ledger, code: string): Epochs<readonly ProjectMoment[]> {
  const subject = { kind: 'PROJECT' as const, code }
  const defined = definedFrom(ledger, 'PROJECT', code)
  const events = eventCodes(ledger, 'PROJECT', code)
  const sources = events.map((event) => ({ subject, event }))
  const done = investmentDoneSeries(ledger, code)
  const epochDays = [
    ...eventEpochDays(ledger, sources),
    ...epochDaysOf(factsAbout(ledger, 'stages', code)),
    ...done.epochs.days.slice(1),
  ]
  return epochsOf(epochDays, (epochDay): readonly ProjectMoment[] => {
    const stages = stageSteps(ledger, code, epochDay)
    const steps = sources.map((source) => ({
      event: source.event,
      steps: eventSteps(ledger, [source], epochDay),
    }))
    const days = [defined, stages, ...steps.map((each) => each.steps)].flatMap((list) =>
      list.map(({ from }) => from),
    )
    days.push(...done.epochs.at(epochDay).days)
    return inTimeOrder(days).flatMap((from): ProjectMoment[] => {
      const at = Math.max(0, stepIndex(defined, from))
      const step = defined[at]
      if (step === undefined) return []
      const stage = stages[stepIndex(stages, from)]
      const { definition } = step
      const known = {
        ...definitionFacts(definition),
        ...(stage === undefined ? {} : { stage: stage.stage }),
        ...investmentFacts(definition.investment, doneOn(done, epochDay, from)),
        events: eventDates(steps, from),
      }
      return [
        {
          from,
          present: step.present && step.from <= from,
          definition,
          known,
          facts: (day) => ({ ...known, asOf: dateOfDay(day) ?? '' }),
          evidence: () =>
            [
              ...evidenceOf(ledger, code, stage, from),
              ...steps.flatMap((each) => each.steps[stepIndex(each.steps, from)]?.fact ?? []),
              ...done.epochs.at(epochDay).evidence(from),
            ].filter(isFirst),
        },
      ]
    })
  })
}

/** Codes of the events that a subject can have had: declared ones, recorded ones, and a project's stages. */
export function eventCodes(
  ledger: Ledger,
  kind: 'PROJECT' | 'PLATE' | 'TASK' | 'PLAN' | 'INDICATOR',
  code: string,
): readonly string[] {
  const declared = (ledger.index.codes.get('EVENT_TYPE') ?? []).filter((event) =>
    definitionSteps(ledger, 'EVENT_TYPE', event).some((step) => step.value?.subject === kind),
  )
  const recorded = factsAbout(ledger, 'records', subjectKey({ kind, code })).map(
    (record) => record.fact.event,
  )
  return [...new Set([...(kind === 'PROJECT' ? PROJECT_EVENTS : []), ...declared, ...recorded])]
}

/** When each event happened that holds on a day, by the name conditions know it by. */
export function eventDates(
  events: readonly { readonly event: string; readonly steps: readonly EventStep[] }[],
  day: DayNumber,
): EventDates {
  const dates: Record<string, string> = {}
  for (const { event, steps } of events) {
    const step = steps[stepIndex(steps, day)]
    const on = step?.happened === true ? dateOfDay(step.on) : null
    if (on !== null) dates[eventField(event)] = on
  }
  return dates
}

function definitionFacts({ code, kind, plate, task }: Project) {
  return {
    code,
    ...(kind === undefined ? {} : { kind }),
    ...(plate === undefined ? {} : { plate }),
    ...(task === undefined ? {} : { task }),
  }
}

function investmentFacts(
  investment: ProjectInvestment | undefined,
  done: number | null,
): Pick<ProjectFacts, 'investment'> {
  const total = numberFor(investment?.total)
  const thisYear = numberFor(investment?.thisYear)
  return {
    investment: {
      ...(investment === undefined ? {} : { unit: investment.unit }),
      ...(total === null ? {} : { total }),
      ...(thisYear === null ? {} : { thisYear }),
      ...(done === null ? {} : { done }),
    },
  }
}

function numberFor(text: Decimal | undefined): number | null {
  const exact = text === undefined ? null : parseExact(text)
  return exact === null ? null : numberOf(exact)
}

function doneOn({ epochs, scale }: DoneSeries, epochDay: DayNumber, day: DayNumber): number | null {
  const value = valueOn(epochs.at(epochDay), day)
  return value === null ? null : numberIn(value.n, value.over, scale)
}

function evidenceOf(
  ledger: Ledger,
  code: string,
  stage: StageStep | undefined,
  day: DayNumber,
): readonly string[] {
  const steps = definitionSteps(ledger, 'PROJECT', code)
  const definition = steps[Math.max(0, stepIndex(steps, day))]?.fact?.fact.id
  return [
    ...(definition === undefined ? [] : [definition]),
    ...(stage === undefined ? [] : [stage.fact.fact.id]),
  ]
}

function isFirst(id: string, at: number, ids: readonly string[]): boolean {
  return ids.indexOf(id) === at
}
