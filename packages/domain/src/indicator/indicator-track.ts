import { epochOf, type Points } from '../commitment/epoch-of.ts'
import { termsAt } from '../commitment/terms.ts'
import type { Epoch, Track, Trouble } from '../commitment/track.ts'
import type { Observation } from '../fact/fact.ts'
import type { StandingFact } from '../fact/standing.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { epochDaysOf, epochsOf, factsInEpoch } from '../view/epochs.ts'
import { factsAbout, type Ledger, type MadeTrack, NO_TRACK } from '../view/ledger.ts'
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

/** The track of an indicator; undefined where it is in no view. A reported one's terms are given where they are known. */
export function indicatorTrack(
  ledger: Ledger,
  code: string,
  known: TermsInForm | undefined,
  compute: (indicator: Indicator) => ComputedSeries | undefined,
): MadeTrack {
  if (known === undefined && definitionSteps(ledger, 'INDICATOR', code).length === 0) {
    return NO_TRACK
  }
  const inForm = known ?? indicatorTerms(ledger, code, observedForm(ledger, code))
  const { terms, lists } = inForm
  if (terms.length === 0) return { track: undefined, lists }
  const reports = factsAbout(ledger, 'indicatorObservations', code)
  const computed = known === undefined ? computedOf(terms, compute) : NONE
  if (computed.size > 0) return { track: newTrack(code, inForm, reports, computed), lists: null }
  const track = madeFrom(MADE, ledger, [inForm, reports], () =>
    newTrack(code, inForm, reports, NONE),
  )
  return { track, lists: [...lists, reports], inForm }
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
  if (reports === undefined) return NOTHING_OBSERVED
  const known = FORMS.get(reports)
  if (known !== undefined) return known
  const form = formOfAll(reports)
  FORMS.set(reports, form)
  return form
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
    return epochOf(pointsOf(series), terms, series)
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

function pointsOf({ days, n, over, troubles }: Series): Points<IndicatorTerms> {
  const valueAt = (point: number): Whole | null => n[point] ?? null
  const overAt = (point: number): Whole => over?.[point] ?? 1
  return {
    days,
    n: valueAt,
    over: overAt,
    holds: (point, terms) => {
      const value = valueAt(point)
      return value === null ? null : holdsFor(value, overAt(point), terms)
    },
    trouble: (point, terms) => {
      const value = valueAt(point)
      if (value === null) return troubles?.[point] ?? null
      return holdsFor(value, overAt(point), terms) === null ? targetTrouble(terms) : null
    },
    spanStart: ({ startDay }) => startDay,
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
