import type { Instant, Lang, PlanFacts } from '@duban/domain'
import { planAt } from '../plan-views.ts'
import type { PlanAt } from '../schema/plan-at.ts'
import type { ViewChoice } from '../schema/view-choice.ts'
import { commitmentTable } from './commitment-table.ts'
import { planCalendar } from './plan-calendar.ts'
import { planDocument } from './plan-document.ts'
import { tableCsv } from './table-csv.ts'
import { tableXlsx } from './table-xlsx.ts'

/** Documents (yaml, json) hold the plan and all its facts; the others show its commitments on a day. */
export const exportFormats = ['yaml', 'json', 'csv', 'xlsx', 'ics'] as const

export type ExportFormat = (typeof exportFormats)[number]

/** Whether a format is of one day; a document holds them all. */
export function isOfADay(format: ExportFormat): boolean {
  return format !== 'yaml' && format !== 'json'
}

/** The media type of each format. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar; charset=utf-8',
}

/** A plan in a format, in the view that was chosen; null where the plan is not in that view. */
export async function exportPlan(
  facts: PlanFacts,
  format: ExportFormat,
  choice: ViewChoice,
  { lang, now }: { readonly lang: Lang; readonly now: Instant },
): Promise<string | Uint8Array | null> {
  if (format === 'yaml' || format === 'json') return planDocument(facts, format, choice, now)
  const at = planAt(facts, choice, now)
  return at === null ? null : exportView(at, format, lang)
}

async function exportView(
  at: PlanAt,
  format: Exclude<ExportFormat, 'yaml' | 'json'>,
  lang: Lang,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return tableCsv(commitmentTable(at, lang))
    case 'xlsx':
      return await tableXlsx(commitmentTable(at, lang))
    case 'ics':
      return planCalendar(at, lang)
  }
}
