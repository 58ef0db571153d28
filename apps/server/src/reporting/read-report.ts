import { readCsvReport } from './read-csv-report.ts'
import { readJsonReport } from './read-json-report.ts'
import type { ReportRead } from './report-row.ts'

/** Reads a report file by its ending: `.json`, anything else is CSV. UTF-8, or GB 18030 as spreadsheets write it. */
export function readReport(fileName: string, bytes: Uint8Array): ReportRead {
  const text = decode(bytes)
  if (text === null) {
    const problem = {
      zh: '既不是 UTF-8 也不是 GB 18030 文本',
      en: 'it is neither UTF-8 nor GB 18030 text',
    }
    return { ok: false, problems: [{ place: '', code: 'NOT_TEXT', text: problem }] }
  }
  return /\.json$/i.test(fileName) ? readJsonReport(text) : readCsvReport(text)
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one, then.
    }
  }
  return null
}
