import type { IsoDate } from '../calendar/date.ts'
import { type DayNumber, dayNumber } from '../calendar/day-number.ts'
import type { Waiver } from '../fact/fact.ts'
import { changeDays, latestAt, type StandingFact } from '../fact/standing.ts'
import { headerSteps, inTimeOrder } from '../plan/definition-steps.ts'
import type { PlanHeader } from '../plan/plan.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'
import { stepIndex } from '../view/steps.ts'
import type { CommitmentDefinition } from './definition.ts'
import {
  type DueChange,
  dueChangesAt,
  type Extension,
  extensionsOf,
  type StatedDue,
} from './due-changes.ts'

/** What is promised in the views from a day on, until the next terms: everything but what has come of it. */
export interface Terms<D extends CommitmentDefinition = CommitmentDefinition> {
  readonly from: DayNumber
  /** The first day on which the commitment is in the views. */
  readonly firstFrom: DayNumber
  /** False where the commitment is not in the views, not yet or no more; the rest then serves to judge the past. */
  readonly present: boolean
  readonly definition: D
  readonly header: PlanHeader
  readonly dueDay: DayNumber | null
  readonly dueChanges: readonly DueChange[]
  /** How often the due date has been moved. */
  readonly timesRescheduled: number
  readonly warnDays: number
  readonly waiver: StandingFact<Waiver> | null
}

/** Days before the due date from which a commitment is DUE_SOON, where nothing else is set. */
export const WARN_DAYS = 30

/** A definition from a day on; `present` tells whether it is in the views. */
export interface DefinedFrom<D> {
  readonly from: DayNumber
  readonly present: boolean
  readonly definition: D
}

/** What terms are made of. */
export interface TermsSource<D extends CommitmentDefinition> {
  readonly commitment: string
  /** In order of time; the first also serves for the days before it. */
  readonly defined: readonly DefinedFrom<D>[]
  readonly statedDue: readonly StatedDue[]
  /** Further days on which something about the commitment changes. */
  readonly furtherDays: readonly DayNumber[]
}

/** What terms are made from, beside what their source names: the same make the same. */
export function termsSources(ledger: Ledger, commitment: string): readonly unknown[] {
  const extensions = extensionsOf(ledger, commitment)
  return [
    headerSteps(ledger),
    factsAbout(ledger, 'waivers', commitment),
    factsAbout(ledger, 'assignments', commitment),
    ...extensions.flatMap(({ request, decisions }) => [request, decisions]),
  ]
}

/** The terms of a commitment from day to day. Empty where it is in no view. */
export function termsOf<D extends CommitmentDefinition>(
  ledger: Ledger,
  source: TermsSource<D>,
): readonly Terms<D>[] {
  const { commitment, defined } = source
  const headers = headerSteps(ledger)
  const extensions = extensionsOf(ledger, commitment)
  const waivers = factsAbout(ledger, 'waivers', commitment)
  const assignments = factsAbout(ledger, 'assignments', commitment)
  const days = inTimeOrder([
    ...defined.map((each) => each.from),
    ...headers.map((each) => each.from),
    ...source.furtherDays,
    ...changeDays(waivers),
    ...changeDays(assignments),
    ...extensionDays(extensions),
  ])
  const terms: Terms<D>[] = []
  for (const from of days) {
    const step = defined[Math.max(0, stepIndex(defined, from))]
    const header = headers[stepIndex(headers, from)]?.value ?? null
    const started = step !== undefined && step.from <= from
    const shownHeader = header ?? terms.at(-1)?.header ?? firstHeader(ledger)
    if (step === undefined || shownHeader === null) continue
    if (terms.length === 0 && !(started && step.present && header !== null)) continue
    terms.push(
      newTerms(
        from,
        terms[0]?.from ?? from,
        started && step.present && header !== null,
        step.definition,
        shownHeader,
        approved(latestAt(waivers, from)),
        dueChangesAt(source.statedDue, extensions, from),
      ),
    )
  }
  return terms
}

function newTerms<D extends CommitmentDefinition>(
  from: DayNumber,
  firstFrom: DayNumber,
  present: boolean,
  definition: D,
  header: PlanHeader,
  waiver: StandingFact<Waiver> | null,
  dueChanges: readonly DueChange[],
): Terms<D> {
  return {
    from,
    firstFrom,
    present,
    definition,
    header,
    dueDay: dayOf(dueChanges.at(-1)?.dueOn),
    dueChanges,
    timesRescheduled: dueChanges.length > 1 ? timesMoved(dueChanges) : 0,
    warnDays: definition.warnDays ?? header.warnDays ?? WARN_DAYS,
    waiver,
  }
}

function firstHeader(ledger: Ledger): PlanHeader | null {
  return headerSteps(ledger).find((step) => step.value !== null)?.value ?? null
}

function extensionDays(extensions: readonly Extension[]): readonly DayNumber[] {
  return extensions.flatMap(({ request, decisions }) => [
    ...(decisions.length === 0 ? [] : changeDays([request])),
    ...changeDays(decisions),
  ])
}

function approved(waiver: StandingFact<Waiver> | null): StandingFact<Waiver> | null {
  return waiver?.fact.approved === true ? waiver : null
}

function timesMoved(changes: readonly DueChange[]): number {
  return changes.filter((change, at) => at > 0 && change.dueOn !== changes[at - 1]?.dueOn).length
}

function dayOf(date: IsoDate | null | undefined): DayNumber | null {
  return date === null || date === undefined ? null : dayNumber(date)
}

/** The terms in force on a day; before the first ones, those. */
export function termsAt<T extends { readonly from: DayNumber }>(
  terms: readonly T[],
  day: DayNumber,
): T | undefined {
  return terms[Math.max(0, stepIndex(terms, day))]
}
