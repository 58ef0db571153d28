import type { Instant, Lang, PlanFacts } from '@duban/domain'
import type { Storage } from '@duban/storage'
import type { Plugin } from 'graphql-yoga'
import { authenticate } from '../auth/authenticate.ts'
import type { TokenKeys } from '../auth/token-keys.ts'
import { unitCalendar } from '../export/unit-calendar.ts'
import { planAt } from '../plan-views.ts'
import { defaultChoice } from '../schema/view-choice.ts'

/** What the calendar of a unit is made from. */
export interface UnitCalendarOptions {
  readonly storage: Storage
  readonly keys: TokenKeys
  /** False: reading takes a token, in the header or, as calendar programs have no headers, as `token=`. */
  readonly openReading: boolean
  readonly now: () => Date
}

/** `/export/units/CODE.ics?plan=PLAN`: a unit's due dates and reminders, for calendar programs; `lang=en` in English. */
export function useUnitCalendar({ storage, keys, openReading, now }: UnitCalendarOptions): Plugin {
  return {
    async onRequest(asked) {
      const { url, request, fetchAPI } = asked
      const [, encoded] = /^\/export\/units\/([^/]+)\.ics$/.exec(url.pathname) ?? []
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      if (encoded === undefined || !isRead) return
      const answer = (status: number, body: string, headers: Readonly<Record<string, string>>) => {
        asked.endResponse(new fetchAPI.Response(body, { status, headers }))
      }
      const refuse = (status: number, text: string) => {
        answer(status, `${text}\n`, { 'content-type': 'text/plain; charset=utf-8' })
      }
      const instant = now()
      if (!openReading) {
        const token = url.searchParams.get('token')
        const header = token === null ? request.headers.get('authorization') : `Bearer ${token}`
        const who = await authenticate(keys, header, instant)
        if (!who.ok || who.actor === null) return refuse(401, '需要访问令牌 / a token is needed')
      }
      const unit = decode(encoded)
      const facts = await storage.loadPlan(url.searchParams.get('plan') ?? '')
      const at = facts && planAt(facts, defaultChoice, instant.toISOString())
      if (facts === null || at === null) return refuse(404, '没有这个计划 / there is no such plan')
      const lang: Lang = url.searchParams.get('lang') === 'en' ? 'EN' : 'ZH'
      const calendar = unitCalendar(at, unit, lang, revisedAt(facts))
      if (calendar === null) return refuse(404, '没有这个单位 / there is no such unit')
      answer(200, request.method === 'HEAD' ? '' : calendar, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `inline; filename="${encodeURIComponent(unit)}.ics"`,
        'cache-control': openReading ? 'public, max-age=300' : 'private, no-store',
      })
    },
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign: no unit is called that.
    return text
  }
}

function revisedAt({ facts }: PlanFacts): Instant {
  return facts.at(-1)?.recordedAt ?? '1970-01-01T00:00:00.000Z'
}
