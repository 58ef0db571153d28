import { epochOf, type Points } from '../commitment/epoch-of.ts'
import { termsAt } from '../commitment/terms.ts'
import type { Epoch, Track, Trouble } from '../commitment/track.ts'
import type { Observation } from '../fact/fact.ts'
import { NEVER } from '../fact/fact-index.ts'
import type { StandingFact } from '../fact/standing.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { BEFORE_ALL, epochDaysOf, epochsOf, factsInEpoch } from '../view/epochs.ts'
import { madeOnce } from '../view/lazy.ts'
import { factsAbout, type Ledger, type MadeTrack, NO_TRACK, settledAbout } from '../view/ledger.ts'
import { type Made, madeFrom } from '../view/made-from.ts'
import type { Indicator } from './indicator.ts'
import { type IndicatorTerms, indicatorTerms, type TermsInForm } from './indicator-terms.ts'
import { observedSeries, type Series } from './series.ts'
import { formOfAll, times, type Whole, type WholeForm } from './whole.ts'

/** How the values of RATIO and DERIVED indicators come about; given by who knows the other tracks and the projects. */
export interface ComputedSeries {
  /** Days on which views of the computed values' past change. */
  readonly epochDays: readonly number[]
  series(epochDay: number, terms: readonly IndicatorTerms[], form: WholeForm): Series
}

type IndicatorTrack = Track<IndicatorTerms>

const MADE: Made<IndicatorTrack> = new WeakMap()

/** The track of an indicator; undefined where it is in no view. */
export function indicatorTrack(
  ledger: Ledger,
  code: string,
  compute: (indicator: Indicator) => ComputedSeries | undefined,
): MadeTrack {
  if (definitionSteps(ledger, 'INDICATOR', code).length === 0) return NO_TRACK
  const inForm = indicatorTerms(ledger, code, observedForm(ledger, code))
  const { terms, lists: promised } = inForm
  if (terms.length === 0) return { track: undefined, promised, recorded: [], since: NEVER }
  const reports = factsAbout(ledger, 'indicatorObservations', code)
  const computed = computedOf(terms, compute)
  if (computed.size > 0) {
    const track = newTrack(code, inForm, reports, computed)
    return { track, promised: null, recorded: [], since: NEVER }
  }
  const track = madeFrom(MADE, ledger, [inForm, reports], () =>
    newTrack(code, inForm, reports, NONE),
  )
  const recorded = settledAbout(ledger, 'indicatorObservations', code)
  return { track, promised, recorded, since: BEFORE_ALL }
}

const NONE: Computed = new Map()

/** The series of the definitions that are not reported. */
type Computed = ReadonlyMap<Indicator, ComputedSeries>

function computedOf(
  terms: readonly IndicatorTerms[],
  compute: (indicator: Indicator) => ComputedSeries | undefined,
): Computed {
  const computed = new Map<Indicator, ComputedSeries>()
  for (const { definition } of terms) {
    const series = computed.has(definition) ? undefined : compute(definition)
    if (series !== undefined) computed.set(definition, series)
  }
  return computed
}

const FORMS = new WeakMap<object, WholeForm>()

/** The form that holds all that has been reported, whether it is known and stands or not. */
function observedForm({ index }: Ledger, code: string): WholeForm {
  const reports = index.topics.indicatorObservations.get(code)
  return reports === undefined
    ? NOTHING_OBSERVED
    : madeOnce(FORMS, reports, () => formOfAll(reports))
}

const NOTHING_OBSERVED = /* @__PURE__ */ formOfAll([])

function newTrack(
  code: string,
  { terms, form }: TermsInForm,
  reports: readonly StandingFact<Observation>[],
  computed: Computed,
): IndicatorTrack {
  const days = [...epochDaysOf(reports), ...seriesChangeDays(terms)]
  for (const { epochDays } of computed.values()) days.push(...epochDays)
  const epochs = epochsOf(days, (day): Epoch => {
    const inForce = termsAt(terms, day)
    const source = inForce === undefined ? undefined : computed.get(inForce.definition)
    const series =
      source?.series(day, terms, form) ??
      observedSeries(factsInEpoch(reports, day), {
        accumulation: inForce?.definition.accumulation ?? 'LEVEL',
        startDay: inForce?.startDay ?? 0,
        form,
      })
    return epochOf(new ValuePoints(series), terms, series)
  })
  return { id: `indicator/${code}`, kind: 'INDICATOR', terms, scale: form.scale, epochs }
}

/** The days on which another way of combining observations begins. */
function seriesChangeDays(terms: readonly IndicatorTerms[]): readonly number[] {
  if (terms.length === 1) return []
  return terms.flatMap((each, at) => {
    const before = terms[at - 1]
    return before !== undefined && combinationOf(before) !== combinationOf(each) ? [each.from] : []
  })
}

function combinationOf({ definition, startDay }: IndicatorTerms): string {
  const { accumulation, numerator, denominator, derivation, unit } = definition
  return JSON.stringify([accumulation, startDay, numerator, denominator, derivation, unit])
}

/** The values of a series as points; a class, for there is one for every indicator. */
class ValuePoints implements Points<IndicatorTerms> {
  readonly days: readonly number[]
  readonly #n: Series['n']
  readonly #over: Series['over']
  readonly #troubles: Series['troubles']

  constructor({ days, n, over, troubles }: Series) {
    this.days = days
    this.#n = n
    this.#over = over
    this.#troubles = troubles
  }

  n(point: number): Whole | null {
    return this.#n[point] ?? null
  }

  over(point: number): Whole {
    return this.#over?.[point] ?? 1
  }

  holds(point: number, terms: IndicatorTerms): boolean | null {
    const value = this.n(point)
    return value === null ? null : holdsFor(value, this.over(point), terms)
  }

  trouble(point: number, terms: IndicatorTerms): Trouble | null {
    const value = this.n(point)
    if (value === null) return this.#troubles?.[point] ?? null
    return holdsFor(value, this.over(point), terms) === null ? targetTrouble(terms) : null
  }

  spanStart({ startDay }: IndicatorTerms): number {
    return startDay
  }
}

/** Whether a value is as the comparator asks; null where the target is not known. */
export function holdsFor(n: Whole, over: Whole, terms: IndicatorTerms): boolean | null {
  const { target, upper, definition } = terms
  if (target === null) return null
  const bound = over === 1 ? target : times(target, over)
  switch (definition.comparator) {
    case 'AT_LEAST':
      return n >= bound
    case 'AT_MOST':
      return n <= bound
    case 'EXACTLY':
      // Neither more nor less: a number and a bigint of the same size are not strictly equal.
      return !(n < bound) && !(n > bound)
    case 'BETWEEN':
      if (n < bound) return false
      return upper === null ? null : n <= (over === 1 ? upper : times(upper, over))
  }
}

/** Why there is no target. */
export function targetTrouble({ definition, target }: IndicatorTerms): Trouble {
  const { targetFactor } = definition
  if (target === null && targetFactor !== undefined) {
    return { code: 'BASELINE_UNKNOWN', params: { factor: targetFactor } }
  }
  return { code: 'TARGET_UNKNOWN', params: { field: target === null ? 'target' : 'targetUpper' } }
}
