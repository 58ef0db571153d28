import { createReadStream } from 'node:fs'
import { readCsvReport } from './read-csv-report.ts'
import { readJsonReport } from './read-json-report.ts'
import type { ReportRow, TellProblem } from './report-row.ts'

/**
 * Reads a report file by its ending: `.json`, `.jsonl` and `.ndjson` as JSON, anything else as CSV. UTF-8, or
 * GB 18030 as spreadsheets write it. `passed` hears how many bytes have been read. Rejects where it cannot be read.
 */
export async function* readReport(
  file: string,
  tell: TellProblem,
  passed: (bytes: number) => void = () => undefined,
): AsyncGenerator<ReportRow> {
  const encoding = await encodingOf(file)
  if (encoding === null) return tell({ at: -1, place: '', code: 'NOT_TEXT', text: notText })
  const text = decoded(file, encoding, passed)
  yield* /\.(json|jsonl|ndjson)$/i.test(file)
    ? readJsonReport(text, tell)
    : readCsvReport(text, tell)
}

/** Whole before any row is read: a character at the end may tell. */
async function encodingOf(file: string): Promise<string | null> {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      for await (const _part of decoded(file, encoding));
      return encoding
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      // Not this one, then.
    }
  }
  return null
}

async function* decoded(
  file: string,
  encoding: string,
  passed: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let bytes = 0
  for await (const part of createReadStream(file) as AsyncIterable<Uint8Array>) {
    bytes += part.length
    yield decoder.decode(part, { stream: true })
    passed(bytes)
  }
  yield decoder.decode()
}

const notText = {
  zh: '既不是 UTF-8 也不是 GB 18030 文本',
  en: 'it is neither UTF-8 nor GB 18030 text',
}
