import type { Environment } from '@marcbachmann/cel-js'
import type { Plan } from '../plan/plan.ts'
import { createEnvironment } from './cel-environment.ts'
import type { CelLimits } from './cel-limits.ts'
import type { FactSchema } from './fact-schema.ts'
import type { Rule } from './rule.ts'
import { SUBJECT_VARIABLES, subjectSchema } from './subject-schema.ts'

/** What the sources of one subject kind may read in plans that declare the same events. */
export interface SubjectPlace {
  readonly variable: string
  readonly variables: FactSchema
  readonly environment: Environment
}

/** Most places that are kept; a server with more plans than that compiles some rules again. */
const KEPT_PLACES = 200

/** Places by subject kind and declared events: an environment takes longer to make than a rule to compile. */
export function createPlaces(
  limits: CelLimits,
): (kind: Rule['subject'], plan: Plan) => SubjectPlace {
  const places = new Map<string, SubjectPlace>()
  return (kind, plan) => {
    const codes = plan.eventTypes.filter((type) => type.subject === kind).map((type) => type.code)
    const key = JSON.stringify([kind, ...codes])
    const kept = places.get(key)
    if (kept !== undefined) return kept
    const variable = SUBJECT_VARIABLES[kind]
    const variables: FactSchema = {
      [variable]: subjectSchema(kind, plan.eventTypes),
      asOf: { type: 'date' },
    }
    const place = { variable, variables, environment: createEnvironment(variables, limits) }
    if (places.size >= KEPT_PLACES) places.clear()
    places.set(key, place)
    return place
  }
}
