import { type JsonRead, type JsonValues, jsonValues } from './json-values.ts'
import { fieldOfHead, type ReportField } from './report-field.ts'
import { type Cell, emptyFile, problem, type ReportRow, type TellProblem } from './report-row.ts'

/** Characters that one object may have; a quote that never ends would take in the whole file. */
const longestObject = 256 * 1024

/** Reads objects, one for each value: the elements of a JSON array, or one in each line (NDJSON). */
export async function* readJsonReport(
  text: AsyncIterable<string>,
  tell: TellProblem,
): AsyncGenerator<ReportRow> {
  let reader: Reader | null = null
  for await (const part of text) {
    if (reader === null) {
      const first = part.trimStart().charAt(0)
      if (first === '') continue
      if (first !== '[' && first !== '{') return tell(problem(-1, '', 'NOT_A_LIST', notAList))
      reader = first === '[' ? elements(tell) : lines(tell)
    }
    yield* reader.read(part)
  }
  if (reader === null) tell(emptyFile)
  else yield* reader.end()
}

/** Reads on, and answers the rows that ended there. */
interface Reader {
  read(part: string): Generator<ReportRow>
  end(): Generator<ReportRow>
}

/** Elements of one array; the first error ends it. */
function elements(tell: TellProblem): Reader {
  const json = jsonValues('ARRAY')
  let at = 0
  let since = 0
  let ended = false
  function* rows(answer: JsonRead): Generator<ReportRow> {
    for (const value of answer.values) {
      const row = rowOf(value, at, `[${at}]`, tell)
      at += 1
      if (row !== null) yield row
    }
    if (answer.values.length > 0) since = 0
    if (answer.ok && since <= longestObject) return
    ended = true
    if (answer.ok) tell(problem(at, `[${at}]`, 'TOO_LONG', tooLong))
    else tell(problem(at, `[${at}]`, 'SYNTAX', notJson(answer.detail)))
  }
  return {
    *read(part: string) {
      since += part.length
      if (!ended) yield* rows(json.read(part))
    },
    *end() {
      if (!ended) yield* rows(json.end())
    },
  }
}

/** An object in each line; a line that is none spoils no other. */
function lines(tell: TellProblem): Reader {
  let json: JsonValues | null = null
  let rest = ''
  let line = 0
  let at = 0
  function* rowIn(text: string): Generator<ReportRow> {
    line += 1
    if (text.trim() === '') return
    const place = `:${line}`
    const number = at
    at += 1
    json ??= jsonValues('ROW')
    const answer = json.read(`${text}\n`)
    if (answer.ok && answer.values.length === 1) {
      const row = rowOf(answer.values[0], number, place, tell)
      if (row !== null) yield row
      return
    }
    json = null
    const detail = answer.ok ? (answer.values.length === 0 ? notWhole : several) : null
    tell(problem(number, place, 'SYNTAX', detail ?? notJson(answer.ok ? '' : answer.detail)))
  }
  return {
    *read(part: string) {
      const [first = '', ...others] = part.split('\n')
      rest += first
      if (rest.length > longestObject) {
        tell(problem(at, `:${line + 1}`, 'TOO_LONG', tooLong))
        rest = ''
      }
      for (const text of others) {
        yield* rowIn(rest)
        rest = text
      }
    },
    *end() {
      if (rest !== '') yield* rowIn(rest)
    },
  }
}

function rowOf(element: unknown, at: number, place: string, tell: TellProblem): ReportRow | null {
  if (typeof element !== 'object' || element === null || Array.isArray(element)) {
    tell(problem(at, place, 'NOT_AN_OBJECT', notAnObject))
    return null
  }
  const cells = new Map<ReportField, Cell>()
  let good = true
  for (const [name, value] of Object.entries(element)) {
    const field = fieldOfHead(name)
    const member = `.${name}`
    if (field === undefined) {
      const text = { zh: `没有“${name}”这一项`, en: `there is no member "${name}"` }
      tell(problem(at, place + member, 'UNKNOWN_MEMBER', text))
      good = false
    } else if (typeof value === 'string') {
      const text = value.trim()
      if (text !== '') cells.set(field, { place: member, text })
    } else if (value !== null) {
      tell(problem(at, place + member, 'NOT_TEXT', notText))
      good = false
    }
  }
  return good ? { at, place, cells } : null
}

function notJson(detail: string) {
  return { zh: `不是有效的 JSON（${detail}）`, en: `it is no JSON (${detail})` }
}

const notAnObject = { zh: '应为对象', en: 'it must be an object' }
const notText = { zh: '应为文字或数', en: 'it must be a string or a number' }
const notAList = {
  zh: '应为 JSON 数组，或每行一个对象',
  en: 'it must be a JSON array, or have one object in each line',
}
const notWhole = {
  zh: '此行的 JSON 不完整：每行一个对象',
  en: 'this line is no whole JSON: one object stands in each line',
}
const several = { zh: '每行只能有一个对象', en: 'only one object stands in a line' }
const tooLong = {
  zh: `超过 ${longestObject} 个字符`,
  en: `it has more than ${longestObject} characters`,
}
