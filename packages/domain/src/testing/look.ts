import { assess } from '../assessment/assess.ts'
import { plainAssessment } from '../assessment/assess-track.ts'
import type { Assessment } from '../assessment/assessment.ts'
import type { PlanFacts } from '../fact/fact.ts'
import type { RuleEngine } from '../rule/engine.ts'
import { viewOf } from '../view/view-of.ts'
import { fullDate, LATER } from './facts-builder.ts'

/** The assessment of a commitment on a day, `MM-DD` of 2020 or full; everything is known. Throws where there is none. */
export function look(
  facts: PlanFacts,
  id: string,
  on: string,
  engine?: RuleEngine,
  knownAt = LATER,
): Assessment {
  const view = viewOf(facts, { asOf: fullDate(on), knownAt }, engine)
  const found = view === undefined ? undefined : assess(view, id)
  if (found === undefined) throw new Error(`no ${id} on ${on}`)
  return plainAssessment(found)
}

/** The codes of the reasons of an assessment. */
export function codesOf({ reasons }: Assessment): readonly string[] {
  return reasons.map(({ code }) => code)
}
