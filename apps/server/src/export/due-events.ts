import { createHash } from 'node:crypto'
import { type Commitment, type Instant, type Lang, textIn } from '@duban/domain'
import { labelOf } from '@duban/domain/messages'
import ical, { type ICalEventData, ICalEventTransparency } from 'ical-generator'
import type { PlanAt } from '../schema/plan-at.ts'

/** How often a calendar program asks again, in seconds. */
const askAgain = 3600

/** A calendar (RFC 5545). The stamp is when the plan was last revised: the same answer for the same facts. */
export function calendarOf(
  name: string,
  product: string,
  events: readonly ICalEventData[],
  revisedAt: Instant,
): string {
  const calendar = ical({ name, prodId: `//duban//${product}//ZH`, ttl: askAgain })
  for (const event of events) calendar.createEvent({ ...event, stamp: revisedAt })
  return calendar.toString()
}

/** The due date of a commitment as a whole day; none where it has no due date. */
export function dueEvent(at: PlanAt, commitment: Commitment, lang: Lang): readonly ICalEventData[] {
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

/** A whole day that keeps nobody busy. The id is the same each time, so that a program takes the new for the old. */
export function dayEvent(at: PlanAt, key: string, day: string) {
  const id = createHash('sha256').update(`${at.facts.code} ${key}`).digest('hex').slice(0, 32)
  return {
    id: `${id}@duban`,
    start: day,
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

/** When a plan was last revised. */
export function revisedAt({ facts: { facts } }: PlanAt): Instant {
  return facts.at(-1)?.recordedAt ?? '1970-01-01T00:00:00.000Z'
}

const words = {
  ZH: { due: '期限', originally: '原定期限' },
  EN: { due: 'due', originally: 'originally due on' },
} as const
