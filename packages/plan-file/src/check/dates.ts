import { type IsoDate, isDate } from '@duban/domain'
import type { Complaint } from '../issue/issue.ts'
import { type Entry, entriesAt, entryAt, textAt } from './entries.ts'

const PLAN_START = 'plan.period.start'

/** Complains of dates that stand in the wrong order, or before the plan starts. */
export function checkDates(file: Entry): readonly Complaint[] {
  const plan = entryAt(file, 'plan')
  const period = plan === null ? null : entryAt(plan, 'period')
  const start = period === null ? undefined : dateAt(period, 'start')
  return [
    ...(period === null ? [] : inOrder(period, 'start', 'end')),
    ...entriesAt(file, 'policies').flatMap((policy) => inOrder(policy, 'validFrom', 'validTo')),
    ...entriesAt(file, 'milestones').flatMap((milestone) =>
      notBefore(start, milestone, 'dueOn', PLAN_START),
    ),
    ...entriesAt(file, 'indicators').flatMap((indicator) => [
      ...notBefore(start, indicator, 'dueOn', PLAN_START),
      ...inOrder(indicator, 'startOn', 'dueOn'),
      ...checkCheckpoints(indicator, start),
    ]),
  ]
}

/** A field that is a date, or undefined. */
export function dateAt(entry: Entry, key: string): IsoDate | undefined {
  const text = textAt(entry, key)
  return text !== undefined && isDate(text) ? text : undefined
}

function inOrder(entry: Entry, first: string, last: string): readonly Complaint[] {
  const [from, to] = [dateAt(entry, first), dateAt(entry, last)]
  if (from === undefined || to === undefined || from <= to) return []
  const params = { found: to, start: from, field: first }
  return [{ path: [...entry.path, last], code: 'PERIOD_ORDER', params }]
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
  const own = dateAt(indicator, 'startOn')
  const field = own === undefined ? PLAN_START : 'startOn'
  const due = dateAt(indicator, 'dueOn')
  const checkpoints = entriesAt(indicator, 'checkpoints')
  return checkpoints.flatMap((checkpoint, place) => {
    const found = dateAt(checkpoint, 'on')
    if (found === undefined) return []
    const path = [...checkpoint.path, 'on']
    const last = checkpoints[place - 1]
    const before = last === undefined ? undefined : dateAt(last, 'on')
    if (before !== undefined && found <= before) {
      return [{ path, code: 'DATE_ORDER', params: { found, start: before } } as const]
    }
    if (due !== undefined && found > due) {
      return [{ path, code: 'AFTER_DUE', params: { found, due } } as const]
    }
    return notBefore(own ?? planStart, checkpoint, 'on', field)
  })
}
