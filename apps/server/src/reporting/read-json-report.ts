import { fieldOfHead, type ReportField } from './report-field.ts'
import type { Cell, ReportProblem, ReportRead, ReportRow } from './report-row.ts'

/** Numbers of so many digits come through JSON as they were written. */
const exactDigits = 15

/** Reads a JSON array of objects, one for each value. */
export function readJsonReport(text: string): ReportRead {
  let read: unknown
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return failed('', 'SYNTAX', {
      zh: `不是有效的 JSON（${detail}）`,
      en: `it is no JSON (${detail})`,
    })
  }
  if (!Array.isArray(read)) {
    return failed('', 'NOT_A_LIST', {
      zh: '应为 JSON 数组，每条数据一个对象',
      en: 'it must be a JSON array with one object for each value',
    })
  }
  const problems: ReportProblem[] = []
  const rows = read.map((element: unknown, at) => rowOf(element, `[${at}]`, problems))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows }
}

function rowOf(element: unknown, place: string, problems: ReportProblem[]): ReportRow {
  const cells = new Map<ReportField, Cell>()
  if (typeof element !== 'object' || element === null || Array.isArray(element)) {
    problems.push({
      place,
      code: 'NOT_AN_OBJECT',
      text: { zh: '应为对象', en: 'it must be an object' },
    })
    return { place, cells }
  }
  for (const [name, value] of Object.entries(element)) {
    const field = fieldOfHead(name)
    const cell = { place: `.${name}` }
    if (field === undefined) {
      const text = { zh: `没有“${name}”这一项`, en: `there is no member "${name}"` }
      problems.push({ place: place + cell.place, code: 'UNKNOWN_MEMBER', text })
    } else if (value !== null) {
      const text = textOf(value)
      if (text === null) problems.push({ place: place + cell.place, ...notText })
      else if (text !== '') cells.set(field, { ...cell, text })
    }
  }
  return { place, cells }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'number') return null
  const text = String(value)
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= exactDigits ? text : null
}

const notText = {
  code: 'NOT_TEXT',
  text: {
    zh: `应为文字，或不超过 ${exactDigits} 位的数`,
    en: `it must be a string, or a number of at most ${exactDigits} digits`,
  },
}

function failed(place: string, code: string, text: ReportProblem['text']): ReportRead {
  return { ok: false, problems: [{ place, code, text }] }
}
