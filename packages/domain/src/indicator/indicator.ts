import type { IsoDate } from '../calendar/date.ts'
import type { CommitmentDefinition } from '../commitment/definition.ts'
import type { Decimal } from '../quantity/decimal.ts'

/** Which way the quantity is meant to go. */
export type Direction = 'INCREASE' | 'DECREASE' | 'MAINTAIN'

/** How the actual value is held against the target. BETWEEN takes `target` and `targetUpper`, both inclusive. */
export type Comparator = 'AT_LEAST' | 'AT_MOST' | 'EXACTLY' | 'BETWEEN'

/**
 * How observations combine: CUMULATIVE running totals (the latest counts), PERIODIC amounts (they add up),
 * LEVEL a state (the latest counts), RATIO of two indicators (parts are added, then divided),
 * DERIVED counted or summed over the projects in view.
 */
export type Accumulation = 'CUMULATIVE' | 'PERIODIC' | 'LEVEL' | 'RATIO' | 'DERIVED'

/** What is expected before the due date: LINEAR time progress, CHECKPOINTS, or nothing (AT_DUE). */
export type PaceKind = 'LINEAR' | 'CHECKPOINTS' | 'AT_DUE'

/** REACH as soon as it holds; HOLD at the due date; THROUGHOUT without one breach. */
export type Fulfilment = 'REACH' | 'HOLD' | 'THROUGHOUT'

/** A value expected on a date; between checkpoints expectation is linear. */
export interface Checkpoint {
  readonly on: IsoDate
  readonly value: Decimal
}

/** How a DERIVED indicator is computed over the projects in view. */
export interface Derivation {
  readonly aggregate: 'COUNT' | 'SUM'
  /** What SUM adds up, converted to the indicator's unit. */
  readonly field?: 'investment.total' | 'investment.thisYear' | 'investment.done'
  /** CEL condition over `project`; all projects without one. */
  readonly where?: string
}

/** A quantity with a target, a comparator, a unit and a due date (指标). */
export interface Indicator extends CommitmentDefinition {
  readonly direction: Direction
  readonly comparator: Comparator
  /** Absolute target, in `unit`. Absent where the target is relative to an unknown baseline. */
  readonly target?: Decimal
  /** Upper bound of BETWEEN. */
  readonly targetUpper?: Decimal
  /** target = baseline x this factor: "cut by 15 %" is 0.85. Excludes `target`. */
  readonly targetFactor?: Decimal
  /** Code of a MeasureUnit. */
  readonly unit: string
  readonly accumulation: Accumulation
  readonly baseline?: Decimal
  /** Declared fulfilment; by default from accumulation, comparator and direction. */
  readonly fulfilment?: Fulfilment
  /** LINEAR unless given. */
  readonly pace?: PaceKind
  readonly checkpoints?: readonly Checkpoint[]
  /**
   * Codes of Indicators: what a RATIO is computed from. On one that is reported itself they say what its reports
   * are checked against.
   */
  readonly numerator?: string
  readonly denominator?: string
  /** Codes of the Indicators that add up to this one: a check of the reports, never a computation. */
  readonly parts?: readonly string[]
  readonly derivation?: Derivation
  /** First day of its own span; the plan's first day unless given. */
  readonly startOn?: IsoDate
  readonly dueOn?: IsoDate
}
