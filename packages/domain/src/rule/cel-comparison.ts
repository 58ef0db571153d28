import { isFailure } from './cel-failure.ts'
import { type Closure, joined, type Plain, type Typed } from './cel-operations.ts'

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

/** The type check has made sure that both operands are of one order: texts, numbers or booleans. */
export function comparison<F>(
  op: ComparisonOperator,
  left: Typed<F> | null,
  right: Typed<F> | null,
): Typed<F> | null {
  if (left === null || right === null) return null
  const run =
    right.constant === undefined
      ? betweenOperands(op, left.run, right.run)
      : withConstant(op, left.run, right.constant)
  return { type: 'bool', run }
}

function betweenOperands<F>(
  op: ComparisonOperator,
  left: Closure<F>,
  right: Closure<F>,
): Closure<F> {
  switch (op) {
    case '==':
      return joined(left, right, (a, b) => a === b)
    case '!=':
      return joined(left, right, (a, b) => a !== b)
    case '<':
      return joined(left, right, (a, b) => a < b)
    case '<=':
      return joined(left, right, (a, b) => a <= b)
    case '>':
      return joined(left, right, (a, b) => a > b)
    case '>=':
      return joined(left, right, (a, b) => a >= b)
  }
}

/** Written out, as most comparisons are of this kind and each call saved counts. */
function withConstant<F>(op: ComparisonOperator, left: Closure<F>, constant: Plain): Closure<F> {
  switch (op) {
    case '==':
      return (facts) => {
        const value = left(facts)
        return isFailure(value) ? value : value === constant
      }
    case '!=':
      return (facts) => {
        const value = left(facts)
        return isFailure(value) ? value : value !== constant
      }
    case '<':
      return (facts) => {
        const value = left(facts)
        return isFailure(value) ? value : value < constant
      }
    case '<=':
      return (facts) => {
        const value = left(facts)
        return isFailure(value) ? value : value <= constant
      }
    case '>':
      return (facts) => {
        const value = left(facts)
        return isFailure(value) ? value : value > constant
      }
    case '>=':
      return (facts) => {
        const value = left(facts)
        return isFailure(value) ? value : value >= constant
      }
  }
}
