import { type DayNumber, LAST_DAY } from '../calendar/day-number.ts'
import type { SubjectFacts } from '../rule/engine.ts'
import { BEFORE_ALL, type Epochs } from '../view/epochs.ts'

/** What is the case of a rule's subject from a day on, until the next moment. */
export interface Moment {
  readonly from: DayNumber
  /** Whether the subject is in the plan. */
  readonly present: boolean
  /** What conditions see of it on a day of the moment. */
  facts(day: DayNumber): SubjectFacts
  /** Ids of the facts it rests on. */
  evidence(): readonly string[]
}

/** The moments of a subject, as the views of different days see them. */
export type Moments = Epochs<readonly Moment[]>

/** The days on which the views of lists that each epoch sees otherwise change: epochs begin, or a member does. */
export function viewDays<T>(
  epochs: Epochs<T>,
  membersOf: (epoch: T) => readonly { readonly from: DayNumber }[],
): readonly DayNumber[] {
  const { days } = epochs
  const [only = BEFORE_ALL] = days
  if (days.length === 1) {
    const froms = membersOf(epochs.at(only)).map(({ from }) => from)
    return froms[0] === only ? froms : [only, ...froms]
  }
  return days.flatMap((start, at) => {
    const end = days[at + 1] ?? LAST_DAY + 1
    const froms = membersOf(epochs.at(start)).map(({ from }) => from)
    return [start, ...froms.filter((day) => day >= start && day < end)]
  })
}
