import type { Plan } from '../plan/plan.ts'
import type { Situation } from './situation.ts'

/** The plan as it is known to be, all changes in force, those ahead included. */
export function knownPlan({ header, known }: Pick<Situation, 'header' | 'known'>): Plan {
  return {
    ...header,
    requirements: known.definitions('REQUIREMENT'),
    themes: known.definitions('THEME'),
    tasks: known.definitions('TASK'),
    plates: known.definitions('PLATE'),
    projects: known.definitions('PROJECT'),
    eventTypes: known.definitions('EVENT_TYPE'),
    milestones: known.definitions('MILESTONE'),
    indicators: known.definitions('INDICATOR'),
    rules: known.definitions('RULE'),
    policies: known.definitions('POLICY'),
    units: known.definitions('UNIT'),
    documents: known.definitions('DOCUMENT'),
    measureUnits: known.definitions('MEASURE_UNIT'),
  }
}
