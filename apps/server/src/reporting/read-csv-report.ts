import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { fieldHeads, fieldOfHead, type ReportField } from './report-field.ts'
import { type Cell, emptyFile, problem, type ReportRow, type TellProblem } from './report-row.ts'

/** Characters that a line may have: a quote that never ends would take in the whole file. */
const longestRecord = 64 * 1024

interface Line {
  readonly info: { readonly lines: number }
  readonly record: readonly string[]
}

/** Reads a table with a head line, its cells parted by commas, tabs or semicolons; a row at a time. */
export async function* readCsvReport(
  text: AsyncIterable<string>,
  tell: TellProblem,
): AsyncGenerator<ReportRow> {
  const lines = parse({
    bom: true,
    delimiter: [',', '\t', ';'],
    info: true,
    max_record_size: longestRecord,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
  // What fails here fails where the lines are read.
  pipeline(Readable.from(text), lines, () => undefined)
  let fields: readonly (ReportField | undefined)[] | null = null
  let at = 0
  try {
    // With `info` each record comes with its place.
    for await (const line of lines as AsyncIterable<Line>) {
      if (fields === null) {
        fields = fieldsOf(line, tell)
        // Every row would be wrong in the same way.
        if (fields.includes(undefined)) return
        continue
      }
      const row = rowOf(line, at, fields, tell)
      at += 1
      if (row !== null) yield row
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error ? Number(error.lines) : 1
    return tell(problem(at, `:${line}`, 'SYNTAX', notCsv(error)))
  }
  if (fields === null) tell(emptyFile)
}

function fieldsOf({ record, info }: Line, tell: TellProblem): (ReportField | undefined)[] {
  const seen = new Set<ReportField>()
  return record.map((head, at) => {
    const field = fieldOfHead(head)
    const place = `:${info.lines}:${at + 1}`
    if (field === undefined) tell(problem(-1, place, 'UNKNOWN_COLUMN', unknownColumn(head)))
    else if (seen.has(field)) tell(problem(-1, place, 'DUPLICATE_COLUMN', twice(head)))
    else {
      seen.add(field)
      return field
    }
    return undefined
  })
}

function rowOf(
  { record, info }: Line,
  at: number,
  fields: readonly (ReportField | undefined)[],
  tell: TellProblem,
): ReportRow | null {
  const place = `:${info.lines}`
  const cells = new Map<ReportField, Cell>()
  let good = true
  for (const [column, text] of record.entries()) {
    const field = fields[column]
    if (text === '') continue
    if (field !== undefined) cells.set(field, { place: placeOfColumn(column), text })
    else {
      tell(problem(at, place + placeOfColumn(column), 'TOO_MANY_CELLS', tooMany(fields.length)))
      good = false
    }
  }
  return good ? { at, place, cells } : null
}

function placeOfColumn(column: number): string {
  return `:${column + 1}`
}

function notCsv({ message }: CsvError) {
  return { zh: `不是有效的 CSV（${message}）`, en: `it is no CSV (${message})` }
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
