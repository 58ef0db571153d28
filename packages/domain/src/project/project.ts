import type { Locator } from '../document/locator.ts'
import type { Reading } from '../document/reading.ts'
import type { Decimal } from '../quantity/decimal.ts'
import type { Text } from '../text/text.ts'
import type { Responsibility } from '../unit/unit.ts'

/** NEW_START 新开工, CONTINUING 续建, PRELIMINARY 前期. */
export type ProjectKind = 'NEW_START' | 'CONTINUING' | 'PRELIMINARY'

/**
 * How far a project has come: PROPOSED 谋划, PREPARING 前期, PREPARED 前期完成, CLEARED 手续完备 (all procedures
 * but bidding), STARTED 开工, COMPLETED 竣工, IN_USE 投用; SUSPENDED 停工 and CANCELLED 取消 stand outside the order.
 */
export type ProjectStage =
  | 'PROPOSED'
  | 'PREPARING'
  | 'PREPARED'
  | 'CLEARED'
  | 'STARTED'
  | 'COMPLETED'
  | 'IN_USE'
  | 'SUSPENDED'
  | 'CANCELLED'

/** Planned money of a project, in one currency MeasureUnit. */
export interface ProjectInvestment {
  /** Code of a MeasureUnit of dimension CURRENCY. */
  readonly unit: string
  readonly total?: Decimal
  readonly thisYear?: Decimal
}

/** An investment project (项目). What the source does not tell is absent, never guessed. */
export interface Project {
  readonly code: string
  readonly name: Text
  readonly kind?: ProjectKind
  /** Its stage when the plan was adopted; later stages are facts. */
  readonly stage?: ProjectStage
  readonly plate?: string
  readonly task?: string
  readonly investment?: ProjectInvestment
  readonly responsible?: readonly Responsibility[]
  readonly locators: readonly Locator[]
  readonly readings?: readonly Reading[]
}
