import { type IsoDate, isDate } from '@duban/domain'
import type { Complaint } from '../issue/issue.ts'
import { type Entry, entriesAt, entryAt, textAt } from './entries.ts'

/** Complains of dates that stand in the wrong order, or before the plan starts. */
export function checkDates(file: Entry): readonly Complaint[] {
  const plan = entryAt(file, 'plan')
  const period = plan === null ? null : entryAt(plan, 'period')
  const start = period === null ? undefined : dateAt(period, 'start')
  return [
    ...(period === null ? [] : inOrder(period, 'start', 'end', 'PERIOD_ORDER')),
    ...entriesAt(file, 'policies').flatMap((policy) =>
      inOrder(policy, 'validFrom', 'validTo', 'PERIOD_ORDER'),
    ),
    ...entriesAt(file, 'milestones').flatMap((milestone) =>
      notBefore(start, milestone, 'dueOn', 'plan.period.start'),
    ),
    ...entriesAt(file, 'rules').flatMap((rule) => {
      const due = entryAt(rule, 'due')
      return due === null ? [] : notBefore(start, due, 'on', 'plan.period.start')
    }),
    ...entriesAt(file, 'indicators').flatMap((indicator) => [
      ...notBefore(start, indicator, 'dueOn', 'plan.period.start'),
      ...inOrder(indicator, 'startOn', 'dueOn', 'DATE_ORDER'),
      ...checkCheckpoints(indicator, start),
    ]),
  ]
}

/** A field that is a date, or undefined. */
export function dateAt(entry: Entry, key: string): IsoDate | undefined {
  const text = textAt(entry, key)
  return text !== undefined && isDate(text) ? text : undefined
}

function inOrder(
  entry: Entry,
  first: string,
  last: string,
  code: 'PERIOD_ORDER' | 'DATE_ORDER',
): readonly Complaint[] {
  const [from, to] = [dateAt(entry, first), dateAt(entry, last)]
  if (from === undefined || to === undefined || from <= to) return []
  return [{ path: [...entry.path, last], code, params: { found: to, start: from, field: first } }]
}

function notBefore(
  start: IsoDate | undefined,
  entry: Entry,
  key: string,
  field: string,
): readonly Complaint[] {
  const found = dateAt(entry, key)
  if (start === undefined || found === undefined || found >= start) return []
  return [{ path: [...entry.path, key], code: 'BEFORE_START', params: { found, start, field } }]
}

/** Complains of checkpoints that do not follow each other or fall outside the indicator's span. */
function checkCheckpoints(indicator: Entry, planStart: IsoDate | undefined): readonly Complaint[] {
  const complaints: Complaint[] = []
  const start = dateAt(indicator, 'startOn') ?? planStart
  const due = dateAt(indicator, 'dueOn')
  let before: IsoDate | undefined
  for (const checkpoint of entriesAt(indicator, 'checkpoints')) {
    const on = dateAt(checkpoint, 'on')
    if (on === undefined) continue
    const path = [...checkpoint.path, 'on']
    if (before !== undefined && on <= before) {
      complaints.push({
        path,
        code: 'DATE_ORDER',
        params: { found: on, start: before, field: 'checkpoints' },
      })
    } else if ((start !== undefined && on < start) || (due !== undefined && on > due)) {
      const params = { found: on, start: start ?? '', end: due ?? '' }
      complaints.push({ path, code: 'OUTSIDE_SPAN', params })
    }
    before = on
  }
  return complaints
}
