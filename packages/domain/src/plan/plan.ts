import type { Period } from '../calendar/date.ts'
import type { Modality } from '../commitment/modality.ts'
import type { Document } from '../document/document.ts'
import type { Locator } from '../document/locator.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { EventType, Milestone } from '../milestone/milestone.ts'
import type { Plate } from '../plate/plate.ts'
import type { Policy } from '../policy/policy.ts'
import type { Project } from '../project/project.ts'
import type { MeasureUnit } from '../quantity/measure-unit.ts'
import type { Rule } from '../rule/rule.ts'
import type { Task } from '../task/task.ts'
import type { Text } from '../text/text.ts'
import type { Theme } from '../theme/theme.ts'
import type { Unit } from '../unit/unit.ts'

/** The district whose plan it is. */
export interface District {
  readonly code: string
  readonly name: Text
}

/** One of the general requirements a plan opens with (总体要求): unquantified, and so not a Commitment. */
export interface Requirement {
  readonly code: string
  readonly title: Text
  readonly modality?: Modality
  readonly locators: readonly Locator[]
}

/** What a plan says of itself. */
export interface PlanHeader {
  readonly code: string
  readonly title: Text
  readonly district: District
  readonly period: Period
  /** IANA time zone that turns an instant into "today", for example Asia/Shanghai. */
  readonly timeZone: string
  /** Days before a due date from which a commitment is DUE_SOON; 30 unless given. */
  readonly warnDays?: number
  /** Code of the Policy that lights it; `yinchuan-2025` unless given. */
  readonly policy?: string
  /** True where the plan or its reports are simulated. */
  readonly synthetic?: boolean
}

/** One district's commitments for one period (工作计划). References between its parts are by code. */
export interface Plan extends PlanHeader {
  readonly requirements: readonly Requirement[]
  readonly themes: readonly Theme[]
  readonly tasks: readonly Task[]
  readonly plates: readonly Plate[]
  readonly projects: readonly Project[]
  readonly eventTypes: readonly EventType[]
  readonly milestones: readonly Milestone[]
  readonly indicators: readonly Indicator[]
  readonly rules: readonly Rule[]
  /** Policies of the plan's own; the shipped ones are always there. */
  readonly policies: readonly Policy[]
  readonly units: readonly Unit[]
  readonly documents: readonly Document[]
  /** Units of measure beyond the shipped ones. */
  readonly measureUnits: readonly MeasureUnit[]
}
