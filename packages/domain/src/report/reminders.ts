import type { IsoDate } from '../calendar/date.ts'
import type { CommitmentId } from '../commitment/commitment.ts'
import type { PlanView } from '../view/plan-view.ts'
import { type ReportingCalendar, reportsDue } from './timeliness.ts'

/** What a unit is told: a due date is near or past, a report was returned, or one is missing. */
export type ReminderKind = 'DUE_SOON' | 'OVERDUE' | 'RETURNED' | 'NOT_REPORTED'

/** One thing a unit is to be told on the day of a view. */
export interface Reminder {
  readonly unit: string
  readonly kind: ReminderKind
  readonly commitment: CommitmentId
  /** The due date of the commitment, or of the report. */
  readonly dueOn: IsoDate | null
  /** Why a report was returned. */
  readonly reason: string | null
  /** Ids of the facts it rests on. */
  readonly facts: readonly string[]
}

/**
 * What each unit is to be told on the day of a view, unit by unit in the order of their codes: its commitments near due
 * and overdue, its reports that were returned and not yet replaced, and with a calendar those that are missing.
 */
export function remindersOf(view: PlanView, calendar?: ReportingCalendar): readonly Reminder[] {
  const reminders = [...dueReminders(view), ...returnedReminders(view)]
  if (calendar !== undefined) reminders.push(...missingReminders(view, calendar))
  return reminders.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0))
}

/** The units that lead a commitment or support it; those that only supervise are not told. */
function dueReminders(view: PlanView): readonly Reminder[] {
  return view.commitments.flatMap(({ id, dueOn, responsible }) => {
    const assessment = view.assessment(id)
    const kind = assessment?.status
    if (kind !== 'DUE_SOON' && kind !== 'OVERDUE') return []
    const units = responsible.flatMap(({ unit, role }) => (role === 'SUPERVISE' ? [] : [unit]))
    const facts = assessment?.reasons.find(({ code }) => code === kind)?.facts ?? []
    return [...new Set(units)].map((unit) => ({
      unit,
      kind,
      commitment: id,
      dueOn,
      reason: null,
      facts,
    }))
  })
}

function returnedReminders(view: PlanView): readonly Reminder[] {
  return view.indicators.flatMap(({ id, dueOn, definition: { code } }) =>
    view
      .observations({ kind: 'INDICATOR', code })
      .filter(
        ({ reviewState, supersededBy }) => reviewState === 'RETURNED' && supersededBy === null,
      )
      .map(({ fact, review }) => ({
        unit: fact.reporter,
        kind: 'RETURNED' as const,
        commitment: id,
        dueOn,
        reason: review?.reason ?? null,
        facts: review === null ? [fact.id] : [fact.id, review.id],
      })),
  )
}

function missingReminders(view: PlanView, calendar: ReportingCalendar): readonly Reminder[] {
  const { asOf: today, knownAt } = view.at
  return reportsDue(view.facts, view.plan, calendar, { today, knownAt })
    .filter(
      ({ timeliness, span }) =>
        timeliness === 'MISSING' || (timeliness === 'OPEN' && span.end < today),
    )
    .map(({ unit, indicator, dueOn }) => ({
      unit,
      kind: 'NOT_REPORTED' as const,
      commitment: `indicator/${indicator}`,
      dueOn,
      reason: null,
      facts: [],
    }))
}
