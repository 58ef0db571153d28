import { type Lang, textIn } from '@duban/domain'
import type { PlanAt } from '../schema/plan-at.ts'
import { calendarOf, dueEvent, revisedAt } from './due-events.ts'

/** A plan's calendar: the due date of each commitment in view as a whole day. */
export function planCalendar(at: PlanAt, lang: Lang): string {
  const due = at.view.commitments.flatMap((one) => dueEvent(at, one, lang))
  return calendarOf(textIn(at.plan.title, lang), 'plan calendar', due, revisedAt(at))
}
