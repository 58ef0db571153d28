import { findMeasureUnit, type MeasureUnit } from '@duban/domain'
import type { PlanAt } from './plan-at.ts'

/** The unit of measure with a code: the plan's own, or a shipped one. */
export function measureUnitIn(at: PlanAt, code: string | undefined): MeasureUnit | null {
  return code === undefined ? null : (findMeasureUnit(code, at.plan.measureUnits) ?? null)
}
