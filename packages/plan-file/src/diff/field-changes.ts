import { sameValue } from '@duban/domain'

/** One field with another value: undefined stands for a field that is not there. */
export interface FieldChange {
  /** Path within the part, through codes where a list holds parts of its own: `actions.weekly-meeting.title.en`. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields in which two values differ. */
export function fieldChanges(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): readonly FieldChange[] {
  if (sameValue(before, after)) return []
  const [left, right] = [fieldsOf(before), fieldsOf(after)]
  if (left === null || right === null) return [{ field: path.join('.'), before, after }]
  const names = [...new Set([...left.keys(), ...right.keys()])]
  const inside = names.flatMap((name) =>
    fieldChanges(left.get(name), right.get(name), [...path, name]),
  )
  // What differs and has the same fields differs in their order.
  return inside.length > 0
    ? inside
    : [{ field: path.join('.'), before: [...left.keys()], after: [...right.keys()] }]
}

/** The fields of a mapping, or the parts of a list whose every element has a code of its own; null for anything else. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const parts = new Map<string, unknown>()
  for (const element of value as readonly unknown[]) {
    const code =
      typeof element === 'object' && element !== null && 'code' in element && element.code
    if (typeof code !== 'string') return null
    parts.set(code, element)
  }
  return parts.size === value.length && parts.size > 0 ? parts : null
}
