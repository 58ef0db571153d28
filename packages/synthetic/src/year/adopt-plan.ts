import { type DefinitionFact, definitionsOf, type Plan } from '@duban/domain'
import { dayOf, officeInstant, workingDay } from '../calendar/days.ts'
import { EDITOR } from './record.ts'

/**
 * The plan's adoption: a definition of every part, in force from the plan's first day and recorded in its first
 * days, before any report that `generateYear` makes up.
 */
export function adoptPlan(plan: Plan): readonly DefinitionFact[] {
  const recordedAt = officeInstant(workingDay(dayOf(plan.period.start) + 5), 0)
  return definitionsOf(plan).map((definition) => ({
    type: 'DEFINITION',
    id: `${plan.code}:definition/${definition.kind}/${definition.code}`,
    effectiveOn: plan.period.start,
    recordedAt,
    recordedBy: EDITOR,
    synthetic: true,
    change: { set: definition },
  }))
}
