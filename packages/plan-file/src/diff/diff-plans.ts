import { type Definition, type DefinitionKind, definitionsOf, type Plan } from '@duban/domain'
import { type FieldChange, fieldChanges } from './field-changes.ts'

/** One difference between two plans: a part that came, went or changed, or a kind whose parts stand in another order. */
export type PlanChange =
  | { readonly change: 'ADDED' | 'REMOVED'; readonly kind: DefinitionKind; readonly code: string }
  | {
      readonly change: 'CHANGED'
      readonly kind: DefinitionKind
      readonly code: string
      readonly fields: readonly FieldChange[]
    }
  | {
      readonly change: 'REORDERED'
      readonly kind: DefinitionKind
      /** Codes that both plans have, in the order of the one and of the other. */
      readonly before: readonly string[]
      readonly after: readonly string[]
    }

/**
 * What makes `after` of `before`, by kind and code. Empty where they are equal. The plan's own code is a field of
 * its header, so that two plans of different codes can be compared.
 */
export function diffPlans(before: Plan, after: Plan): readonly PlanChange[] {
  const [old, now] = [byKind(before), byKind(after)]
  return [...old.keys(), ...now.keys()]
    .filter((kind, place, kinds) => kinds.indexOf(kind) === place)
    .flatMap((kind) => diffKind(kind, old.get(kind) ?? new Map(), now.get(kind) ?? new Map()))
}

type Parts = ReadonlyMap<string, Definition>

function byKind(plan: Plan): ReadonlyMap<DefinitionKind, Parts> {
  const kinds = new Map<DefinitionKind, Map<string, Definition>>()
  for (const definition of definitionsOf(plan)) {
    const parts = kinds.get(definition.kind) ?? new Map<string, Definition>()
    kinds.set(definition.kind, parts.set(keyOf(definition), definition))
  }
  return kinds
}

/** There is one header, whatever its code. */
function keyOf({ kind, code }: Definition): string {
  return kind === 'PLAN' ? '' : code
}

function diffKind(kind: DefinitionKind, before: Parts, after: Parts): readonly PlanChange[] {
  const removed = [...before.values()].filter((part) => !after.has(keyOf(part)))
  const added = [...after.values()].filter((part) => !before.has(keyOf(part)))
  const kept = [...before.keys()].filter((code) => after.has(code))
  const order = [...after.keys()].filter((code) => before.has(code))
  const same = kept.every((code, place) => code === order[place])
  return [
    ...removed.map(({ code }) => ({ change: 'REMOVED', kind, code }) as const),
    ...added.map(({ code }) => ({ change: 'ADDED', kind, code }) as const),
    ...kept.flatMap((key) => changeOf(kind, before.get(key), after.get(key))),
    ...(same ? [] : [{ change: 'REORDERED', kind, before: kept, after: order } as const]),
  ]
}

function changeOf(
  kind: DefinitionKind,
  before: Definition | undefined,
  after: Definition | undefined,
): readonly PlanChange[] {
  if (before === undefined || after === undefined) return []
  const fields = fieldChanges(before.value, after.value)
  return fields.length === 0 ? [] : [{ change: 'CHANGED', kind, code: after.code, fields }]
}
