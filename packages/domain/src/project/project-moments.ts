import { type DayNumber, dateOfDay } from '../calendar/day-number.ts'
import { definedFrom } from '../commitment/defined.ts'
import type { Moment } from '../commitment/moment.ts'
import type { DefinedFrom } from '../commitment/terms.ts'
import type { MilestoneRecord } from '../fact/fact.ts'
import type { StandingFact } from '../fact/standing.ts'
import { type Series, valueOn } from '../indicator/series.ts'
import { numberIn } from '../indicator/whole-number.ts'
import { type EventStep, eventSteps, subjectKey } from '../milestone/event-steps.ts'
import { type DefinitionStep, definitionSteps, inTimeOrder } from '../plan/definition-steps.ts'
import type { Decimal } from '../quantity/decimal.ts'
import { numberOf, parseExact } from '../quantity/exact.ts'
import type { SubjectFacts } from '../rule/engine.ts'
import { eventField, PROJECT_EVENTS } from '../rule/event-field.ts'
import type { EventDates, ProjectFacts } from '../rule/subject-facts.ts'
import { type Epochs, epochDaysOf, epochsOf } from '../view/epochs.ts'
import { factsAbout, type KeepKey, keptByName, type Ledger } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import { stepIndex } from '../view/steps.ts'
import { type DoneSeries, investmentDoneSeries } from './investment-done.ts'
import type { Project, ProjectInvestment } from './project.ts'
import { stageOfEvent } from './stage-events.ts'
import { type StageStep, type Stages, stagesOf } from './stage-steps.ts'

/** What is the case of a project from a day on. */
export interface ProjectMoment extends Moment {
  readonly definition: Project
  readonly known: Omit<ProjectFacts, 'asOf'>
}

type ProjectMoments = Epochs<readonly ProjectMoment[]>

const MADE: Made<ProjectMoments> = new WeakMap()
const MADE_WITH_INVESTMENT: Made<ProjectMoments> = new WeakMap()

/**
 * The moments of a project, as the views of different days see them; `invested` where what has been invested is asked
 * for: it moves with every report.
 */
export function projectMoments(ledger: Ledger, code: string, invested: boolean): ProjectMoments {
  const definitions = definitionSteps(ledger, 'PROJECT', code)
  if (definitions.length === 0) return NONE
  const sources: Sources = {
    definitions,
    stages: stagesOf(ledger, code),
    records: factsAbout(ledger, 'records', subjectKey({ kind: 'PROJECT', code })),
    declared: declaredEvents(ledger, 'PROJECT'),
    done: invested ? investmentDoneSeries(ledger, code) : null,
  }
  return madeFrom(
    invested ? MADE_WITH_INVESTMENT : MADE,
    ledger,
    [definitions, sources.stages, sources.records, sources.declared, sources.done],
    () => momentsOf(sources),
  )
}

const NONE: ProjectMoments = epochsOf([], () => [])

/** What a project's moments are made from. */
interface Sources {
  readonly definitions: readonly DefinitionStep<'PROJECT'>[]
  readonly stages: Stages
  readonly records: readonly StandingFact<MilestoneRecord>[]
  /** Codes of the events that any project may have. */
  readonly declared: readonly string[]
  readonly done: DoneSeries | null
}

function momentsOf(sources: Sources): ProjectMoments {
  const { stages, records, done } = sources
  const epochDays = [
    ...stages.days.slice(1),
    ...epochDaysOf(records),
    ...(done?.epochs.days.slice(1) ?? []),
  ]
  return epochsOf(epochDays, (day) => momentsIn(sources, day))
}

function momentsIn(
  { definitions, stages, records, declared, done }: Sources,
  epochDay: DayNumber,
): readonly ProjectMoment[] {
  const defined = definedFrom(definitions)
  const events = eventsOf('PROJECT', declared, records)
    .map((event) => {
      const follows = stageOfEvent(event) === undefined ? null : stages
      return { event, steps: eventSteps([{ event, records, stages: follows }], epochDay) }
    })
    .filter(({ steps }) => steps.length > 0)
  const series = done?.epochs.at(epochDay) ?? null
  const stageSteps = stages.at(epochDay)
  const project = { definitions, stages: stageSteps, events, series, scale: done?.scale ?? 0 }
  const lists = [defined, stageSteps, ...events.map(({ steps }) => steps)]
  const days = lists.flatMap((list) => list.map(({ from }) => from))
  return inTimeOrder(days.concat(series?.days ?? [])).flatMap((from) => {
    const step = defined[Math.max(0, stepIndex(defined, from))]
    return step === undefined ? [] : [new MomentOfProject(project, from, step)]
  })
}

/** A project as an epoch sees it. */
interface ProjectInEpoch {
  readonly definitions: readonly DefinitionStep<'PROJECT'>[]
  readonly stages: readonly StageStep[]
  /** Those that have ever happened. */
  readonly events: readonly { readonly event: string; readonly steps: readonly EventStep[] }[]
  /** What has been invested; null where nobody asks. */
  readonly series: Series | null
  readonly scale: number
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A class, for there are very many: what conditions see is put together only when they look. */
class MomentOfProject implements ProjectMoment {
  readonly from: DayNumber
  readonly present: boolean
  readonly definition: Project
  readonly #project: ProjectInEpoch
  #known: ProjectFacts | undefined

  constructor(project: ProjectInEpoch, from: DayNumber, step: DefinedFrom<Project>) {
    this.from = from
    this.present = step.present && step.from <= from
    this.definition = step.definition
    this.#project = project
  }

  get known(): ProjectFacts {
    this.#known ??= this.#look()
    return this.#known
  }

  facts(day: DayNumber): SubjectFacts {
    return day === this.from ? this.known : { ...this.known, asOf: dateOfDay(day) ?? '' }
  }

  evidence(): readonly string[] {
    const { definitions, stages, events, series } = this.#project
    const definition = definitions[Math.max(0, stepIndex(definitions, this.from))]?.fact?.fact.id
    const stage = stages[stepIndex(stages, this.from)]?.fact.fact.id
    const happened = events.map((each) => each.steps[stepIndex(each.steps, this.from)]?.fact)
    const ids = [definition, stage, ...happened, ...(series?.evidence(this.from) ?? [])]
    return [...new Set(ids)].filter((id) => id !== undefined)
  }

  #look(): ProjectFacts {
    const { stages, events, series, scale } = this.#project
    const { code, kind, plate, task, investment } = this.definition
    const stage = stages[stepIndex(stages, this.from)]?.stage
    const done = series === null ? null : valueOn(series, this.from)
    // Filled in field by field: what is absent is not known.
    const facts: Writable<ProjectFacts> = {
      code,
      asOf: dateOfDay(this.from) ?? '',
      events: eventDates(events, this.from),
      investment: investmentFacts(
        investment,
        done === null ? null : numberIn(done.n, done.over, scale),
      ),
    }
    if (kind !== undefined) facts.kind = kind
    if (stage !== undefined) facts.stage = stage
    if (plate !== undefined) facts.plate = plate
    if (task !== undefined) facts.task = task
    return facts
  }
}

function investmentFacts(
  investment: ProjectInvestment | undefined,
  done: number | null,
): NonNullable<ProjectFacts['investment']> {
  const facts: Writable<NonNullable<ProjectFacts['investment']>> = {}
  const total = numberFor(investment?.total)
  const thisYear = numberFor(investment?.thisYear)
  if (investment !== undefined) facts.unit = investment.unit
  if (total !== null) facts.total = total
  if (thisYear !== null) facts.thisYear = thisYear
  if (done !== null) facts.done = done
  return facts
}

function numberFor(text: Decimal | undefined): number | null {
  const exact = text === undefined ? null : parseExact(text)
  return exact === null ? null : numberOf(exact)
}

const DECLARED: KeepKey<Map<string, readonly string[]>> = { name: 'declared events' }

type EventSubject = 'PROJECT' | 'PLATE' | 'TASK' | 'PLAN' | 'INDICATOR'

function declaredEvents(ledger: Ledger, kind: EventSubject): readonly string[] {
  return keptByName(ledger, DECLARED, kind, () =>
    (ledger.index.codes.get('EVENT_TYPE') ?? []).filter((event) =>
      definitionSteps(ledger, 'EVENT_TYPE', event).some((step) => step.value?.subject === kind),
    ),
  )
}

/** Codes of the events that a subject can have had: declared ones and recorded ones. */
export function eventCodes(
  ledger: Ledger,
  kind: Exclude<EventSubject, 'PROJECT'>,
  code: string,
): readonly string[] {
  const records = factsAbout(ledger, 'records', subjectKey({ kind, code }))
  return eventsOf(kind, declaredEvents(ledger, kind), records)
}

function eventsOf(
  kind: EventSubject,
  declared: readonly string[],
  records: readonly StandingFact<MilestoneRecord>[],
): readonly string[] {
  const recorded = records.map((record) => record.fact.event)
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
