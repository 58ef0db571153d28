import type { Document } from '../document/document.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { EventType, Milestone } from '../milestone/milestone.ts'
import type { Plate } from '../plate/plate.ts'
import type { Policy } from '../policy/policy.ts'
import type { Project } from '../project/project.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import type { Rule } from '../rule/rule.ts'
import type { Task } from '../task/task.ts'
import type { Theme } from '../theme/theme.ts'
import type { Unit } from '../unit/unit.ts'
import type { PlanHeader, Requirement } from './plan.ts'

/** The parts of a plan that are versioned one by one, each with its value. */
export interface DefinitionValues {
  readonly PLAN: PlanHeader
  readonly REQUIREMENT: Requirement
  readonly THEME: Theme
  readonly TASK: Task
  readonly PLATE: Plate
  readonly PROJECT: Project
  readonly EVENT_TYPE: EventType
  readonly MILESTONE: Milestone
  readonly INDICATOR: Indicator
  readonly RULE: Rule
  readonly POLICY: Policy
  readonly UNIT: Unit
  readonly DOCUMENT: Document
  readonly MEASURE_UNIT: MeasureUnit
}

/** The kinds of parts that a plan is made of. */
export type DefinitionKind = keyof DefinitionValues

/** One versioned part of a plan; `order` is its place among its kind. */
export type Definition = {
  [K in DefinitionKind]: {
    readonly kind: K
    readonly code: string
    readonly order: number
    readonly value: DefinitionValues[K]
  }
}[DefinitionKind]
