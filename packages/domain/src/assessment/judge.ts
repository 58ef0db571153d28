import type { DayNumber } from '../calendar/day-number.ts'
import type { Terms } from '../commitment/terms.ts'
import type { Track } from '../commitment/track.ts'
import { type Figures, figuresOf } from '../indicator/figures.ts'
import type { Fulfilment } from '../indicator/indicator.ts'
import { isIndicatorTerms } from '../indicator/indicator-terms.ts'
import { type Evaluation, evaluate } from './evaluation.ts'

/** What is the case of a commitment on a day: its status, and of an indicator the figures. */
export interface Judged {
  readonly evaluation: Evaluation
  readonly figures: Figures | null
}

/** Milestones and obligations are met as soon as they hold. */
function fulfilmentOf(terms: Terms): Fulfilment {
  return isIndicatorTerms(terms) ? terms.fulfilment : 'REACH'
}

/** What is the case of a commitment on a day; undefined where it is not in the views of that day. */
export function judgeOn(track: Track, day: DayNumber): Judged | undefined {
  const evaluation = evaluate(track, day, fulfilmentOf)
  if (evaluation === undefined) return undefined
  const { terms, state } = evaluation
  const figures = isIndicatorTerms(terms) ? figuresOf(terms, state, day) : null
  return { evaluation, figures }
}
