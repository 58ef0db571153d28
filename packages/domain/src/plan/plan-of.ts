import type { Definition, DefinitionKind, DefinitionValues } from './definition.ts'
import { planWith } from './definitions-of.ts'
import type { Plan } from './plan.ts'

/** The plan that its parts make, in their order; undefined without a PLAN among them. Undoes definitionsOf. */
export function planOf(definitions: readonly Definition[]): Plan | undefined {
  const ordered = [...definitions].sort((a, b) => a.order - b.order)
  const header = ordered.findLast((each) => each.kind === 'PLAN')
  if (header === undefined) return undefined
  return planWith(header.value, (kind) =>
    ordered.flatMap((each) => definitionValue(each, kind) ?? []),
  )
}

/** The value of a definition of a kind; undefined where it is of another. */
export function definitionValue<K extends DefinitionKind>(
  definition: Definition,
  kind: K,
): DefinitionValues[K] | undefined {
  // `kind` tells the type of `value`, which the compiler does not follow through a type parameter.
  return definition.kind === kind ? (definition.value as DefinitionValues[K]) : undefined
}
