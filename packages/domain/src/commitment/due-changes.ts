import type { IsoDate } from '../calendar/date.ts'
import { type DayNumber, dayNumber } from '../calendar/day-number.ts'
import type { ExtensionDecision, ExtensionRequest } from '../fact/fact.ts'
import { compareFacts, type IndexedFact } from '../fact/fact-index.ts'
import { latestAt, type StandingFact } from '../fact/standing.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'

/** One date by which a commitment was due, and what set it. */
export interface DueChange {
  readonly dueOn: IsoDate | null
  readonly from: DayNumber
  /** Id of the definition or of the ExtensionDecision. */
  readonly fact: string
  /** The approved request, where an extension set it. */
  readonly request: ExtensionRequest | null
}

/** A due date as a definition states it, from a day on. */
export interface StatedDue {
  readonly from: DayNumber
  readonly dueOn: IsoDate | null
  readonly fact: IndexedFact
}

/** An extension that was asked for, with the decisions on it. */
export interface Extension {
  readonly request: StandingFact<ExtensionRequest>
  readonly decisions: readonly StandingFact<ExtensionDecision>[]
}

/** The extensions asked for on a commitment, as far as they stand in some view. */
export function extensionsOf(ledger: Ledger, commitment: string): readonly Extension[] {
  return factsAbout(ledger, 'requests', commitment).map((request) => ({
    request,
    decisions: factsAbout(ledger, 'decisions', request.fact.id),
  }))
}

/**
 * Every due date that a commitment has had in the views up to a day, the last one being in force. A definition that
 * states another date and an approved extension each set one; the later of them counts.
 */
export function dueChangesAt(
  stated: readonly StatedDue[],
  extensions: readonly Extension[],
  day: DayNumber,
): readonly DueChange[] {
  const [only] = stated
  if (only !== undefined && stated.length === 1 && extensions.length === 0) {
    const { dueOn, from, fact } = only
    return dueOn === null ? [] : [{ dueOn, from, fact: fact.fact.id, request: null }]
  }
  const events: (IndexedFact & { readonly change: DueChange })[] = []
  let before: IsoDate | null | undefined
  for (const { from, dueOn, fact } of stated) {
    if (from > day && events.length > 0) break
    // A date that is told only later is the first one, and no other than before.
    if (dueOn === before || (dueOn === null && before === undefined)) continue
    before = dueOn
    const change = { dueOn, from, fact: fact.fact.id, request: null }
    events.push({ ...fact, day: from, change })
  }
  for (const { request, decisions } of extensions) {
    const decision = latestAt(decisions, day)
    if (decision === null || !decision.fact.approved || day >= request.until) continue
    if (request.from > day || dayNumber(request.fact.dueOn) === null) continue
    const { dueOn } = request.fact
    const change = { dueOn, from: decision.day, fact: decision.fact.id, request: request.fact }
    events.push({ ...decision, change })
  }
  return events.sort(compareFacts).map((event) => event.change)
}
