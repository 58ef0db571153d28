import type { IsoDate } from '../calendar/date.ts'
import { type DayNumber, dateOfDay, LAST_DAY } from '../calendar/day-number.ts'

/** What is the case from one day to another, inclusive. */
export interface Step<T> {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly value: T
}

/**
 * The steps that begin on a day or later; null where they are all there are. Those before are what they were: the
 * first one here may have lasted longer or shorter.
 */
export interface StepsSince<T> {
  readonly since: IsoDate | null
  readonly steps: readonly Step<T>[]
}

/**
 * What is the case from day to day, in steps that follow each other without overlap, no two that adjoin the same, the
 * last one to 9999-12-31; gaps where there is nothing. `days` are those on which it may change, in order. Of views
 * before `changed` nothing is asked for but where the last step in them begins.
 */
export function stepsSince<T>(
  days: readonly DayNumber[],
  changed: DayNumber | null,
  valueOn: (day: DayNumber) => T | null,
  same: (a: T, b: T) => boolean,
): StepsSince<T> {
  let at =
    changed === null
      ? 0
      : Math.max(
          0,
          days.findLastIndex((day) => day < changed),
        )
  const isWhole = changed === null || (days[at] ?? LAST_DAY) >= changed
  let open = openOn(at)
  for (; open !== null && at > 0; at--) {
    const before = openOn(at - 1)
    if (before === null || !same(before.value, open.value)) break
    open = before
  }
  const since = isWhole ? null : dateOfDay(open?.from ?? changed)
  const steps: Step<T>[] = []
  const close = (next: DayNumber): void => {
    const from = open === null ? null : dateOfDay(open.from)
    const to = dateOfDay(next - 1)
    if (open !== null && from !== null && to !== null) steps.push({ from, to, value: open.value })
  }
  for (const day of days.slice(at + 1)) {
    const value = valueOn(day)
    if (open !== null && value !== null && same(open.value, value)) continue
    close(day)
    open = value === null ? null : { from: day, value }
  }
  close(LAST_DAY + 1)
  return { since, steps }

  function openOn(place: number): { readonly from: DayNumber; readonly value: T } | null {
    const from = days[place]
    const value = from === undefined ? null : valueOn(from)
    return from === undefined || value === null ? null : { from, value }
  }
}
