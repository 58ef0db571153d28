import { createHash } from 'node:crypto'
import { type Commitment, type Instant, type Lang, type ReminderKind, textIn } from '@duban/domain'
import { labelOf } from '@duban/domain/messages'
import { remindersOf } from '@duban/domain/reports'
import ical, { type ICalEventData, ICalEventTransparency } from 'ical-generator'
import { textOfReminder } from '../reminders/reminder-text.ts'
import type { PlanAt } from '../schema/plan-at.ts'

/** "Monthly by the 5th", as reminders have it unless told otherwise. */
const monthly = { every: 'MONTH', withinDays: 5 } as const
/** How often a calendar program asks again, in seconds. */
const askAgain = 3600

/**
 * A unit's calendar, iCalendar (RFC 5545): each of its due dates as a whole day, and what it is told today on today's.
 * Null where the plan has no such unit.
 */
export function unitCalendar(
  at: PlanAt,
  unit: string,
  lang: Lang,
  revisedAt: Instant,
): string | null {
  const known = at.plan.units.find(({ code }) => code === unit)
  if (known === undefined) return null
  const name = `${textIn(known.name, lang)} · ${textIn(at.plan.title, lang)}`
  const calendar = ical({ name, prodId: '//duban//unit calendar//ZH', ttl: askAgain })
  const events = [
    ...at.view.byUnit(unit).flatMap((one) => dueEvent(at, one, lang)),
    ...reminderEvents(at, unit, lang),
  ]
  // The stamp is when the plan was last revised: the same answer for the same facts.
  for (const event of events) calendar.createEvent({ ...event, stamp: revisedAt })
  return calendar.toString()
}

function dueEvent(at: PlanAt, commitment: Commitment, lang: Lang): ICalEventData[] {
  const { id, dueOn, dueOriginally, title } = commitment
  const assessment = at.view.assessment(id)
  if (dueOn === null || assessment === undefined) return []
  const status = labelOf(assessment.status, lang)
  const moved = dueOriginally !== null && dueOriginally !== dueOn ? dueOriginally : null
  return [
    {
      ...dayEvent(at, `due ${id}`, dueOn),
      summary: `${textIn(title, lang)} [${status}]`,
      description: moved === null ? id : `${id}\n${words[lang].originally} ${moved}`,
      categories: [{ name: words[lang].due }, { name: status }],
    },
  ]
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
    summary: `${words[lang].reminder}: ${labelOf(kind, lang)} ${lines.length}`,
    description: lines.join('\n'),
    categories: [{ name: words[lang].reminder }, { name: labelOf(kind, lang) }],
  }))
}

/** A whole day that keeps nobody busy. The id is the same each time, so that a program takes the new for the old. */
function dayEvent(at: PlanAt, key: string, day: string) {
  const id = createHash('sha256').update(`${at.facts.code} ${key}`).digest('hex').slice(0, 32)
  return {
    id: `${id}@duban`,
    start: day,
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

const words = {
  ZH: { due: '期限', reminder: '提醒', originally: '原定期限' },
  EN: { due: 'due', reminder: 'reminder', originally: 'originally due on' },
} as const
