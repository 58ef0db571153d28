import type { DayNumber } from '../calendar/day-number.ts'
import type { Trouble } from '../commitment/track.ts'
import { inTimeOrder } from '../plan/definition-steps.ts'
import type { Point } from './series.ts'
import { minus, plus, times, type Whole } from './whole.ts'

/** What one member adds to a sum from a day on. */
export interface Share {
  readonly from: DayNumber
  readonly counted: boolean
  /** In the sum's parts; null where it is not known. */
  readonly value: Whole | null
  readonly trouble: Trouble | null
}

/** What a member adds from day to day: the first so many of a list. */
export interface Shares<S extends Share = Share> {
  readonly list: readonly S[]
  readonly count: number
}

/** What the members of a sum add to it on which day, so that a sum of other members can be made from it. */
export interface RunningSum {
  readonly startDay: DayNumber
  readonly members: readonly Shares[]
  readonly changes: ReadonlyMap<DayNumber, Change>
}

/** What the members' shares change on a day. */
interface Change {
  /** How many shares begin. */
  shares: number
  sum: Whole
  counted: number
  valued: number
  /** Troubles that come (1) and go (-1), in the order of members. */
  troubles: readonly (readonly [Trouble, 1 | -1])[]
}

const NO_CHANGE: Change = { shares: 0, sum: 0, counted: 0, valued: 0, troubles: [] }

/** The sum of what members add. From another sum only the shares that differ are added anew. */
export function runningSum(
  members: readonly Shares[],
  startDay: DayNumber,
  before?: RunningSum,
): RunningSum {
  const base = before?.startDay === startDay ? before : undefined
  const changes = new Map(base?.changes)
  const own = new Set<DayNumber>()
  const changeOn = (day: DayNumber): Change => {
    const from = Math.max(day, startDay)
    const known = changes.get(from)
    if (known !== undefined && own.has(from)) return known
    const change = { ...(known ?? NO_CHANGE) }
    own.add(from)
    changes.set(from, change)
    return change
  }
  const apply = ({ list, count }: Shares, first: number, sign: 1 | -1): void => {
    for (let at = first; at < count; at++) {
      const share = list[at]
      if (share === undefined) continue
      const change = changeOn(share.from)
      change.shares += sign
      add(change, list[at - 1], sign === 1 ? -1 : 1)
      add(change, share, sign)
    }
  }
  const count = Math.max(members.length, base?.members.length ?? 0)
  for (let at = 0; at < count; at++) {
    const old = base?.members[at] ?? NONE
    const shares = members[at] ?? NONE
    if (old === shares) continue
    const first = firstDifference(old, shares)
    apply(old, first, -1)
    apply(shares, first, 1)
  }
  for (const day of own) if (changes.get(day)?.shares === 0) changes.delete(day)
  return { startDay, members, changes }
}

const NONE: Shares = { list: [], count: 0 }

function firstDifference(a: Shares, b: Shares): number {
  const both = Math.min(a.count, b.count)
  if (a.list === b.list) return both
  let at = 0
  while (at < both && isSame(a.list[at], b.list[at])) at++
  return at
}

function isSame(a: Share | undefined, b: Share | undefined): boolean {
  return (
    a?.from === b?.from &&
    a?.counted === b?.counted &&
    a?.value === b?.value &&
    a?.trouble === b?.trouble
  )
}

function add(change: Change, share: Share | undefined, sign: 1 | -1): void {
  if (share === undefined || !share.counted) return
  const { value, trouble } = share
  change.counted += sign
  if (value !== null) {
    change.valued += sign
    change.sum = sign === 1 ? plus(change.sum, value) : minus(change.sum, value)
  }
  if (trouble !== null) change.troubles = [...change.troubles, [trouble, sign]]
}

/** A sum in parts of a unit: `times` of it over `over` of them make the value. */
export interface Parts {
  readonly over: Whole
  readonly times: Whole
}

/** The sum from day to day; unknown while members are counted and none of them has a value. */
export function pointsOf({ startDay, changes }: RunningSum, parts: Parts): readonly Point[] {
  const total = { ...NO_CHANGE }
  const troubles = new Map<Trouble, number>()
  return inTimeOrder([startDay, ...changes.keys()]).map((from) => {
    const change = changes.get(from) ?? NO_CHANGE
    total.sum = plus(total.sum, change.sum)
    total.counted += change.counted
    total.valued += change.valued
    for (const [trouble, sign] of change.troubles) {
      const count = (troubles.get(trouble) ?? 0) + sign
      if (count === 0) troubles.delete(trouble)
      else troubles.set(trouble, count)
    }
    const [trouble = null] = troubles.keys()
    const unknown = trouble !== null || (total.counted > 0 && total.valued === 0)
    if (unknown) return { from, n: null, over: 1, trouble }
    return { from, n: times(total.sum, parts.times), over: parts.over, trouble: null }
  })
}
