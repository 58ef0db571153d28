import type { DayNumber } from '../calendar/day-number.ts'

/** The place of the last step that starts by a day; -1 before the first. */
export function stepIndex(steps: readonly { readonly from: DayNumber }[], day: DayNumber): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const step = steps[middle]
    if (step !== undefined && step.from <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}
