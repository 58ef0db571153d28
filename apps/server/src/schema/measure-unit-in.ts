import { findMeasureUnit, type MeasureUnit } from '@duban/domain'
import type { PlanAt } from './plan-at.ts'

/** The unit of measure with a code: the plan's own, or a shipped one. */
export function measureUnitIn(at: PlanAt, code: string | undefined): MeasureUnit | null {
  return code === undefined ? null : measureUnitAmong([at], code)
}

/** The same among some plans: that of the first that has one of its own. */
export function measureUnitAmong(plans: readonly PlanAt[], code: string): MeasureUnit | null {
  return findMeasureUnit(
    code,
    plans.flatMap(({ plan }) => plan.measureUnits),
  )
}
