import { type DayNumber, dayNumber } from '../calendar/day-number.ts'
import { definedFrom, statedDue } from '../commitment/defined.ts'
import { type DefinedFrom, type Terms, termsOf, termsSources } from '../commitment/terms.ts'
import type { Amendment } from '../fact/fact.ts'
import { changeDays, type StandingFact } from '../fact/standing.ts'
import { type DefinitionStep, definitionSteps, inTimeOrder } from '../plan/definition-steps.ts'
import { type Exact, multiplyExact, parseExact } from '../quantity/exact.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import { stepIndex } from '../view/steps.ts'
import type { Fulfilment, Indicator, PaceKind } from './indicator.ts'
import { type SpanProgress, spanProgress } from './span-progress.ts'
import { type TargetChange, targetChangesAt } from './target-changes.ts'
import { formFor, jointForm, minus, type Whole, type WholeForm, wholeOf } from './whole.ts'

/** The terms of an indicator, with what judging it needs made ready. */
export interface IndicatorTerms extends Terms<Indicator> {
  readonly fulfilment: Fulfilment
  /** A running total, a sum or a count: it starts from nothing. */
  readonly runs: boolean
  /** A ceiling on a running total: what is consumed is held against what may be. */
  readonly ceiling: boolean
  readonly pace: PaceKind
  readonly startDay: DayNumber
  /** In the track's form; null where not known. */
  readonly target: Whole | null
  readonly upper: Whole | null
  /** Where `achieved` starts from. */
  readonly base: Whole | null
  /** target - base; null where that is not known or 0. */
  readonly span: Whole | null
  readonly checkpoints: readonly { readonly day: DayNumber; readonly value: Whole }[]
  /** The elapsed share of the span; null where the pace does not follow it. */
  readonly elapsed: SpanProgress | null
}

/** Whether the terms are an indicator's: only those declare a fulfilment. */
export function isIndicatorTerms(terms: Terms): terms is IndicatorTerms {
  return 'fulfilment' in terms
}

/** A definition's values, read. */
interface Values {
  readonly target: Exact | null
  readonly upper: Exact | null
  readonly baseline: Exact | null
  readonly checkpoints: readonly { readonly day: DayNumber; readonly value: Exact }[]
  readonly form: WholeForm
}

/** The terms of an indicator from day to day and the form that holds their values beside the observed ones. */
export interface TermsInForm {
  readonly terms: readonly IndicatorTerms[]
  readonly form: WholeForm
  /** What they are made from, beside definitions. */
  readonly lists: readonly unknown[]
}

const MADE: Made<TermsInForm> = new WeakMap()

/** The terms of an indicator that has ever been defined, in a form that holds the `observed` values too. */
export function indicatorTerms(ledger: Ledger, code: string, observed: WholeForm): TermsInForm {
  const id = `indicator/${code}`
  const steps = definitionSteps(ledger, 'INDICATOR', code)
  const amendments = factsAbout(ledger, 'amendments', code)
  // Rounded up: one report more seldom makes it another.
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, observed.size)))
  const { scale, big } = observed
  const lists = [amendments, ...termsSources(ledger, id)]
  return madeFrom(MADE, ledger, [steps, scale, big, size, ...lists], () => {
    const amended = amendedFrom(steps, amendments)
    const form = amended.reduce(
      (joint: WholeForm, { definition }) => jointForm(joint, valuesOf(definition).form),
      { scale, big, size },
    )
    const terms = termsOf(ledger, {
      commitment: id,
      defined: amended,
      statedDue: statedDue(steps),
      furtherDays: [],
    })
    return { terms: terms.map((each) => withValues(ledger, each, form)), form, lists }
  })
}

/** The definitions of an indicator with the amendments in view applied, from day to day. */
function amendedFrom(
  steps: readonly DefinitionStep<'INDICATOR'>[],
  amendments: readonly StandingFact<Amendment>[],
): readonly DefinedFrom<Indicator>[] {
  const defined = definedFrom(steps)
  if (amendments.length === 0) return defined
  const days = inTimeOrder([...defined.map((each) => each.from), ...changeDays(amendments)])
  return days.flatMap((from): DefinedFrom<Indicator>[] => {
    const step = defined[stepIndex(defined, from)]
    if (step === undefined) return []
    const changes = targetChangesIn(steps, amendments, from)
    return [{ ...step, from, definition: amendedDefinition(step.definition, changes) }]
  })
}

/** Every value that the target, its upper bound and the baseline of an indicator have had in the views of a day. */
export function targetChanges(
  ledger: Ledger,
  code: string,
  day: DayNumber,
): readonly TargetChange[] {
  return targetChangesIn(
    definitionSteps(ledger, 'INDICATOR', code),
    factsAbout(ledger, 'amendments', code),
    day,
  )
}

function targetChangesIn(
  steps: readonly DefinitionStep<'INDICATOR'>[],
  amendments: readonly StandingFact<Amendment>[],
  day: DayNumber,
): readonly TargetChange[] {
  return (['target', 'targetUpper', 'baseline'] as const).flatMap((field) =>
    targetChangesAt(field, steps, amendments, day),
  )
}

function amendedDefinition(indicator: Indicator, changes: readonly TargetChange[]): Indicator {
  let amended = indicator
  for (const field of ['target', 'targetUpper', 'baseline'] as const) {
    const last = changes.findLast((change) => change.field === field)
    if (last === undefined || last.amendment === null || last.value === null) continue
    amended = { ...amended, [field]: last.value }
    // An amended target is absolute, and takes the place of one relative to the baseline.
    if (field === 'target' && amended.targetFactor !== undefined) {
      const { targetFactor: _, ...absolute } = amended
      amended = absolute
    }
  }
  return amended
}

const valuesByDefinition = new WeakMap<Indicator, Values>()

function valuesOf(definition: Indicator): Values {
  let values = valuesByDefinition.get(definition)
  if (values === undefined) {
    values = readValues(definition)
    valuesByDefinition.set(definition, values)
  }
  return values
}

function readValues(definition: Indicator): Values {
  const baseline = exactIn(definition.baseline)
  const factor = exactIn(definition.targetFactor)
  const upper = exactIn(definition.targetUpper)
  const target =
    definition.targetFactor === undefined
      ? exactIn(definition.target)
      : baseline === null || factor === null
        ? null
        : multiplyExact(baseline, factor)
  const checkpoints = (definition.checkpoints ?? []).flatMap(({ on, value }) => {
    const day = dayNumber(on)
    const exact = parseExact(value)
    return day === null || exact === null ? [] : [{ day, value: exact }]
  })
  checkpoints.sort((a, b) => a.day - b.day)
  const form = formFor([target, upper, baseline, ...checkpoints.map((each) => each.value)])
  return { target, upper, baseline, checkpoints, form }
}

function exactIn(text: string | undefined): Exact | null {
  return text === undefined ? null : parseExact(text)
}

function withValues(ledger: Ledger, terms: Terms<Indicator>, form: WholeForm): IndicatorTerms {
  const { definition, header, dueDay } = terms
  const values = valuesOf(definition)
  const runs = isRunning(definition)
  const ceiling = runs && definition.comparator === 'AT_MOST'
  const whole = (value: Exact | null): Whole | null =>
    value === null ? null : wholeOf(value, form)
  const target = whole(values.target)
  // A relative target's baseline says where the comparison comes from; a total that is to reach it starts from 0.
  const startsFromNothing =
    runs && (values.baseline === null || (isRelative(definition) && !ceiling))
  const base = startsFromNothing ? zeroIn(form) : whole(values.baseline)
  const span = target === null || base === null ? null : minus(target, base)
  const pace = definition.pace ?? (values.checkpoints.length > 0 ? 'CHECKPOINTS' : 'LINEAR')
  const startDay = startOf(definition.startOn, header.period.start, terms.from)
  // Written out: spreading the terms of every indicator of every ledger is what takes the time.
  return {
    from: terms.from,
    firstFrom: terms.firstFrom,
    present: terms.present,
    definition,
    header,
    dueDay,
    dueChanges: terms.dueChanges,
    timesRescheduled: terms.timesRescheduled,
    warnDays: terms.warnDays,
    waiver: terms.waiver,
    fulfilment: definition.fulfilment ?? defaultFulfilment(definition),
    runs,
    ceiling,
    pace,
    startDay,
    target,
    upper: whole(values.upper),
    base,
    span: span === null || Number(span) === 0 ? null : span,
    checkpoints:
      values.checkpoints.length === 0
        ? NO_CHECKPOINTS
        : values.checkpoints.map(({ day, value }) => ({ day, value: wholeOf(value, form) })),
    elapsed: pace === 'LINEAR' && dueDay !== null ? spanProgress(ledger, startDay, dueDay) : null,
  }
}

const NO_CHECKPOINTS: IndicatorTerms['checkpoints'] = []

function zeroIn(form: WholeForm): Whole {
  return form.big ? 0n : 0
}

function startOf(own: string | undefined, planStart: string, otherwise: DayNumber): DayNumber {
  return (own === undefined ? null : dayNumber(own)) ?? dayNumber(planStart) ?? otherwise
}

function isRelative(definition: Indicator): boolean {
  return definition.targetFactor !== undefined
}

/** Whether an indicator is a running total, a sum or a count, which starts from nothing. */
export function isRunning({ accumulation }: Indicator): boolean {
  return accumulation === 'CUMULATIVE' || accumulation === 'PERIODIC' || accumulation === 'DERIVED'
}

/**
 * REACH for at least or exactly so much of a running total, sum or count; HOLD for levels, ratios, ceilings, ranges
 * and what is to be maintained.
 */
export function defaultFulfilment(definition: Indicator): Fulfilment {
  const { direction, comparator } = definition
  const held = direction === 'MAINTAIN' || comparator === 'AT_MOST' || comparator === 'BETWEEN'
  return held || !isRunning(definition) ? 'HOLD' : 'REACH'
}
