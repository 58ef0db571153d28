import { compileClosure, type FieldReader } from './cel-closure.ts'
import { contextOf } from './cel-environment.ts'
import { type CelFailure, type CelValue, isFailure } from './cel-failure.ts'
import { UNSURE } from './cel-operations.ts'
import type { CheckedSource } from './cel-source.ts'
import type { Truth } from './engine.ts'
import type { FactSchema } from './fact-schema.ts'

/** A source compiled for facts of one shape. Whole numbers may come as bigint. */
export type Evaluation<F> = (facts: F) => CelValue | CelFailure

/**
 * The fastest evaluation that is right: closures, with the library's evaluation for what they do not cover.
 * `roots` lays the facts out by variable, as the schema has them.
 */
export function compileEvaluation<F>(
  source: CheckedSource,
  variables: FactSchema,
  reader: FieldReader<F>,
  roots: (facts: F) => unknown,
): Evaluation<F> {
  const byLibrary = (facts: F) => source.evaluate(contextOf(variables, roots(facts)))
  const closure = compileClosure(source.ast, variables, reader)
  if (closure === null) return byLibrary
  return (facts) => {
    const outcome = closure(facts)
    return outcome === UNSURE ? byLibrary(facts) : outcome
  }
}

/** The truth of a condition whose source was checked to give a bool. */
export function truthOf(value: CelValue | CelFailure): Truth {
  return isFailure(value) ? value : value === true
}
