/** Bounds on a CEL source, checked before it is ever evaluated. */
export interface CelLimits {
  /** Characters (UTF-16 units). */
  readonly maxLength: number
  /** Operations and operands in the source. */
  readonly maxNodes: number
  /** Nesting of brackets, calls and field accesses. */
  readonly maxDepth: number
  /** Steps of one evaluation at most, a loop over a list counting once per element. */
  readonly maxCost: number
}

/** Ample for a rule that a person reads, and below a millisecond to evaluate. */
export const DEFAULT_CEL_LIMITS: CelLimits = {
  maxLength: 4000,
  maxNodes: 500,
  maxDepth: 24,
  maxCost: 5000,
}
