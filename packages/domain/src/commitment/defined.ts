import type { DefinitionKind, DefinitionValues } from '../plan/definition.ts'
import { type DefinitionStep, definitionSteps } from '../plan/definition-steps.ts'
import type { Ledger } from '../view/ledger.ts'
import type { StatedDue } from './due-changes.ts'
import type { DefinedFrom } from './terms.ts'

/** How a part of the plan is defined from day to day, with what it was while it is taken out. */
export function definedFrom<K extends DefinitionKind>(
  ledger: Ledger,
  kind: K,
  code: string,
): readonly DefinedFrom<DefinitionValues[K]>[] {
  const defined: DefinedFrom<DefinitionValues[K]>[] = []
  for (const { from, value } of definitionSteps(ledger, kind, code)) {
    const definition = value ?? defined.at(-1)?.definition
    if (definition !== undefined) defined.push({ from, present: value !== null, definition })
  }
  return defined
}

/** The due dates that the definitions of an indicator or a milestone state. */
export function statedDue(
  ledger: Ledger,
  kind: 'INDICATOR' | 'MILESTONE',
  code: string,
): readonly StatedDue[] {
  const dues: StatedDue[] = []
  const steps: readonly DefinitionStep<'INDICATOR' | 'MILESTONE'>[] = definitionSteps(
    ledger,
    kind,
    code,
  )
  for (const { from, value, fact } of steps) {
    if (value !== null && fact !== null) dues.push({ from, dueOn: value.dueOn ?? null, fact })
  }
  return dues
}
