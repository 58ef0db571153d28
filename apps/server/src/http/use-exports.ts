import { isDate, type Lang, type PlanFacts, parseInstant } from '@duban/domain'
import type { Storage } from '@duban/storage'
import type { Plugin } from 'graphql-yoga'
import { authenticate } from '../auth/authenticate.ts'
import type { TokenKeys } from '../auth/token-keys.ts'
import { isStillGood, writeTag } from '../caching/answer-tag.ts'
import {
  type ExportFormat,
  exportFormats,
  exportPlan,
  exportTypes,
  isOfADay,
} from '../export/export-plan.ts'
import { unitCalendar } from '../export/unit-calendar.ts'
import { planAt } from '../plan-views.ts'
import { defaultChoice, type ViewChoice } from '../schema/view-choice.ts'

/** What exports are made from. */
export interface ExportOptions {
  readonly storage: Storage
  readonly keys: TokenKeys
  /** False: reading takes a token, in the header or, as calendar programs have no headers, as `token=`. */
  readonly openReading: boolean
  readonly now: () => Date
}

/** Facts that a document may hold which is made while others wait; `duban export` has no such limit. */
const mostFacts = 20_000

/**
 * `/export/units/CODE.ics?plan=PLAN`: a unit's due dates and reminders, for calendar programs.
 * `/export/plans/CODE.csv` (`xlsx`, `ics`): a plan's commitments, `asOf=` a date, `knownAt=` an instant.
 * `/export/plans/CODE.yaml` (`json`): a plan and its facts. `lang=en` in English.
 */
export function useExports({ storage, keys, openReading, now }: ExportOptions): Plugin {
  return {
    async onRequest(asked) {
      const { url, request, fetchAPI } = asked
      const [, kind, encoded, extension] =
        /^\/export\/(units|plans)\/([^/]+)\.([a-z]+)$/.exec(url.pathname) ?? []
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      if (encoded === undefined || !isRead) return
      const answer = (
        status: number,
        body: string | Uint8Array<ArrayBuffer> | null,
        headers: Readonly<Record<string, string>>,
      ) => {
        const sent = request.method === 'HEAD' ? null : body
        asked.endResponse(new fetchAPI.Response(sent, { status, headers }))
      }
      const instant = now()
      const token = url.searchParams.get('token')
      if (!openReading) {
        const header = token === null ? request.headers.get('authorization') : `Bearer ${token}`
        const who = await authenticate(keys, header, instant)
        if (!who.ok || who.actor === null) return refuse(answer, noToken)
      }
      const question = `${url.pathname}${url.search}`
      for (const tag of openReading ? tagsOf(request) : []) {
        if (await isStillGood(tag, question, storage, instant.toISOString())) {
          return answer(304, null, { etag: tag, ...cacheHeaders })
        }
      }
      const wanted = { code: decode(encoded), extension: extension ?? '', query: url.searchParams }
      const made = await (kind === 'units' ? unitExport : planExport)(
        storage,
        wanted,
        instant.toISOString(),
      )
      if ('status' in made) return refuse(answer, made)
      const tag = openReading ? tagOf(question, made) : null
      answer(200, made.body, {
        'content-type': made.type,
        'content-disposition': `${made.shown}; filename*=UTF-8''${encodeURIComponent(`${wanted.code}.${wanted.extension}`)}`,
        ...(tag === null
          ? { 'cache-control': 'private, no-store' }
          : { etag: tag, ...cacheHeaders }),
      })
    },
  }
}

/** Kept by anyone, and asked about each time. */
const cacheHeaders = { 'cache-control': 'public, no-cache', vary: 'accept-encoding' }

interface Asked {
  readonly code: string
  readonly extension: string
  readonly query: URLSearchParams
}

interface Refused {
  readonly status: number
  readonly text: string
}

interface Made {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  /** Whether a browser shows it or saves it. */
  readonly shown: 'inline' | 'attachment'
  readonly facts: PlanFacts
  /** The day it is of where that follows the clock. */
  readonly today: { readonly timeZone: string; readonly day: string } | null
}

type MakeExport = (storage: Storage, asked: Asked, now: string) => Promise<Made | Refused>

const unitExport: MakeExport = async (storage, { code, extension, query }, now) => {
  if (extension !== 'ics') return noFormat
  const facts = await storage.loadPlan(query.get('plan') ?? '')
  const at = facts && planAt(facts, defaultChoice, now)
  if (facts === null || at === null) return noPlan
  const body = unitCalendar(at, code, langOf(query))
  if (body === null) return noUnit
  const today = { timeZone: at.plan.timeZone, day: at.asOf }
  return { body, type: exportTypes.ics, shown: 'inline', facts, today }
}

const planExport: MakeExport = async (storage, { code, extension, query }, now) => {
  const format = exportFormats.find((one) => one === extension)
  if (format === undefined) return noFormat
  const choice = choiceOf(format, query, now)
  if ('status' in choice) return choice
  const facts = await storage.loadPlan(code)
  if (facts === null) return noPlan
  if (!isOfADay(format) && facts.facts.length > mostFacts) return tooLarge(facts.facts.length)
  const made = await exportPlan(facts, format, choice, { lang: langOf(query), now })
  if (made === null) return noPlan
  const body = typeof made === 'string' ? made : Uint8Array.from(made)
  const at = isOfADay(format) && choice.asOf === null ? planAt(facts, choice, now) : null
  const today = at && { timeZone: at.plan.timeZone, day: at.asOf }
  return { body, type: exportTypes[format], shown: 'attachment', facts, today }
}

function choiceOf(format: ExportFormat, query: URLSearchParams, now: string): ViewChoice | Refused {
  const asOf = query.get('asOf')
  const knownAt = query.get('knownAt')
  if (asOf !== null && !isOfADay(format)) return ofAllDays
  if (asOf !== null && !isDate(asOf)) return noDate
  const instant = knownAt === null ? null : parseInstant(knownAt)
  if (knownAt !== null && (instant === null || instant > now)) return noInstant
  return { ...defaultChoice, asOf, knownAt: instant }
}

function langOf(query: URLSearchParams): Lang {
  return query.get('lang') === 'en' ? 'EN' : 'ZH'
}

function tagsOf(request: Request): readonly string[] {
  return (request.headers.get('if-none-match') ?? '')
    .split(/,(?=\s*(?:W\/)?")/)
    .map((tag) => tag.trim())
}

function tagOf(question: string, { facts, today }: Made): string | null {
  return writeTag(question, {
    plans: new Map([[facts.code, facts.revision]]),
    days: new Map(today === null ? [] : [[today.timeZone, today.day]]),
    others: false,
  })
}

function refuse(
  answer: (status: number, body: string, headers: Readonly<Record<string, string>>) => void,
  { status, text }: Refused,
): void {
  answer(status, `${text}\n`, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
}

const noToken = { status: 401, text: '需要访问令牌 / a token is needed' }
const noPlan = { status: 404, text: '没有这个计划 / there is no such plan' }
const noUnit = { status: 404, text: '没有这个单位 / there is no such unit' }
const noFormat = {
  status: 404,
  text: `没有这种格式，可有 ${exportFormats.join('、')} / there is no such format; there are ${exportFormats.join(', ')}`,
}
const noDate = { status: 400, text: 'asOf 应为 YYYY-MM-DD / asOf is a date, YYYY-MM-DD' }
const noInstant = {
  status: 400,
  text: 'knownAt 应为已过去的 RFC 3339 时刻 / knownAt is an instant of RFC 3339 that has passed',
}
const ofAllDays = {
  status: 400,
  text: '计划文件包含所有日期，不取 asOf / a plan document holds every day and takes no asOf',
}

function tooLarge(facts: number): Refused {
  return {
    status: 413,
    text: `计划有 ${facts} 条事实，超过 ${mostFacts}，请用 duban export / the plan has ${facts} facts, more than ${mostFacts}: use duban export`,
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
