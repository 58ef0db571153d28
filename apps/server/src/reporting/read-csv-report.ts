import { CsvError, parse } from 'csv-parse/sync'
import { fieldHeads, fieldOfHead, type ReportField } from './report-field.ts'
import type { Cell, ReportProblem, ReportRead, ReportRow } from './report-row.ts'

interface Line {
  readonly info: { readonly lines: number }
  readonly record: readonly string[]
}

/** Reads a table with a head line, its cells parted by commas, tabs or semicolons. */
export function readCsvReport(text: string): ReportRead {
  let lines: readonly Line[]
  try {
    // With `info` each record comes with its place.
    lines = parse(text, {
      bom: true,
      delimiter: [',', '\t', ';'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly Line[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error ? Number(error.lines) : 1
    return { ok: false, problems: [notCsv(line, error.message)] }
  }
  const [head, ...rest] = lines
  if (head === undefined) return { ok: false, problems: [problem(':1', 'EMPTY_FILE', empty)] }
  const problems: ReportProblem[] = []
  const fields = fieldsOf(head, problems)
  const rows = rest.map((line) => rowOf(line, fields, problems))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows }
}

function fieldsOf({ record, info }: Line, problems: ReportProblem[]): (ReportField | undefined)[] {
  const seen = new Set<ReportField>()
  return record.map((head, at) => {
    const field = fieldOfHead(head)
    const place = `:${info.lines}:${at + 1}`
    if (field === undefined) problems.push(problem(place, 'UNKNOWN_COLUMN', unknownColumn(head)))
    else if (seen.has(field)) problems.push(problem(place, 'DUPLICATE_COLUMN', twice(head)))
    else seen.add(field)
    return field
  })
}

function rowOf(
  { record, info }: Line,
  fields: readonly (ReportField | undefined)[],
  problems: ReportProblem[],
): ReportRow {
  const place = `:${info.lines}`
  const cells = new Map<ReportField, Cell>()
  for (const [at, text] of record.entries()) {
    const field = fields[at]
    if (text === '') continue
    if (field !== undefined) cells.set(field, { place: `:${at + 1}`, text })
    else if (at >= fields.length) {
      problems.push(problem(`${place}:${at + 1}`, 'TOO_MANY_CELLS', tooMany(fields.length)))
    }
  }
  return { place, cells }
}

function problem(place: string, code: string, text: ReportProblem['text']): ReportProblem {
  return { place, code, text }
}

const empty = { zh: '文件是空的', en: 'the file is empty' }

function notCsv(line: number, detail: string): ReportProblem {
  return problem(`:${line}`, 'SYNTAX', {
    zh: `不是有效的 CSV（${detail}）`,
    en: `it is no CSV (${detail})`,
  })
}

function unknownColumn(head: string) {
  const heads = Object.values(fieldHeads)
  return {
    zh: `没有“${head}”这一列；可有：${heads.map(([, zh]) => zh).join('、')}`,
    en: `there is no column "${head}"; there may be ${heads.map(([en]) => en).join(', ')}`,
  }
}

function twice(head: string) {
  return { zh: `“${head}”列重复`, en: `the column "${head}" is there twice` }
}

function tooMany(count: number) {
  return { zh: `表头只有 ${count} 列`, en: `the head has ${count} columns only` }
}
