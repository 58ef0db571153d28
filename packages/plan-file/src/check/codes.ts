import { SHIPPED_UNITS } from '@duban/domain'
import type { Complaint, Path } from '../issue/issue.ts'
import { type Entry, entriesAt, textAt } from './entries.ts'

/** What a reference can name. */
export type Named =
  | 'REQUIREMENT'
  | 'THEME'
  | 'TASK'
  | 'ACTION'
  | 'MECHANISM'
  | 'PLATE'
  | 'PROJECT'
  | 'EVENT_TYPE'
  | 'MILESTONE'
  | 'INDICATOR'
  | 'RULE'
  | 'POLICY'
  | 'UNIT'
  | 'DOCUMENT'
  | 'MEASURE_UNIT'
  | 'FACT'

/** The codes of each kind in a file, with the path of the first that has it. */
export type Codes = ReadonlyMap<Named, ReadonlyMap<string, Entry>>

const lists: readonly (readonly [Named, string])[] = [
  ['REQUIREMENT', 'requirements'],
  ['THEME', 'themes'],
  ['TASK', 'tasks'],
  ['PLATE', 'plates'],
  ['PROJECT', 'projects'],
  ['EVENT_TYPE', 'eventTypes'],
  ['MILESTONE', 'milestones'],
  ['INDICATOR', 'indicators'],
  ['RULE', 'rules'],
  ['POLICY', 'policies'],
  ['UNIT', 'units'],
  ['DOCUMENT', 'documents'],
  ['MEASURE_UNIT', 'measureUnits'],
]

/** Collects the codes of a file and complains of those that stand twice. */
export function collectCodes(file: Entry): { codes: Codes; complaints: readonly Complaint[] } {
  const complaints: Complaint[] = []
  const codes = new Map<Named, ReadonlyMap<string, Entry>>()
  const collect = (kind: Named, entries: readonly Entry[], key = 'code') => {
    codes.set(kind, firstOfEach(kind, entries, key, complaints))
  }
  for (const [kind, list] of lists) collect(kind, entriesAt(file, list))
  const tasks = entriesAt(file, 'tasks')
  for (const [kind, list] of [
    ['ACTION', 'actions'],
    ['MECHANISM', 'mechanisms'],
  ] as const) {
    collect(
      kind,
      tasks.flatMap((task) => entriesAt(task, list)),
    )
  }
  collect('FACT', entriesAt(file, 'facts'), 'id')
  for (const policy of entriesAt(file, 'policies')) {
    firstOfEach('SCORE', entriesAt(policy, 'scores'), 'code', complaints)
  }
  complaints.push(...reserved(codes))
  return { codes, complaints }
}

function firstOfEach(
  kind: Named | 'SCORE',
  entries: readonly Entry[],
  key: string,
  complaints: Complaint[],
): ReadonlyMap<string, Entry> {
  const first = new Map<string, Entry>()
  for (const entry of entries) {
    const code = textAt(entry, key)
    if (code === undefined) continue
    const path: Path = [...entry.path, key]
    const other = first.get(code)
    if (other === undefined) first.set(code, entry)
    else {
      complaints.push({
        path,
        code: 'DUPLICATE_CODE',
        params: { kind, found: code },
        first: [...other.path, key],
      })
    }
  }
  return first
}

/** Events that a project has without being told: the stages it enters. */
export const projectEvents: readonly string[] = [
  'prepared',
  'cleared',
  'started',
  'completed',
  'in-use',
]

function reserved(codes: Codes): readonly Complaint[] {
  const shipped = new Set(SHIPPED_UNITS.map(({ code }) => code))
  const units = [...(codes.get('MEASURE_UNIT') ?? [])].filter(([code]) => shipped.has(code))
  const events = [...(codes.get('EVENT_TYPE') ?? [])].filter(
    ([code, entry]) => textAt(entry, 'subject') === 'PROJECT' && projectEvents.includes(code),
  )
  return [
    ...units.map(([found, entry]) => reservedCode('MEASURE_UNIT', found, entry)),
    ...events.map(([found, entry]) => reservedCode('EVENT_TYPE', found, entry)),
  ]
}

function reservedCode(kind: Named, found: string, { path }: Entry): Complaint {
  return { path: [...path, 'code'], code: 'RESERVED_CODE', params: { kind, found } }
}
