import type { DefinitionKind, DefinitionValues } from '../plan/definition.ts'
import type { DefinitionStep } from '../plan/definition-steps.ts'
import type { StatedDue } from './due-changes.ts'
import type { DefinedFrom } from './terms.ts'

/** How a part of the plan is defined from day to day, with what it was while it is taken out. */
export function definedFrom<K extends DefinitionKind>(
  steps: readonly DefinitionStep<K>[],
): readonly DefinedFrom<DefinitionValues[K]>[] {
  const defined: DefinedFrom<DefinitionValues[K]>[] = []
  for (const { from, value } of steps) {
    const definition = value ?? defined.at(-1)?.definition
    if (definition !== undefined) defined.push({ from, present: value !== null, definition })
  }
  return defined
}

/** The due dates that the definitions of an indicator or a milestone state. */
export function statedDue(
  steps: readonly DefinitionStep<'INDICATOR' | 'MILESTONE'>[],
): readonly StatedDue[] {
  const dues: StatedDue[] = []
  for (const { from, value, fact } of steps) {
    if (value !== null && fact !== null) dues.push({ from, dueOn: value.dueOn ?? null, fact })
  }
  return dues
}
