import { termsAt } from '../commitment/terms.ts'
import {
  type Epoch,
  type Judged,
  type Point,
  statesOf,
  type Track,
  type Trouble,
} from '../commitment/track.ts'
import { definitionSteps } from '../plan/definition-steps.ts'
import { type Epochs, epochDaysOf, epochsOf, factsInEpoch } from '../view/epochs.ts'
import { factsAbout, type Ledger } from '../view/ledger.ts'
import type { Indicator } from './indicator.ts'
import { type IndicatorTerms, indicatorTerms } from './indicator-terms.ts'
import { observedSeries, readReports, type Series } from './series.ts'
import { formFor, times, type Whole, type WholeForm } from './whole.ts'

/** How the values of RATIO and DERIVED indicators come about; given by who knows the other tracks and the projects. */
export interface ComputedSeries {
  /** Days on which views of the computed values' past change. */
  readonly epochDays: readonly number[]
  series(epochDay: number, terms: readonly IndicatorTerms[], form: WholeForm): Series
}

/** The track of an indicator; undefined where it is in no view. */
export function indicatorTrack(
  ledger: Ledger,
  code: string,
  compute: (indicator: Indicator) => ComputedSeries | undefined,
): Track<IndicatorTerms> | undefined {
  if (definitionSteps(ledger, 'INDICATOR', code).length === 0) return undefined
  const reports = readReports(factsAbout(ledger, 'indicatorObservations', code))
  const { terms, form } = indicatorTerms(ledger, code, formFor(reports.map((each) => each.value)))
  if (terms.length === 0) return undefined
  const epochs = seriesEpochs()
  return { id: `indicator/${code}`, kind: 'INDICATOR', terms, scale: form.scale, epochs }

  function seriesEpochs(): Epochs<Epoch> {
    const computed = new Map(
      terms.map(({ definition }) => [definition, compute(definition)] as const),
    )
    const days = [...epochDaysOf(reports), ...seriesChangeDays(terms)]
    for (const each of computed.values()) days.push(...(each?.epochDays ?? []))
    return epochsOf(days, (day) => {
      const inForce = termsAt(terms, day)
      const source = inForce === undefined ? undefined : computed.get(inForce.definition)
      const series =
        source?.series(day, terms, form) ??
        observedSeries(factsInEpoch(reports, day), {
          accumulation: inForce?.definition.accumulation ?? 'LEVEL',
          startDay: inForce?.startDay ?? 0,
          form,
        })
      return {
        states: statesOf(series.points, terms, judge),
        evidence: (on) => series.evidence(on),
      }
    })
  }
}

/** The days on which another way of combining observations begins. */
function seriesChangeDays(terms: readonly IndicatorTerms[]): readonly number[] {
  return terms.flatMap((each, at) => {
    const before = terms[at - 1]
    return before !== undefined && combinationOf(before) !== combinationOf(each) ? [each.from] : []
  })
}

function combinationOf({ definition, startDay }: IndicatorTerms): string {
  const { accumulation, numerator, denominator, derivation, unit } = definition
  return JSON.stringify([accumulation, startDay, numerator, denominator, derivation, unit])
}

function judge(point: Point | undefined, terms: IndicatorTerms): Judged {
  const n = point?.n ?? null
  const over = point?.over ?? 1
  const holds = n === null ? null : holdsFor(n, over, terms)
  const trouble = point?.trouble ?? (n !== null && holds === null ? targetTrouble(terms) : null)
  return { holds, n, over, trouble, spanStart: terms.startDay }
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
