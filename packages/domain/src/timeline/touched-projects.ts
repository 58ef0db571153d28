import type { IsoDate } from '../calendar/date.ts'
import type { Fact, PlanFacts } from '../fact/fact.ts'
import { factsMeant } from './touched-by.ts'

/**
 * Codes of the projects that facts may change that have just been added to a plan, apart from definitions; `facts`
 * holds them already.
 */
export function projectsTouchedBy(facts: PlanFacts, added: readonly Fact[]): ReadonlySet<string> {
  const touched = new Set<string>()
  for (const fact of [...added, ...factsMeant(facts, added)]) {
    if (fact.type === 'STAGE_CHANGE') touched.add(fact.project)
    if (fact.type === 'OBSERVATION' && fact.of.kind === 'PROJECT') touched.add(fact.of.code)
  }
  return touched
}

/** The first day whose views facts change that have just been added; undefined of none. */
export function firstChangedBy(added: readonly Fact[]): IsoDate | undefined {
  let first: IsoDate | undefined
  for (const { effectiveOn } of added) {
    if (first === undefined || effectiveOn < first) first = effectiveOn
  }
  return first
}
