import type { DayNumber } from '../calendar/day-number.ts'
import type { Amendment } from '../fact/fact.ts'
import { compareFacts, type IndexedFact } from '../fact/fact-index.ts'
import type { StandingFact } from '../fact/standing.ts'
import type { DefinitionStep } from '../plan/definition-steps.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Indicator } from './indicator.ts'

/** A field of an Indicator that an Amendment may change. */
export type AmendedField = Amendment['field']

/** One value that a target, its upper bound or a baseline has had, when it took effect, why and by which document. */
export interface TargetChange {
  readonly field: AmendedField
  /** Null where the definition gives none. */
  readonly value: Decimal | null
  readonly from: DayNumber
  /** Id of the definition or of the Amendment. */
  readonly fact: string
  /** Null where a definition set it. */
  readonly amendment: Amendment | null
}

/**
 * Every value of a field in the views up to a day, the last one being in force. A definition that gives another value
 * than the one before it counts like an amendment, so that a quiet change shows.
 */
export function targetChangesAt(
  field: AmendedField,
  steps: readonly DefinitionStep<'INDICATOR'>[],
  amendments: readonly StandingFact<Amendment>[],
  day: DayNumber,
): readonly TargetChange[] {
  const events: (IndexedFact & { readonly change: TargetChange })[] = []
  let before: Decimal | null | undefined
  for (const { from, value, fact } of steps) {
    if (value === null || fact === null) continue
    if (from > day && events.length > 0) break
    const stated = statedValue(value, field)
    if (stated === before) continue
    before = stated
    const change = { field, value: stated, from, fact: fact.fact.id, amendment: null }
    events.push({ ...fact, day: from, change })
  }
  for (const amendment of amendments) {
    const { fact, from, until } = amendment
    if (fact.field !== field || from > day || day >= until) continue
    const change = { field, value: fact.value, from: amendment.day, fact: fact.id, amendment: fact }
    events.push({ ...amendment, change })
  }
  return events.sort(compareFacts).map((event) => event.change)
}

function statedValue(indicator: Indicator, field: AmendedField): Decimal | null {
  return indicator[field] ?? null
}
