import { type Instant, isDate } from '../calendar/date.ts'
import { isInstant } from '../calendar/instant.ts'
import type { Fact, PlanFacts } from '../fact/fact.ts'
import { isDecimal } from '../quantity/decimal.ts'
import { type Known, knownOf } from './known.ts'
import { type Refusal, refuse } from './refusal.ts'

/** What is wrong with facts taken as they are: they are in order, whole, and about parts that are there. */
export function checkImportedFacts(
  all: PlanFacts,
  given: readonly Fact[],
  now: Instant,
): readonly Refusal[] {
  const known = knownOf(all)
  const seen = new Set<string>()
  let previous = ''
  return given.flatMap((fact, at) => {
    const refusals = [
      ...checkStamp(String(at), fact, now),
      ...checkAbout(known, String(at), fact),
      ...checkSupersedes(known, seen, String(at), fact),
    ]
    if (seen.has(fact.id)) refusals.push(refuse('DUPLICATE_ID', `${at}.id`, { id: fact.id }))
    seen.add(fact.id)
    const { recordedAt } = fact
    if (recordedAt < previous) {
      refusals.push(refuse('OUT_OF_ORDER', `${at}.recordedAt`, { recordedAt, previous }))
    }
    previous = recordedAt
    return refusals
  })
}

function checkStamp(path: string, fact: Fact, now: Instant): Refusal[] {
  const { effectiveOn, recordedAt } = fact
  const refusals: Refusal[] = []
  if (!isDate(effectiveOn)) {
    refusals.push(refuse('INVALID_DATE', `${path}.effectiveOn`, { value: effectiveOn }))
  }
  if (!isInstant(recordedAt)) {
    refusals.push(refuse('INVALID_INSTANT', `${path}.recordedAt`, { value: recordedAt }))
  } else if (recordedAt > now) {
    const date = { date: recordedAt, today: now }
    refusals.push(refuse('DATE_IN_FUTURE', `${path}.recordedAt`, date))
  }
  if ('value' in fact && !isDecimal(fact.value)) {
    refusals.push(refuse('INVALID_DECIMAL', `${path}.value`, { value: fact.value.slice(0, 64) }))
  }
  return refusals
}

function checkSupersedes(
  known: Known,
  seen: ReadonlySet<string>,
  path: string,
  fact: Fact,
): Refusal[] {
  const { supersedes } = fact
  if (supersedes === undefined) return []
  const old = known.fact(supersedes)
  if (old === undefined || !seen.has(supersedes)) {
    return [refuse('UNKNOWN_FACT', `${path}.supersedes`, { id: supersedes })]
  }
  return old.type === fact.type
    ? []
    : [
        refuse('OTHER_TYPE', `${path}.supersedes`, {
          id: supersedes,
          expected: fact.type,
          actual: old.type,
        }),
      ]
}

function checkAbout(known: Known, path: string, fact: Fact): Refusal[] {
  const part = (field: string, kind: 'INDICATOR' | 'PROJECT' | 'UNIT', code: string): Refusal[] =>
    // A part that was removed later has been there.
    known.definedBy(kind, code) === undefined
      ? [refuse('UNKNOWN_CODE', `${path}.${field}`, { kind, code })]
      : []
  const earlier = (field: string, id: string): Refusal[] =>
    known.fact(id) === undefined ? [refuse('UNKNOWN_FACT', `${path}.${field}`, { id })] : []
  switch (fact.type) {
    case 'OBSERVATION':
      return [
        ...part('of.code', fact.of.kind, fact.of.code),
        ...part('reporter', 'UNIT', fact.reporter),
      ]
    case 'STAGE_CHANGE':
      return part('project', 'PROJECT', fact.project)
    case 'AMENDMENT':
      return part('indicator', 'INDICATOR', fact.indicator)
    case 'ASSIGNMENT':
      return part('unit', 'UNIT', fact.unit)
    case 'REVIEW':
      return earlier('observation', fact.observation)
    case 'EXTENSION_DECISION':
      return earlier('request', fact.request)
    case 'MILESTONE_RECORD':
      return known.definedBy(fact.subject.kind, fact.subject.code) === undefined
        ? [refuse('UNKNOWN_CODE', `${path}.subject`, fact.subject)]
        : []
    case 'DEFINITION':
    case 'EXTENSION_REQUEST':
    case 'WAIVER':
    case 'JUDGEMENT':
    case 'PERIOD_LOCK':
      return []
  }
}
