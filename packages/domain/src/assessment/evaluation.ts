import { monthsLateOfDays } from '../calendar/day-arithmetic.ts'
import type { DayNumber } from '../calendar/day-number.ts'
import { type Terms, termsAt } from '../commitment/terms.ts'
import { type Epoch, type State, stateAt, type Track } from '../commitment/track.ts'
import type { Fulfilment } from '../indicator/indicator.ts'
import { BEFORE_ALL } from '../view/epochs.ts'
import type { Status } from './assessment.ts'

/** What is the case of a commitment in the views of one day, as the status table wants it. */
export interface Evaluation {
  readonly track: Track
  readonly terms: Terms
  readonly epoch: Epoch
  readonly state: State
  readonly day: DayNumber
  readonly status: Status
  readonly metOn: DayNumber | null
  readonly daysLate: number | null
  readonly monthsLate: number
  readonly daysToDue: number | null
  /** The day of a breach that counts. */
  readonly breachedOn: DayNumber | null
}

/** Evaluates a commitment on a day, by the table of statuses; undefined where it is not in the views of that day. */
export function evaluate(
  track: Track,
  day: DayNumber,
  fulfilment: (terms: Terms) => Fulfilment,
): Evaluation | undefined {
  const terms = termsAt(track.terms, day)
  if (terms === undefined || !terms.present || terms.from > day) return undefined
  const epoch = track.epochs.at(day)
  const state = stateAt(epoch, day)
  const { dueDay } = terms
  const found = fulfilmentOn(fulfilment(terms), terms, epoch, state, day)
  const daysToDue = dueDay === null ? null : dueDay - day
  const status = statusFor(terms, found, state, day)
  const metOn = status === 'MET' || status === 'MET_LATE' ? found.metOn : null
  // The last day on which it stood late; null where it did not.
  const lateUntil = lateOn(status, dueDay, metOn, day)
  const late = dueDay === null || lateUntil === null ? null : lateUntil - dueDay
  return {
    track,
    terms,
    epoch,
    state,
    day,
    status,
    metOn,
    daysLate: late,
    monthsLate:
      dueDay === null || lateUntil === null
        ? 0
        : monthEndsUnfulfilled(found.throughout ? null : epoch, dueDay, lateUntil),
    daysToDue,
    breachedOn: found.breachedOn,
  }
}

interface Found {
  /** Whether the requirement is fulfilled; null where that cannot be told. */
  readonly fulfilled: boolean | null
  /** Whether it was at the due date; asked for only once that has come. */
  readonly atDue: boolean
  readonly metOn: DayNumber | null
  readonly breachedOn: DayNumber | null
  readonly throughout: boolean
}

const UNFULFILLED: Found = {
  fulfilled: false,
  atDue: false,
  metOn: null,
  breachedOn: null,
  throughout: false,
}
const UNTOLD: Found = { ...UNFULFILLED, fulfilled: null }

function fulfilmentOn(
  fulfilment: Fulfilment,
  terms: Terms,
  epoch: Epoch,
  state: State,
  day: DayNumber,
): Found {
  if (fulfilment === 'THROUGHOUT') return heldThroughout(terms, epoch, state, day)
  const { dueDay } = terms
  const past = dueDay !== null && day >= dueDay
  // What must hold at the due date can be judged only from then on.
  if (fulfilment === 'HOLD' && !past) return state.holds === null ? UNTOLD : UNFULFILLED
  const due = past && day > dueDay ? stateAt(epoch, dueDay) : state
  if (fulfilment === 'HOLD' && due.holds === true)
    return metSince(dayMet(terms, epoch.since(due)), true)
  if (state.holds !== true) return state.holds === null ? UNTOLD : UNFULFILLED
  return metSince(dayMet(terms, epoch.since(state)), due.holds === true)
}

function heldThroughout(terms: Terms, epoch: Epoch, state: State, day: DayNumber): Found {
  const { dueDay } = terms
  const last = dueDay === null ? day : Math.min(day, dueDay)
  const judged = last === day ? state : stateAt(epoch, last)
  const breachedOn = epoch.breachedOn(judged)
  if (breachedOn !== null && breachedOn <= last) {
    return { ...UNFULFILLED, breachedOn, throughout: true }
  }
  if (judged.holds !== true) return { ...UNTOLD, throughout: true }
  if (dueDay === null || day < dueDay) return UNFULFILLED
  return metSince(dueDay, true)
}

function metSince(metOn: DayNumber, atDue: boolean): Found {
  return { fulfilled: true, atDue, metOn, breachedOn: null, throughout: false }
}

/** Of what was so from the start, the day it came into the plan, or the due date where that was before. */
function dayMet(terms: Terms, since: DayNumber): DayNumber {
  if (since !== BEFORE_ALL) return since
  return terms.dueDay === null ? terms.firstFrom : Math.min(terms.firstFrom, terms.dueDay)
}

/** The first row of the table that fits. */
function statusFor(terms: Terms, found: Found, state: State, day: DayNumber): Status {
  const { dueDay, waiver, warnDays } = terms
  if (waiver !== null) return 'WAIVED'
  if (found.fulfilled === true)
    return found.atDue || dueDay === null || day <= dueDay ? 'MET' : 'MET_LATE'
  if (dueDay === null) return found.fulfilled === null ? 'UNKNOWN' : 'PENDING'
  if (found.breachedOn !== null) return 'OVERDUE'
  // Past due, want of data is overdue; a target or a field that is not known leaves it open.
  if (day > dueDay)
    return found.fulfilled === null && state.trouble !== null ? 'UNKNOWN' : 'OVERDUE'
  if (dueDay - day <= warnDays) return 'DUE_SOON'
  return found.fulfilled === null ? 'UNKNOWN' : 'PENDING'
}

function lateOn(
  status: Status,
  dueDay: DayNumber | null,
  metOn: DayNumber | null,
  day: DayNumber,
): DayNumber | null {
  if (dueDay === null || day <= dueDay) return null
  if (status === 'OVERDUE') return day
  return status === 'MET_LATE' ? metOn : null
}

/** The month ends from the due date's own to before a day at which it did not hold; without an epoch, all. */
function monthEndsUnfulfilled(epoch: Epoch | null, dueDay: DayNumber, before: DayNumber): number {
  if (epoch === null) return monthsLateOfDays(dueDay, before)
  let unfulfilled = 0
  // Run by run from the last: over one it has held or has not at all its month ends.
  for (let end = before; end > dueDay; ) {
    const state = stateAt(epoch, end - 1)
    const start = Math.max(dueDay, epoch.since(state))
    if (state.holds !== true) unfulfilled += monthsLateOfDays(start, end)
    end = start
  }
  return unfulfilled
}
