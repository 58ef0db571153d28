import type { Complaint } from '../issue/issue.ts'
import type { Codes, Named } from './codes.ts'
import { type Entry, entriesAt, entryAt, textAt } from './entries.ts'

/** Complains of facts that name a fact which is not there or is of the wrong type. */
export function checkFacts(file: Entry, codes: Codes): readonly Complaint[] {
  const facts = codes.get('FACT') ?? new Map<string, Entry>()
  const check = (fact: Entry, key: string, type: string | undefined): readonly Complaint[] => {
    const found = textAt(fact, key)
    if (found === undefined) return []
    const path = [...fact.path, key]
    const other = facts.get(found)
    if (other === undefined)
      return [{ path, code: 'UNKNOWN_REFERENCE', params: { kind: 'FACT', found } }]
    const otherType = textAt(other, 'type')
    if (type === undefined || otherType === undefined || otherType === type) return []
    return [{ path, code: 'WRONG_FACT_TYPE', params: { found, expected: type, type: otherType } }]
  }
  return entriesAt(file, 'facts').flatMap((fact) => {
    const type = textAt(fact, 'type')
    return [
      ...check(fact, 'supersedes', type),
      ...(type === 'REVIEW' ? check(fact, 'observation', 'OBSERVATION') : []),
      ...(type === 'EXTENSION_DECISION' ? check(fact, 'request', 'EXTENSION_REQUEST') : []),
    ]
  })
}

/**
 * Tells of facts about parts that the plan does not have. It is no error: a part may have been removed after
 * the fact was recorded, and facts stay.
 */
export function warnOfFacts(file: Entry, codes: Codes): readonly Complaint[] {
  const check = (
    entry: Entry | null,
    key: string,
    kind: Named | undefined,
  ): readonly Complaint[] => {
    const found = entry === null ? undefined : textAt(entry, key)
    const known = kind === undefined ? undefined : codes.get(kind)
    if (entry === null || kind === undefined || found === undefined || known === undefined)
      return []
    if (known.has(found)) return []
    const params = { kind, found }
    return [{ path: [...entry.path, key], code: 'UNKNOWN_REFERENCE', params, among: known.keys() }]
  }
  return entriesAt(file, 'facts').flatMap((fact) => {
    const [of, subject] = [entryAt(fact, 'of'), entryAt(fact, 'subject')]
    return [
      ...check(of, 'code', of === null ? undefined : kindIn(of)),
      ...check(subject, 'code', subject === null ? undefined : kindIn(subject)),
      ...check(fact, 'reporter', 'UNIT'),
      ...check(fact, 'project', 'PROJECT'),
      ...check(fact, 'indicator', 'INDICATOR'),
      ...check(fact, 'document', 'DOCUMENT'),
      ...check(fact, 'unit', 'UNIT'),
    ]
  })
}

/** The kind of a subject; the plan itself is always there. */
function kindIn(entry: Entry): Named | undefined {
  const kind = textAt(entry, 'kind')
  // What is no kind at all has no codes, and is an error of the shape.
  return kind === undefined || kind === 'PLAN' ? undefined : (kind as Named)
}
