import { SHIPPED_UNITS } from '@duban/domain'
import type { Complaint, Path } from '../issue/issue.ts'
import { type Codes, type Named, projectEvents } from './codes.ts'
import { type Entry, entriesAt, entryAt, entryOf, textAt, textsAt } from './entries.ts'

/** Complains of every reference that names nothing. `policies` are the codes of those that are always there. */
export function checkReferences(
  file: Entry,
  codes: Codes,
  policies: readonly string[],
): readonly Complaint[] {
  const complaints: Complaint[] = []
  const names = namesOf(codes, policies)
  const check = (kind: Named, found: string | undefined, path: Path) => {
    const known = names.get(kind)
    if (found === undefined || known === undefined || known.has(found)) return
    complaints.push({ path, code: 'UNKNOWN_REFERENCE', params: { kind, found }, among: known })
  }
  const field = (entry: Entry, key: string, kind: Named) => {
    check(kind, textAt(entry, key), [...entry.path, key])
  }

  const plan = entryAt(file, 'plan')
  if (plan !== null) field(plan, 'policy', 'POLICY')
  for (const task of entriesAt(file, 'tasks')) {
    field(task, 'parent', 'TASK')
    field(task, 'theme', 'THEME')
    for (const action of entriesAt(task, 'actions')) {
      for (const [found, path] of textsAt(action, 'mechanisms')) check('MECHANISM', found, path)
    }
  }
  for (const unit of entriesAt(file, 'units')) field(unit, 'parent', 'UNIT')
  for (const entry of promises(file)) {
    field(entry, 'task', 'TASK')
    field(entry, 'plate', 'PLATE')
    field(entry, 'project', 'PROJECT')
    field(entry, 'theme', 'THEME')
    for (const part of entriesAt(entry, 'responsible')) field(part, 'unit', 'UNIT')
    for (const step of entriesAt(entry, 'escalation')) field(step, 'notify', 'UNIT')
  }
  for (const project of entriesAt(file, 'projects')) {
    const investment = entryAt(project, 'investment')
    if (investment !== null) field(investment, 'unit', 'MEASURE_UNIT')
  }
  for (const indicator of entriesAt(file, 'indicators')) {
    field(indicator, 'unit', 'MEASURE_UNIT')
    field(indicator, 'numerator', 'INDICATOR')
    field(indicator, 'denominator', 'INDICATOR')
    for (const [found, path] of textsAt(indicator, 'parts')) check('INDICATOR', found, path)
  }
  for (const milestone of entriesAt(file, 'milestones')) {
    complaints.push(...checkSubject(milestone, file, names))
    complaints.push(...checkEvent(milestone, codes))
  }
  for (const locator of locatorsIn(file)) field(locator, 'document', 'DOCUMENT')
  return complaints
}

type Names = ReadonlyMap<Named, ReadonlySet<string>>

function namesOf(codes: Codes, policies: readonly string[]): Names {
  const names = new Map<Named, Set<string>>()
  for (const [kind, entries] of codes) names.set(kind, new Set(entries.keys()))
  for (const { code } of SHIPPED_UNITS) names.get('MEASURE_UNIT')?.add(code)
  for (const code of policies) names.get('POLICY')?.add(code)
  return names
}

function promises(file: Entry): readonly Entry[] {
  return ['projects', 'milestones', 'indicators', 'rules'].flatMap((list) => entriesAt(file, list))
}

/** The plan's own code, as the one that a subject of kind PLAN names. */
function planCode(file: Entry): string | undefined {
  const plan = entryAt(file, 'plan')
  return plan === null ? undefined : textAt(plan, 'code')
}

/** Complains of a subject that names nothing. */
function checkSubject(milestone: Entry, file: Entry, names: Names): readonly Complaint[] {
  const subject = entryAt(milestone, 'subject')
  if (subject === null) return []
  const [kind, found] = [textAt(subject, 'kind'), textAt(subject, 'code')]
  const plan = planCode(file)
  // A kind that is none is an error of the shape.
  const known =
    kind === 'PLAN' ? new Set(plan === undefined ? [] : [plan]) : names.get(kind as Named)
  if (kind === undefined || found === undefined || known === undefined || known.has(found))
    return []
  return [
    {
      path: [...subject.path, 'code'],
      code: 'UNKNOWN_REFERENCE',
      params: { kind, found },
      among: known,
    },
  ]
}

/** Complains of an event that is none, or one of another kind of subject. */
function checkEvent(milestone: Entry, codes: Codes): readonly Complaint[] {
  const found = textAt(milestone, 'event')
  if (found === undefined) return []
  const subject = entryAt(milestone, 'subject')
  const kind = subject === null ? 'PLAN' : textAt(subject, 'kind')
  if (kind === 'PROJECT' && projectEvents.includes(found)) return []
  const path = [...milestone.path, 'event']
  const types = codes.get('EVENT_TYPE')
  const type = types?.get(found)
  if (type === undefined) {
    const builtIn = kind === 'PROJECT' ? projectEvents : []
    if (kind !== 'PROJECT' && projectEvents.includes(found)) {
      return [
        { path, code: 'WRONG_SUBJECT', params: { found, expected: 'PROJECT', kind: kind ?? '' } },
      ]
    }
    const among = [...(types?.keys() ?? []), ...builtIn]
    return [{ path, code: 'UNKNOWN_REFERENCE', params: { kind: 'EVENT_TYPE', found }, among }]
  }
  const expected = textAt(type, 'subject')
  if (kind === undefined || expected === undefined || expected === kind) return []
  return [{ path, code: 'WRONG_SUBJECT', params: { found, expected, kind } }]
}

/** Every locator of the plan, wherever it stands; what was defined before may name documents that are gone. */
export function locatorsIn(entry: Entry): readonly Entry[] {
  return Object.entries(entry.fields).flatMap(([key, value]) => {
    if (key === 'facts') return []
    if (key === 'locators') return entriesAt(entry, key)
    if (Array.isArray(value)) return entriesAt(entry, key).flatMap(locatorsIn)
    const child = entryOf(value, [...entry.path, key])
    return child === null ? [] : locatorsIn(child)
  })
}
