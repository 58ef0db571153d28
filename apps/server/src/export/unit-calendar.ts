import { type Lang, type ReminderKind, textIn } from '@duban/domain'
import { labelOf } from '@duban/domain/messages'
import { remindersOf } from '@duban/domain/reports'
import type { ICalEventData } from 'ical-generator'
import { textOfReminder } from '../reminders/reminder-text.ts'
import type { PlanAt } from '../schema/plan-at.ts'
import { calendarOf, dayEvent, dueEvent, revisedAt } from './due-events.ts'

/** "Monthly by the 5th", as reminders have it unless told otherwise. */
const monthly = { every: 'MONTH', withinDays: 5 } as const

/**
 * A unit's calendar: each of its due dates as a whole day, and what it is told today on today's. Null where the plan has
 * no such unit.
 */
export function unitCalendar(at: PlanAt, unit: string, lang: Lang): string | null {
  const known = at.plan.units.find(({ code }) => code === unit)
  if (known === undefined) return null
  const name = `${textIn(known.name, lang)} · ${textIn(at.plan.title, lang)}`
  const due = at.view.byUnit(unit).flatMap((one) => dueEvent(at, one, lang))
  const events = [...due, ...reminderEvents(at, unit, lang)]
  return calendarOf(name, 'unit calendar', events, revisedAt(at))
}

/** What the unit is told today: one event for each kind of reminder, with a line for each. */
function reminderEvents(at: PlanAt, unit: string, lang: Lang): readonly ICalEventData[] {
  const byKind = new Map<ReminderKind, string[]>()
  for (const reminder of remindersOf(at.view, monthly)) {
    if (reminder.unit !== unit) continue
    const lines = byKind.get(reminder.kind) ?? []
    lines.push(textIn(textOfReminder(reminder, at.view), lang))
    byKind.set(reminder.kind, lines)
  }
  return [...byKind].map(([kind, lines]) => ({
    ...dayEvent(at, `reminder ${unit} ${kind}`, at.asOf),
    summary: `${words[lang]}: ${labelOf(kind, lang)} ${lines.length}`,
    description: lines.join('\n'),
    categories: [{ name: words[lang] }, { name: labelOf(kind, lang) }],
  }))
}

const words = { ZH: '提醒', EN: 'reminder' } as const
