import type { DayNumber } from '../calendar/day-number.ts'
import type { Commitment } from '../commitment/commitment.ts'
import { placeOf } from '../commitment/epoch-of.ts'
import type { DefinitionFact } from '../fact/fact.ts'
import { NEVER } from '../fact/fact-index.ts'
import { changeDays, latestAt, type StandingFact } from '../fact/standing.ts'
import { madeOnce } from '../view/lazy.ts'
import { factsAbout, type KeepKey, keptOfDefinitions, type Ledger } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import { stepIndex } from '../view/steps.ts'
import type { DefinitionKind, DefinitionValues } from './definition.ts'
import type { PlanHeader } from './plan.ts'
import { definitionValue } from './plan-of.ts'

/** What a part of a plan is from a day on; null where it is not in the plan, any more or again. */
export interface DefinitionStep<K extends DefinitionKind> {
  readonly from: DayNumber
  readonly value: DefinitionValues[K] | null
  readonly order: number
  readonly fact: StandingFact<DefinitionFact> | null
}

/** A part of a plan in a view. */
export interface PartInView<K extends DefinitionKind> {
  readonly code: string
  /** Its place among all that were ever defined of its kind. */
  readonly place: number
  readonly value: DefinitionValues[K]
  readonly order: number
}

type Steps = readonly DefinitionStep<DefinitionKind>[]

const STEPS: KeepKey<Map<DefinitionKind, Map<string, Steps>>> = { name: 'steps' }

const MADE: Made<Steps> = new WeakMap()

const NONE: Steps = []

/** How one part of a plan changes from day to day, as known by the ledger. */
export function definitionSteps<K extends DefinitionKind>(
  ledger: Ledger,
  kind: K,
  code: string,
): readonly DefinitionStep<K>[] {
  const kept = keptOfDefinitions(ledger, STEPS, newKinds)
  const ofKind = madeOnce(kept, kind, () => new Map<string, Steps>())
  const steps = madeOnce(ofKind, code, () => {
    const facts = factsAbout(ledger, 'definitions', `${kind}/${code}`)
    return facts.length === 0 ? NONE : madeFrom(MADE, ledger, [facts], () => stepsOf(facts, kind))
  })
  // The key holds the kind, and stepsOf gives values of that kind.
  return steps as readonly DefinitionStep<K>[]
}

function newKinds(): Map<DefinitionKind, Map<string, Steps>> {
  return new Map()
}

function stepsOf<K extends DefinitionKind>(
  facts: readonly StandingFact<DefinitionFact>[],
  kind: K,
): readonly DefinitionStep<K>[] {
  const only = facts[0]
  if (only !== undefined && facts.length === 1 && only.until === NEVER) {
    return [stepOf(only.from, only, kind)]
  }
  const steps: DefinitionStep<K>[] = []
  for (const day of inTimeOrder(changeDays(facts))) {
    const fact = latestAt(facts, day)
    if (fact !== steps.at(-1)?.fact) steps.push(stepOf(day, fact, kind))
  }
  return steps
}

function stepOf<K extends DefinitionKind>(
  from: DayNumber,
  fact: StandingFact<DefinitionFact> | null,
  kind: K,
): DefinitionStep<K> {
  const change = fact?.fact.change
  return change !== undefined && 'set' in change
    ? { from, value: definitionValue(change.set, kind) ?? null, order: change.set.order, fact }
    : { from, value: null, order: 0, fact }
}

/** Days in order, each once. */
export function inTimeOrder(days: Iterable<DayNumber>): readonly DayNumber[] {
  const list = Array.isArray(days) ? (days as readonly DayNumber[]) : [...days]
  // Most lists are in order already.
  let last = Number.NEGATIVE_INFINITY
  for (const day of list) {
    // Without a set, which takes longer than sorting what comes in a few runs.
    if (day <= last)
      return [...list].sort((a, b) => a - b).filter((each, at, all) => each !== all[at - 1])
    last = day
  }
  return list
}

/** What a part is in the views of a day; null where it is not in them. */
export function definitionAt<K extends DefinitionKind>(
  ledger: Ledger,
  kind: K,
  code: string,
  day: DayNumber,
): DefinitionValues[K] | null {
  const steps = definitionSteps(ledger, kind, code)
  return steps[stepIndex(steps, day)]?.value ?? null
}

/** The days over which no part of a plan is defined anew, with what has been asked for on them. */
export interface DefinitionEpoch {
  readonly parts: Map<DefinitionKind, readonly PartInView<DefinitionKind>[]>
  /** By the terms of a commitment. */
  readonly shown: WeakMap<object, Commitment>
}

const EPOCHS: KeepKey<Map<number, DefinitionEpoch>> = { name: 'definition epochs' }

/** The epoch of definitions in which the views of a day lie. */
export function definitionEpoch(ledger: Ledger, day: DayNumber): DefinitionEpoch {
  const epochs = keptOfDefinitions(ledger, EPOCHS, () => new Map<number, DefinitionEpoch>())
  const at = placeOf(definitionDays(ledger), day)
  return madeOnce(epochs, at, () => ({ parts: new Map(), shown: new WeakMap() }))
}

const DAYS: KeepKey<readonly DayNumber[]> = { name: 'definition days' }

/** The days on which any part of the plan is defined anew. */
export function definitionDays(ledger: Ledger): readonly DayNumber[] {
  return keptOfDefinitions(ledger, DAYS, () => {
    const days = new Set<DayNumber>()
    for (const facts of ledger.index.topics.definitions.values()) {
      for (const { day } of facts) days.add(day)
    }
    return inTimeOrder(days)
  })
}

/** The parts of a kind in the views of a day, in the plan's order. */
export function partsAt<K extends DefinitionKind>(
  ledger: Ledger,
  kind: K,
  day: DayNumber,
): readonly PartInView<K>[] {
  const { parts } = definitionEpoch(ledger, day)
  const found = madeOnce(parts, kind, () => findParts(ledger, kind, day))
  // Kept under the kind that they are of.
  return found as readonly PartInView<K>[]
}

function findParts<K extends DefinitionKind>(
  ledger: Ledger,
  kind: K,
  day: DayNumber,
): readonly PartInView<K>[] {
  const parts: PartInView<K>[] = []
  for (const [place, code] of (ledger.index.codes.get(kind) ?? []).entries()) {
    const steps = definitionSteps(ledger, kind, code)
    const { value = null, order = 0 } = steps[stepIndex(steps, day)] ?? {}
    if (value !== null) parts.push({ code, place, value, order })
  }
  return parts.sort((a, b) => a.order - b.order)
}

/** What the plan says of itself from day to day. */
export function headerSteps(ledger: Ledger): readonly DefinitionStep<'PLAN'>[] {
  const own = definitionSteps(ledger, 'PLAN', ledger.index.source.code)
  if (own.length > 0) return own
  const other = ledger.index.codes.get('PLAN')?.find((code) => {
    return definitionSteps(ledger, 'PLAN', code).length > 0
  })
  return other === undefined ? [] : definitionSteps(ledger, 'PLAN', other)
}

/** What the plan says of itself in the views of a day; null before it is adopted. */
export function headerAt(ledger: Ledger, day: DayNumber): PlanHeader | null {
  const steps = headerSteps(ledger)
  return steps[stepIndex(steps, day)]?.value ?? null
}
