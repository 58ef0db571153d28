import type { ObservationInput, Plan } from '@duban/domain'
import type { Refusal } from '@duban/domain/decide'
import { withText } from '../writing/failure.ts'
import { fieldHeads, type ReportField } from './report-field.ts'
import type { ReportProblem, ReportRow, TellProblem } from './report-row.ts'

/** What rows without a cell of their own say. */
export interface ReportDefaults {
  readonly on?: string
  readonly reporter?: string
  readonly state?: string
  /** Of all rows: they are simulated. */
  readonly synthetic?: true
}

/** Turns a row into a value to report, or tells what is wrong with it and answers null. */
export type MakeInput = (row: ReportRow, tell: TellProblem) => ObservationInput | null

/** A MakeInput for a plan, whose parts may be named by their code or by their name. */
export function inputMaker(plan: Plan, defaults: ReportDefaults): MakeInput {
  const names = namesOf(plan)
  return (row, tell) => {
    let good = true
    const input = inputOf(row, names, defaults, (problem) => {
      good = false
      tell({ at: row.at, ...problem })
    })
    return good ? input : null
  }
}

type Names = ReturnType<typeof namesOf>

function namesOf(plan: Plan) {
  const lookUp = (
    parts: readonly { readonly code: string }[],
    nameOf: (at: number) => string | undefined,
  ) => {
    const codes = new Map<string, string>()
    for (const [at, { code }] of parts.entries()) {
      const name = nameOf(at)
      if (name !== undefined && !codes.has(name)) codes.set(name, code)
    }
    for (const { code } of parts) codes.set(code, code)
    return (text: string): string => codes.get(text) ?? text
  }
  return {
    indicator: lookUp(plan.indicators, (at) => plan.indicators[at]?.title.zh),
    project: lookUp(plan.projects, (at) => plan.projects[at]?.name.zh),
    unit: lookUp(plan.units, (at) => plan.units[at]?.name.zh),
  }
}

function inputOf(
  row: ReportRow,
  names: Names,
  defaults: ReportDefaults,
  tell: (problem: Omit<ReportProblem, 'at'>) => void,
): ObservationInput {
  const said = (field: ReportField): string | undefined => row.cells.get(field)?.text
  const needed = (field: ReportField, fallback?: string): string => {
    const text = said(field) ?? fallback
    if (text === undefined) tell({ place: row.place, ...missing([field]) })
    return text ?? ''
  }
  const indicator = said('indicator')
  const project = said('project')
  if ((indicator === undefined) === (project === undefined)) {
    tell({
      place: row.place,
      ...(project === undefined ? missing(['indicator', 'project']) : both),
    })
  }
  const state = stateOf(row, said('state') ?? defaults.state, tell)
  const [unit, evidence, note] = [said('unit'), said('evidence'), said('note')]
  return {
    of:
      project === undefined
        ? { kind: 'INDICATOR', code: names.indicator(indicator ?? '') }
        : { kind: 'PROJECT', code: names.project(project) },
    value: needed('value'),
    effectiveOn: dateOf(needed('on', defaults.on)),
    reporter: names.unit(needed('reporter', defaults.reporter)),
    ...(state === undefined ? {} : { state }),
    ...(unit === undefined ? {} : { unit }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(note === undefined ? {} : { note }),
    ...(defaults.synthetic === undefined ? {} : { synthetic: true }),
  }
}

/** `2020/6/30` and `2020-6-30`, as spreadsheets write dates; anything else is left for the domain to judge. */
function dateOf(text: string): string {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (parts === null) return text
  const [, year = '', month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

type SentState = NonNullable<ObservationInput['state']>

const states: ReadonlyMap<string, SentState> = new Map([
  ['DRAFT', 'DRAFT'],
  ['草稿', 'DRAFT'],
  ['SUBMITTED', 'SUBMITTED'],
  ['已报', 'SUBMITTED'],
  ['APPROVED', 'APPROVED'],
  ['已审', 'APPROVED'],
])

function stateOf(
  row: ReportRow,
  text: string | undefined,
  tell: (problem: Omit<ReportProblem, 'at'>) => void,
): SentState | undefined {
  const state = text === undefined ? undefined : states.get(text.toUpperCase())
  if (text !== undefined && state === undefined) {
    tell({
      place: row.place + (row.cells.get('state')?.place ?? ''),
      code: 'UNKNOWN_STATE',
      text: {
        zh: `“${text}”应为草稿、已报、已审之一`,
        en: `"${text}" must be one of DRAFT, SUBMITTED, APPROVED`,
      },
    })
  }
  return state
}

const both = {
  code: 'TWO_SUBJECTS',
  text: { zh: '一行只能填指标或项目之一', en: 'a row is of an indicator or of a project' },
}

function missing(fields: readonly ReportField[]) {
  const heads = fields.map((field) => fieldHeads[field])
  return {
    code: 'MISSING_CELL',
    text: {
      zh: `缺少“${heads.map(([, zh]) => zh).join('”或“')}”`,
      en: `there is no ${heads.map(([en]) => en).join(' or ')}`,
    },
  }
}

const fieldsOfPaths: Readonly<Record<string, readonly ReportField[]>> = {
  'of.code': ['indicator', 'project'],
  'of.kind': ['indicator', 'project'],
  value: ['value'],
  unit: ['unit'],
  effectiveOn: ['on'],
  reporter: ['reporter'],
  state: ['state'],
  evidence: ['evidence'],
  note: ['note'],
}

/** Where rows that were put aside stand in their file. */
export interface RowPlace {
  readonly at: number
  readonly place: string
  /** Place in the row of each of its cells. */
  readonly cells: Readonly<Partial<Record<ReportField, string>>>
}

/** A refusal of the domain's about one of these rows, at its place in the file. */
export function problemOf(refusal: Refusal, rows: readonly RowPlace[]): ReportProblem {
  const { code, text } = withText(refusal)
  const [, number, path = ''] = /^observations\.(\d+)\.?(.*)$/.exec(refusal.path) ?? []
  const row = number === undefined ? undefined : rows[Number(number)]
  if (row === undefined) return { at: -1, place: '', code, text }
  const { at, cells } = row
  const fields = fieldsOfPaths[path] ?? []
  const cell = fields.map((field) => cells[field]).find((one) => one !== undefined)
  const place = row.place + (cell ?? '')
  const first = code === 'DUPLICATE_IN_BATCH' ? rows[Number(refusal.params.first)] : undefined
  if (first === undefined) return { at, place, code, text }
  const ahead = first.place.replace(/^:/, '')
  return {
    at,
    place,
    code,
    text: { zh: `与第 ${ahead} 行重复`, en: `it repeats row ${ahead}` },
  }
}
