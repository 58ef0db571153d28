import type { Definition, DefinitionKind } from './definition.ts'
import { sameValue } from './same-value.ts'

/** What a change of a plan sets anew and what it takes out. */
export interface DefinitionChanges {
  readonly set: readonly Definition[]
  readonly removed: readonly { readonly kind: DefinitionKind; readonly code: string }[]
}

/**
 * The parts that differ between two states of a plan, by value: the order of an object's keys does not matter, nor
 * does a key that is undefined. A part that only changed its place is set anew.
 */
export function changedDefinitions(
  before: readonly Definition[],
  after: readonly Definition[],
): DefinitionChanges {
  const old = new Map(before.map((each) => [partKey(each), each]))
  const kept = new Set(after.map(partKey))
  return {
    set: after.filter((each) => {
      const was = old.get(partKey(each))
      return was === undefined || was.order !== each.order || !sameValue(was.value, each.value)
    }),
    removed: before
      .filter((each) => !kept.has(partKey(each)))
      .map(({ kind, code }) => ({ kind, code })),
  }
}

function partKey({ kind, code }: Definition): string {
  return `${kind}/${code}`
}
