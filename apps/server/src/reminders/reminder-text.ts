import type { PlanView, Reminder, ReminderKind, Text } from '@duban/domain'

const texts: Readonly<Record<ReminderKind, Required<Text>>> = {
  DUE_SOON: { zh: '{title}将于 {dueOn} 到期', en: '{title} is due on {dueOn}' },
  OVERDUE: {
    zh: '{title}应于 {dueOn} 完成，尚未完成',
    en: '{title} was due on {dueOn} and is not done',
  },
  RETURNED: {
    zh: '{title}的填报被退回：{reason}',
    en: 'a report of {title} was returned: {reason}',
  },
  NOT_REPORTED: {
    zh: '{title}应于 {dueOn} 前填报，尚未收到',
    en: 'a report of {title} was to be in by {dueOn}',
  },
}

/** What a person reads of a reminder. */
export function textOfReminder(reminder: Reminder, view: PlanView): Required<Text> {
  const { zh, en = zh } = view.commitment(reminder.commitment)?.title ?? { zh: reminder.commitment }
  const fill = (text: string, title: string): string =>
    text
      .replace('{title}', () => title)
      .replace('{dueOn}', () => reminder.dueOn ?? '?')
      .replace('{reason}', () => reminder.reason ?? '')
  const text = texts[reminder.kind]
  return { zh: fill(text.zh, zh), en: fill(text.en, en) }
}
